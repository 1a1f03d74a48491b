import { ENTRY_COLUMNS, fromStatements, historyTable } from './pieces.js';

export const start = fromStatements([
  `CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`,
  `CREATE TABLE receipts (
    reference TEXT PRIMARY KEY,
    page_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('registration', 'feedback')),
    time_zone TEXT NOT NULL,
    receipt TEXT NOT NULL CHECK (json_valid(receipt))
  ) STRICT`,
  `CREATE TABLE sent_keys (
    target TEXT NOT NULL,
    key TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    reference TEXT NOT NULL REFERENCES receipts (reference),
    sent_at TEXT NOT NULL,
    PRIMARY KEY (target, key)
  ) STRICT`,
  `CREATE TABLE registrations (${ENTRY_COLUMNS},
    panel_id TEXT NOT NULL,
    channel TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX registrations_by_panel ON registrations (panel_id, received_at)`,
  // Apart from the registration, so that who draws the panel never sees it by looking at the registrations.
  `CREATE TABLE registration_support (
    registration_id TEXT NOT NULL REFERENCES registrations (id),
    revision INTEGER NOT NULL,
    needs TEXT NOT NULL CHECK (json_valid(needs)),
    note TEXT,
    PRIMARY KEY (registration_id, revision)
  ) STRICT`,
  historyTable('registration_history', 'registrations'),
  `CREATE TABLE feedback (${ENTRY_COLUMNS},
    channel_id TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX feedback_by_channel ON feedback (channel_id, received_at)`,
  // Apart from the words, so that feedback can be read and passed on without knowing who wrote it.
  `CREATE TABLE feedback_contacts (
    feedback_id TEXT NOT NULL REFERENCES feedback (id),
    revision INTEGER NOT NULL,
    contact TEXT NOT NULL CHECK (json_valid(contact)),
    PRIMARY KEY (feedback_id, revision)
  ) STRICT`,
  historyTable('feedback_history', 'feedback'),
]);
