import { type Kysely, type Migration, type MigrationProvider, sql } from 'kysely';

import { hashOfId, privateId } from '../submissions/private-link.js';

const ENTRY_COLUMNS = `
  id TEXT PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE REFERENCES receipts (reference),
  received_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  status TEXT NOT NULL,
  revision INTEGER NOT NULL,
  lang TEXT NOT NULL,
  fill_seconds INTEGER,
  submission TEXT NOT NULL CHECK (json_valid(submission))`;

const historyTable = (name: string, entries: string): string => `
  CREATE TABLE ${name} (
    line INTEGER PRIMARY KEY,
    entry_id TEXT NOT NULL REFERENCES ${entries} (id),
    revision INTEGER NOT NULL,
    at TEXT NOT NULL,
    from_status TEXT NOT NULL,
    to_status TEXT NOT NULL,
    by TEXT NOT NULL,
    comment TEXT,
    submission TEXT CHECK (submission IS NULL OR json_valid(submission))
  ) STRICT`;

const FIRST = [
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
];

const fromStatements = (statements: readonly string[]): Migration => ({
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});

interface Received {
  readonly id: string;
  readonly page_id: string;
  readonly secret: string;
}

/** Who signed up before gets a private link too: it is made from what the receipt has. */
async function addPrivateLinks(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE registrations ADD COLUMN manage_hash TEXT`.execute(db);
  const { rows } = await sql<Received>`
    SELECT registrations.id, receipts.page_id, settings.value AS secret
    FROM registrations
    JOIN receipts ON receipts.reference = registrations.reference
    JOIN settings ON settings.name = 'secret'`.execute(db);
  for (const { id, page_id, secret } of rows) {
    const hash = hashOfId(privateId(secret, page_id));
    await sql`UPDATE registrations SET manage_hash = ${hash} WHERE id = ${id}`.execute(db);
  }
  await sql`CREATE UNIQUE INDEX registrations_by_manage_hash ON registrations (manage_hash)`.execute(
    db,
  );
}

const INVITATIONS = [
  `CREATE TABLE invitations (
    panel_id TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    expires TEXT,
    registration_id TEXT UNIQUE REFERENCES registrations (id),
    PRIMARY KEY (panel_id, code_hash)
  ) STRICT`,
];

/** Whoever has the file can still do anything with it; no fault of a program can. */
const neverAgain = (act: 'UPDATE' | 'DELETE', of: 'statement' | 'topic' = 'statement'): string =>
  `CREATE TRIGGER ${of}_entries_no_${act.toLowerCase()} BEFORE ${act} ON ${of}_entries
  BEGIN SELECT RAISE(ABORT, 'what was recorded about a ${of} is never changed'); END`;

const STATEMENT_ENTRIES = [
  `CREATE TABLE statement_entries (
    line INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    statement_id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    change TEXT NOT NULL CHECK (json_valid(change)),
    before TEXT CHECK (before IS NULL OR json_valid(before)),
    after TEXT NOT NULL CHECK (json_valid(after)),
    key TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    UNIQUE (statement_id, item_id, version),
    UNIQUE (statement_id, item_id, key)
  ) STRICT`,
  neverAgain('UPDATE'),
  neverAgain('DELETE'),
];

/** What each panel promised of the end of retention, kept for when its record is no longer there. */
const RETENTION = [
  `CREATE TABLE retention (
    panel_id TEXT PRIMARY KEY,
    retain_until TEXT NOT NULL,
    time_zone TEXT NOT NULL
  ) STRICT`,
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

const OPEN311 = [
  `CREATE TABLE open311_requests (
    feedback_id TEXT PRIMARY KEY REFERENCES feedback (id) ON DELETE CASCADE,
    channel_id TEXT NOT NULL,
    state TEXT NOT NULL
      CHECK (state IN ('waiting', 'sending', 'unknown', 'uncertain', 'sent', 'given-up')),
    revision INTEGER NOT NULL,
    sent_revision INTEGER,
    is_cut INTEGER NOT NULL DEFAULT 0,
    tries INTEGER NOT NULL DEFAULT 0,
    claim TEXT,
    service_code TEXT,
    first_at TEXT,
    sending_at TEXT,
    sent_at TEXT,
    next_at TEXT,
    error TEXT,
    token TEXT,
    request_id TEXT,
    city_status TEXT,
    status_notes TEXT,
    agency TEXT,
    expected_at TEXT,
    city_updated_at TEXT,
    checked_at TEXT,
    check_at TEXT
  ) STRICT`,
  `CREATE INDEX open311_requests_due ON open311_requests (channel_id, state, next_at)`,
  `CREATE INDEX open311_requests_check ON open311_requests (channel_id, check_at)`,
];
/** Who gave feedback before gets a private link too. */
async function addFeedback(db: Kysely<unknown>): Promise<void> {
  for (const statement of FEEDBACK) await sql.raw(statement).execute(db);
  await sql`ALTER TABLE feedback ADD COLUMN manage_hash TEXT`.execute(db);
  await sql`ALTER TABLE feedback ADD COLUMN forgotten_at TEXT`.execute(db);
  const { rows } = await sql<Received>`
    SELECT feedback.id, receipts.page_id, settings.value AS secret
    FROM feedback
    JOIN receipts ON receipts.reference = feedback.reference
    JOIN settings ON settings.name = 'secret'`.execute(db);
  for (const { id, page_id, secret } of rows) {
    const hash = hashOfId(privateId(secret, page_id, 'feedback'));
    await sql`UPDATE feedback SET manage_hash = ${hash} WHERE id = ${id}`.execute(db);
  }
  await sql`CREATE UNIQUE INDEX feedback_by_manage_hash ON feedback (manage_hash)`.execute(db);
}

/** Who proposed before gets a private link too. */
async function addPrivateProposals(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE topic_proposals ADD COLUMN manage_hash TEXT`.execute(db);
  const { rows } = await sql<Received>`
    SELECT topic_proposals.id, receipts.page_id, settings.value AS secret
    FROM topic_proposals
    JOIN receipts ON receipts.reference = topic_proposals.reference
    JOIN settings ON settings.name = 'secret'`.execute(db);
  for (const { id, page_id, secret } of rows) {
    const hash = hashOfId(privateId(secret, page_id, 'proposal'));
    await sql`UPDATE topic_proposals SET manage_hash = ${hash} WHERE id = ${id}`.execute(db);
  }
  await sql`CREATE UNIQUE INDEX topic_proposals_by_manage_hash ON topic_proposals (manage_hash)`.execute(
    db,
  );
}

/**
 * In order of their names, all that are new in one transaction. A migration that has been released is never changed: add the
 * next one.
 */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-start': fromStatements(FIRST),
  '0002-private-links': { up: addPrivateLinks },
  '0003-invitations': fromStatements(INVITATIONS),
  '0004-retention': fromStatements(RETENTION),
  '0005-statement-entries': fromStatements(STATEMENT_ENTRIES),
  '0006-topics': fromStatements([...RECEIPTS_OF_PROPOSALS, ...TOPICS]),
  '0007-feedback': { up: addFeedback },
  '0008-open311': fromStatements(OPEN311),
  '0009-private-proposals': { up: addPrivateProposals },
};

export const migrationProvider: MigrationProvider = {
  getMigrations: () => Promise.resolve({ ...MIGRATIONS }),
};
