import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import { contrast, PAIRS } from '../src/contrast.js';
import { moreContrast } from '../src/more-contrast.js';
import { nearest } from '../src/nearest.js';

const hex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

describe('the nearest color that can be read', () => {
  it('is the color itself where it can be', () => {
    assert.equal(nearest('#0050bb', ['#ffffff'], 4.5), '#0050bb');
  });

  it('keeps its contrast to all that it stands on, whatever the colors are', () => {
    fc.assert(
      fc.property(hex, fc.array(hex, { minLength: 1, maxLength: 3 }), (color, grounds) => {
        const found = nearest(color, grounds, 4.5);
        if (found === undefined) return;
        for (const ground of grounds)
          assert.ok(contrast(found, ground) >= 4.5, `${found} ${ground}`);
      }),
      { numRuns: 300 },
    );
  });

  it('is always found on one ground', () => {
    fc.assert(
      fc.property(hex, hex, (color, ground) => {
        assert.notEqual(nearest(color, [ground], 4.5), undefined);
      }),
      { numRuns: 300 },
    );
  });

  it('is a color of the same hue: orange on white becomes a darker orange', () => {
    const found = nearest('#ff7300', ['#ffffff'], 4.5);
    const [red, green, blue] = [1, 3, 5].map((start) =>
      Number.parseInt(found.slice(start, start + 2), 16),
    );
    assert.ok(red > green && green > blue, found);
  });
});

describe('more contrast', () => {
  const plain = new Map(
    PAIRS.flatMap(({ front, back }) => [
      [back, '#ffffff'],
      [front, '#1c4f94'],
    ]),
  );
  for (const name of ['action', 'action-hover']) plain.set(name, '#1c4f94');
  plain.set('action-text', '#ffffff').set('border', '#c8d0d9').set('focus', '#1b2430');
  plain.set('focus-inner', '#f5b335').set('text', '#1b2430');
  const colorOf = (name) => plain.get(name);

  it('gives text seven to one, and edges what text has otherwise', () => {
    const colors = moreContrast('plain, light', colorOf);
    const now = (name) => colors.get(name) ?? colorOf(name);
    for (const { front, back, needed } of PAIRS) {
      if (back === 'focus-inner') continue;
      const ratio = contrast(now(front), now(back));
      assert.ok(ratio >= (needed === 4.5 ? 7 : 4.5), `${front} on ${back}: ${String(ratio)}`);
    }
  });

  it('leaves the words of a button as they are, and moves what they stand on', () => {
    const colors = moreContrast('plain, light', (name) =>
      name.startsWith('action') && name !== 'action-text' ? '#2f6fc0' : colorOf(name),
    );
    assert.equal(colors.get('action-text'), undefined);
    assert.ok(contrast('#ffffff', colors.get('action')) >= 7);
  });
});
