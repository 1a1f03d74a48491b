/** What is photographed, what each picture is called, and on which page it stands. Nothing here touches a file. */

import { EXTRA_LOOKS, EXTRA_STORIES, EXTRA_WIDTHS } from './extra.js';

/** A wide page, a narrow one, and 1280 px at 400 % zoom. */
export const WIDTHS = [1200, 768, 320];

/** As the toolbar stands when Storybook opens. */
const USUAL = { name: '' };

/** Words as they stand in an id: `Topic card` is `topic-card`. */
export const slugOf = (words) =>
  words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');

/** The page that shows a story: its widget, or the folder of what is no widget. */
export function groupOf(title) {
  const [folder, name] = title.split('/');
  return folder === 'Widgets' && name !== undefined ? name : folder;
}

/** The name of a picture, without what it shows (before, after, difference) and its type. */
export const pictureName = (id, width, look) => [id, width, look || []].flat().join('.');

/** Whether `--only` lets a story through. */
export const isAsked = ({ id, title, name }, only) =>
  only === undefined || `${id} ${slugOf(`${title}/${name}`)}`.includes(slugOf(only));

function shotsOf({ id }) {
  const usual = { look: USUAL, widths: WIDTHS };
  if (!EXTRA_STORIES.some((extra) => extra.id === id)) return [usual];
  return [usual, ...EXTRA_LOOKS.map((look) => ({ look, widths: EXTRA_WIDTHS }))];
}

/** Extra looks would get lost without a word when a story is renamed. */
function missingExtras(stories) {
  const ids = new Set(stories.map(({ id }) => id));
  return EXTRA_STORIES.map(({ id }) => id).filter((id) => !ids.has(id));
}

/**
 * The stories of both sides, in the order of the toolbar, each with what is taken of it.
 *
 * @param before - Stories of the base, as Storybook lists them.
 * @param after - Stories of the working tree.
 */
export function planOf(before, after, only) {
  const missing = missingExtras(after);
  if (missing.length > 0) {
    const names = missing.join(', ');
    throw new Error(`scripts/visual/extra.js names what is no story (any more): ${names}.`);
  }
  const inBase = new Set(before.map(({ id }) => id));
  const inHead = new Set(after.map(({ id }) => id));
  const removed = before.filter(({ id }) => !inHead.has(id));
  return [...after, ...removed]
    .filter((story) => isAsked(story, only))
    .map((story) => ({
      id: story.id,
      title: story.title,
      name: story.name,
      group: groupOf(story.title),
      sides: ['base', 'head'].filter((side) => (side === 'base' ? inBase : inHead).has(story.id)),
      shots: shotsOf(story),
    }));
}
