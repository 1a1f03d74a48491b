import type { Migration } from 'kysely';

import { addPrivateLinks } from './pieces.js';

/** Who signed up before gets a private link too. */
export const privateLinks: Migration = {
  up: (db) => addPrivateLinks(db, 'registrations'),
};
