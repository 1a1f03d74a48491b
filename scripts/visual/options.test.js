import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { parseOptions } from './options.js';

describe('options of the visual comparison', () => {
  it('leave the base open, take all stories, and run once', () => {
    assert.deepEqual(parseOptions([]), {
      base: undefined,
      only: undefined,
      runs: 1,
      help: false,
    });
  });

  it('are read in both spellings', () => {
    const { base, only, runs } = parseOptions([
      '--base',
      'HEAD~2',
      '--only=topic card',
      '--runs=3',
    ]);
    assert.deepEqual([base, only, runs], ['HEAD~2', 'topic card', 3]);
  });

  it('are refused when they are unknown', () => {
    assert.throws(() => parseOptions(['--bass', 'main']), /--bass/);
    assert.throws(() => parseOptions(['main']), /main/);
  });

  for (const runs of ['0', '-1', '1.5', 'three', '21', '']) {
    it(`are refused when there are "${runs}" runs`, () => {
      assert.throws(() => parseOptions([`--runs=${runs}`]), {
        message: `--runs is "${runs}"; it has to be a whole number from 1 to 20.`,
      });
    });
  }

  it('are refused when a value is empty', () => {
    assert.throws(() => parseOptions(['--only=']), /--only is empty/);
    assert.throws(() => parseOptions(['--base', ' ']), /--base is empty/);
  });
});
