import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { contrast, contrastProblems, luminance, PAIRS } from '../src/contrast.js';

describe('contrast', () => {
  it('is 21 between black and white, and 1 of a color on itself', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#0050bb', '#0050bb'), 1);
  });

  it('is the same whichever color is in front', () => {
    assert.equal(contrast('#0050bb', '#ffce00'), contrast('#ffce00', '#0050bb'));
  });

  it('agrees with values published for WCAG 2', () => {
    // #767676 is the lightest gray that reaches 4.5:1 on white, #777777 just misses it.
    assert.ok(contrast('#767676', '#ffffff') >= 4.5);
    assert.ok(contrast('#777777', '#ffffff') < 4.5);
    assert.ok(Math.abs(luminance('#ff0000') - 0.2126) < 1e-9);
  });

  it('refuses what is not an opaque color', () => {
    assert.throws(() => luminance('#fff'), /"#fff" is not a color/);
    assert.throws(() => luminance('#00000080'), /is not a color/);
  });
});

describe('contrastProblems', () => {
  const black = [
    'text',
    'link',
    'action',
    'error',
    'success',
    'warning',
    'info',
    'border',
    'focus',
  ];
  const good = (name) =>
    black.some((start) => name.startsWith(start)) && !/-(surface|inner)$|^action-text/.test(name)
      ? '#000000'
      : '#ffffff';

  it('finds nothing in black on white', () => {
    assert.deepEqual(contrastProblems('plain', 'light', good), []);
  });

  it('names theme, scheme, both colors, the ratio and the needed ratio', () => {
    const faint = (name) => (name === 'link' ? '#999999' : good(name));

    const [first] = contrastProblems('espoo', 'dark', faint);

    assert.equal(
      first,
      'espoo, dark: color.link (#999999) on color.background (#ffffff) ' +
        'has a contrast of 2.84:1, needs 4.5:1',
    );
  });

  it('does not round a near miss up to a pass', () => {
    const faint = (name) => (name === 'text' ? '#777777' : good(name));

    const problems = contrastProblems('espoo', 'light', faint);

    assert.ok(problems.length > 0);
    assert.ok(problems.every((problem) => problem.includes('4.47:1')));
  });

  it('says which color is missing', () => {
    const without = (name) => (name === 'focus-inner' ? undefined : good(name));

    assert.deepEqual(contrastProblems('espoo', 'light', without), [
      'espoo, light: color.focus-inner is missing',
    ]);
  });

  for (const { front, back, needed } of PAIRS) {
    it(`refuses ${front} on ${back} when they are alike`, () => {
      const alike = (name) => (name === front || name === back ? '#808080' : good(name));

      const problems = contrastProblems('espoo', 'light', alike);

      const wanted = `color.${front} (#808080) on color.${back} (#808080)`;
      assert.ok(
        problems.some((problem) => problem.includes(wanted) && problem.endsWith(`${needed}:1`)),
      );
    });
  }
});
