import { fromStatements, neverAgain } from './pieces.js';

export const statementEntries = fromStatements([
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
]);
