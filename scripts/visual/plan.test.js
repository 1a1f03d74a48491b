import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { EXTRA_LOOKS, EXTRA_STORIES } from './extra.js';
import { groupOf, isAsked, pictureName, planOf, slugOf, WIDTHS } from './plan.js';

const story = (id, title, name) => ({ id, title, name });

const extras = EXTRA_STORIES.map(({ id }) => story(id, 'Widgets/Extra', id));
const open = story('widgets-topic-card--open', 'Widgets/Topic card', 'Open');
const empty = story('fields-text--empty', 'Fields/Text', 'Empty');

/** The plan without the stories that every plan has to have. */
const planOfOthers = (before, after) =>
  planOf([...extras, ...before], [...extras, ...after]).filter(
    ({ title }) => title !== 'Widgets/Extra',
  );

describe('the page of a story', () => {
  it('is that of its widget', () => {
    assert.equal(groupOf('Widgets/Topic card'), 'Topic card');
  });

  it('is that of its folder when it is of no widget', () => {
    assert.equal(groupOf('Fields/Text'), 'Fields');
    assert.equal(groupOf('Welcome'), 'Welcome');
  });
});

describe('the name of a picture', () => {
  it('says the story, the width, and the look when it is not the usual one', () => {
    assert.equal(pictureName('fields-text--empty', 320, ''), 'fields-text--empty.320');
    assert.equal(pictureName('fields-text--empty', 768, 'rtl'), 'fields-text--empty.768.rtl');
  });

  it('is of words that a file can have', () => {
    assert.equal(slugOf('Who pays? / Kuka maksaa, äiti?'), 'who-pays-kuka-maksaa-äiti');
  });
});

describe('--only', () => {
  for (const only of [
    'topic card',
    'Topic-Card',
    'widgets',
    'topic-card--open',
    'Widgets/Topic card',
  ]) {
    it(`lets a story through by "${only}"`, () => {
      assert.ok(isAsked(open, only));
    });
  }

  it('keeps the others back', () => {
    assert.equal(isAsked(empty, 'topic card'), false);
  });
});

describe('the plan', () => {
  it('takes every story of both sides at every width', () => {
    const [planned] = planOfOthers([empty], [empty]);
    assert.deepEqual(planned.sides, ['base', 'head']);
    assert.deepEqual(
      planned.shots.map(({ look, widths }) => [look.name, widths]),
      [['', WIDTHS]],
    );
  });

  it('takes those of the list in the other looks too', () => {
    const [planned] = planOf(extras, extras);
    assert.equal(planned.shots.length, 1 + EXTRA_LOOKS.length);
  });

  it('takes a new story after the change, and one that is gone before it', () => {
    const plan = planOfOthers([empty], [open]);
    assert.deepEqual(
      plan.map(({ id, sides }) => [id, sides]),
      [
        [open.id, ['head']],
        [empty.id, ['base']],
      ],
    );
  });

  it('is refused when the list names a story that is not there', () => {
    assert.throws(() => planOf(extras, extras.slice(1)), {
      message: new RegExp(`extra\\.js .*${extras[0].id}`),
    });
  });
});
