import { fromStatements } from './pieces.js';

/** So that one network does not take the room of all. The index has what is asked: bytes of files are not read for it. */
export const sendersOfFiles = fromStatements([
  `ALTER TABLE attachments ADD COLUMN sender TEXT`,
  `CREATE INDEX attachments_by_sender ON attachments (feedback_id, sender, size)`,
]);
