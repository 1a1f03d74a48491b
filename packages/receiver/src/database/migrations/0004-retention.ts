import { fromStatements } from './pieces.js';

/** What each panel promised of the end of retention, kept for when its record is no longer there. */
export const retention = fromStatements([
  `CREATE TABLE retention (
    panel_id TEXT PRIMARY KEY,
    retain_until TEXT NOT NULL,
    time_zone TEXT NOT NULL
  ) STRICT`,
]);
