import { fromStatements } from './pieces.js';

export const open311 = fromStatements([
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
]);
