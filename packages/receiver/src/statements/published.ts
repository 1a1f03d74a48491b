/** Statements as they are served: the panel's words from the content folder, and what was answered since. */
import { type Content, type ServedRecord, servedRecord } from '../content/content.js';
import type { Queryable } from '../database/database.js';
import { entriesOf, type Entry, lastLineOf } from './store.js';

interface Data {
  readonly version: string;
  readonly items: readonly { readonly id: string }[];
}

/**
 * A record with what was recorded in it. What the contracts do not know stays, as in every record. The version is another
 * one, since pages keep what they show as long as it is the same.
 *
 * @param authored - The record as its author wrote it, as JSON.
 */
export function withEntries(authored: string, entries: readonly Entry[]): string {
  const data = JSON.parse(authored) as Data;
  const last = new Map(entries.map(({ itemId, after }) => [itemId, after]));
  const items = data.items.map((item) => {
    const response = last.get(item.id);
    return response === undefined ? item : { ...item, response };
  });
  return JSON.stringify({ ...data, version: `${data.version}+${String(entries.length)}`, items });
}

/** Makes each statement once, until something more is recorded: also by another process. */
export class PublishedStatements {
  readonly #db: Queryable;
  readonly #content: Content;
  readonly #made = new Map<string, { readonly line: number; readonly record: ServedRecord }>();

  constructor(db: Queryable, content: Content) {
    this.#db = db;
    this.#content = content;
  }

  /** The statement by its id; nothing where there is none. */
  async find(id: string): Promise<ServedRecord | undefined> {
    const authored = this.#content.served.get(`/statements/${id}.json`);
    if (!authored) return undefined;
    const line = await lastLineOf(this.#db, id);
    if (line === 0) return authored;
    const made = this.#made.get(id);
    if (made?.line === line) return made.record;
    const record = servedRecord(withEntries(authored.body, await entriesOf(this.#db, id)));
    this.#made.set(id, { line, record });
    return record;
  }
}
