import { ENTRY_COLUMNS, fromStatements, historyTable, neverAgain } from './pieces.js';

/**
 * Receipts of proposals too. SQLite cannot change what a column may hold, so the table is made anew with what stood in it;
 * what refers to it is checked at the end, when it is there again.
 */
const RECEIPTS_OF_PROPOSALS = [
  `PRAGMA defer_foreign_keys = ON`,
  `CREATE TABLE receipts_before AS SELECT * FROM receipts`,
  `DROP TABLE receipts`,
  `CREATE TABLE receipts (
    reference TEXT PRIMARY KEY,
    page_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('registration', 'feedback', 'proposal')),
    time_zone TEXT NOT NULL,
    receipt TEXT NOT NULL CHECK (json_valid(receipt))
  ) STRICT`,
  `INSERT INTO receipts (reference, page_id, kind, time_zone, receipt)
    SELECT reference, page_id, kind, time_zone, receipt FROM receipts_before`,
  `DROP TABLE receipts_before`,
];

const TOPICS = [
  `CREATE TABLE topic_proposals (${ENTRY_COLUMNS},
    call_id TEXT NOT NULL,
    topic_id TEXT
  ) STRICT`,
  `CREATE INDEX topic_proposals_by_call ON topic_proposals (call_id, received_at)`,
  `CREATE INDEX topic_proposals_by_topic ON topic_proposals (topic_id) WHERE topic_id IS NOT NULL`,
  // Apart from the words, so that proposals can be read and compared without knowing whose they are.
  `CREATE TABLE topic_proposal_contacts (
    proposal_id TEXT NOT NULL REFERENCES topic_proposals (id),
    revision INTEGER NOT NULL,
    contact TEXT NOT NULL CHECK (json_valid(contact)),
    PRIMARY KEY (proposal_id, revision)
  ) STRICT`,
  historyTable('topic_proposal_history', 'topic_proposals'),
  `CREATE TABLE topic_entries (
    line INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    topic_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    change TEXT NOT NULL CHECK (json_valid(change)),
    before TEXT CHECK (before IS NULL OR json_valid(before)),
    after TEXT NOT NULL CHECK (json_valid(after)),
    key TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    UNIQUE (topic_id, version),
    UNIQUE (topic_id, key)
  ) STRICT`,
  neverAgain('UPDATE', 'topic'),
  neverAgain('DELETE', 'topic'),
  `CREATE TABLE topic_supports (
    topic_id TEXT NOT NULL,
    key_hash TEXT NOT NULL,
    PRIMARY KEY (topic_id, key_hash)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE topic_call_retention (
    call_id TEXT PRIMARY KEY,
    retain_until TEXT NOT NULL,
    time_zone TEXT NOT NULL
  ) STRICT`,
];

export const topics = fromStatements([...RECEIPTS_OF_PROPOSALS, ...TOPICS]);
