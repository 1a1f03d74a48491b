/** Plain HTML of which only what is near the view is laid out. A form is short; there it would change nothing. */

import { plainPages } from '../plain/contestant.js';

export const title = 'plain HTML with containment';

export function pages(data) {
  const { cards, statement } = plainPages(data, {
    cards: ['card', 'contained'],
    statement: ['statement', 'contained'],
  });
  return { cards, statement };
}
