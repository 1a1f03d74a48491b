import type { Migration, MigrationProvider } from 'kysely';

import { start } from './migrations/0001-start.js';
import { privateLinks } from './migrations/0002-private-links.js';
import { invitations } from './migrations/0003-invitations.js';
import { retention } from './migrations/0004-retention.js';
import { statementEntries } from './migrations/0005-statement-entries.js';
import { topics } from './migrations/0006-topics.js';
import { feedback } from './migrations/0007-feedback.js';
import { open311 } from './migrations/0008-open311.js';
import { privateProposals } from './migrations/0009-private-proposals.js';
import { sendersOfFiles } from './migrations/0010-senders-of-files.js';

/**
 * In order of their names, all that are new in one transaction. A migration that has been released is never changed: add the
 * next one.
 */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-start': start,
  '0002-private-links': privateLinks,
  '0003-invitations': invitations,
  '0004-retention': retention,
  '0005-statement-entries': statementEntries,
  '0006-topics': topics,
  '0007-feedback': feedback,
  '0008-open311': open311,
  '0009-private-proposals': privateProposals,
  '0010-senders-of-files': sendersOfFiles,
};

export const migrationProvider: MigrationProvider = {
  getMigrations: () => Promise.resolve({ ...MIGRATIONS }),
};
