/** Where everything of a comparison stands. All of it is ignored by Git and can be deleted. */

import { fromRoot } from '../lib/paths.js';

export const inFolder = (...parts) => fromRoot('var', 'visual', ...parts);

/** The base's files, while it is being built. */
export const BASE_TREE = inFolder('base');

/** The Storybook of a side, `base` or `head`. */
export const storybookOf = (side) => inFolder('storybook', side);

export const INDEX = 'index.html';

/** Pictures of what differs; the pages beside it link to them. */
export const PICTURES = 'pictures';
