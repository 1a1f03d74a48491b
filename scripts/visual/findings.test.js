import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { byGroup, countsOf, exitCodeOf, inWords } from './findings.js';

const finding = (kind, id, group = 'Fields') => ({ kind, story: { id, group } });

describe('findings', () => {
  it('are told apart by their kind, in pictures and in stories', () => {
    const counts = countsOf([
      finding('changed', 'a'),
      finding('changed', 'a'),
      finding('added', 'b'),
    ]);
    assert.deepEqual(counts.changed, { pictures: 2, stories: 1 });
    assert.deepEqual(counts.added, { pictures: 1, stories: 1 });
    assert.deepEqual(counts.removed, { pictures: 0, stories: 0 });
  });

  it('stand on the page of their widget', () => {
    const groups = byGroup([finding('added', 'a', 'One'), finding('added', 'b', 'Two')]);
    assert.deepEqual([...groups.keys()], ['One', 'Two']);
  });

  it('are said in words', () => {
    assert.equal(inWords([]), 'nothing differs');
    assert.equal(inWords([finding('changed', 'a')]), '1 picture of 1 story differs');
    const all = ['changed', 'added', 'removed', 'broke'].map((kind) => finding(kind, kind));
    assert.equal(
      inWords([...all, finding('changed', 'other')]),
      '2 pictures of 2 stories differ, 1 story is new, 1 story is gone, 1 story broke',
    );
  });

  it('decide how the command ends', () => {
    assert.equal(exitCodeOf([]), 0);
    for (const kind of ['changed', 'added', 'removed']) {
      assert.equal(exitCodeOf([finding(kind, 'a')]), 1, kind);
    }
    assert.equal(exitCodeOf([finding('changed', 'a'), finding('broke', 'b')]), 2);
  });
});
