import { type Migration, sql } from 'kysely';

import { addPrivateLinks, run } from './pieces.js';

/**
 * Files of feedback, what officers record about it, and what each channel promised of the end of retention. Entries can be
 * deleted, because a resident can have words deleted that were quoted in them; what stands in one never changes.
 */
const FEEDBACK = [
  `CREATE TABLE attachments (
    id TEXT PRIMARY KEY,
    channel_id TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    hash TEXT NOT NULL,
    data BLOB NOT NULL,
    received_at TEXT NOT NULL,
    feedback_id TEXT REFERENCES feedback (id),
    UNIQUE (channel_id, key)
  ) STRICT`,
  `CREATE INDEX attachments_by_feedback ON attachments (feedback_id, received_at)`,
  `CREATE TABLE feedback_entries (
    line INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    feedback_id TEXT NOT NULL REFERENCES feedback (id),
    version INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    change TEXT NOT NULL CHECK (json_valid(change)),
    key TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    UNIQUE (feedback_id, version),
    UNIQUE (feedback_id, key)
  ) STRICT`,
  `CREATE TRIGGER feedback_entries_no_update BEFORE UPDATE ON feedback_entries
  BEGIN SELECT RAISE(ABORT, 'what was recorded about feedback is never changed'); END`,
  `CREATE TABLE feedback_retention (
    channel_id TEXT PRIMARY KEY,
    retain_until TEXT NOT NULL,
    time_zone TEXT NOT NULL
  ) STRICT`,
];

/** Who gave feedback before gets a private link too. */
export const feedback: Migration = {
  async up(db) {
    await run(db, FEEDBACK);
    await addPrivateLinks(db, 'feedback', 'feedback');
    await sql`ALTER TABLE feedback ADD COLUMN forgotten_at TEXT`.execute(db);
  },
};
