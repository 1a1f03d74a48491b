import type { Migration } from 'kysely';

import { addPrivateLinks } from './pieces.js';

/** Who proposed before gets a private link too. */
export const privateProposals: Migration = {
  up: (db) => addPrivateLinks(db, 'topic_proposals', 'proposal'),
};
