import { fromStatements } from './pieces.js';

export const invitations = fromStatements([
  `CREATE TABLE invitations (
    panel_id TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    expires TEXT,
    registration_id TEXT UNIQUE REFERENCES registrations (id),
    PRIMARY KEY (panel_id, code_hash)
  ) STRICT`,
]);
