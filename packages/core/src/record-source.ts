import { assumeRecord, type RecordKind, type RecordOf } from '@puntari/contracts';
import { isServer } from 'lit';

import { whenIdle } from './idle.js';
import { loadJson, LoadError } from './loading.js';

/** Whose record it is, and what becomes of it. */
export interface RecordOwner<K extends RecordKind> {
  readonly localName: string;
  readonly recordKind: K;
  /** A record is in hand and can be shown. */
  show(record: RecordOf<K>): void;
  /** The same record without what we do not know. Nothing that is shown changes. */
  settle(record: RecordOf<K>): void;
  fail(error: LoadError): void;
}

/**
 * Where a widget's record comes from, and whether it is one. It is shown at once and checked beside, because the check
 * weighs as much as a widget; one that turns out not to be valid is taken off the page.
 */
export class RecordSource<K extends RecordKind> {
  readonly #owner: RecordOwner<K>;
  /** What was given last. An answer about anything older is of no use any more. */
  #given: unknown;
  #isChecked = false;

  constructor(owner: RecordOwner<K>) {
    this.#owner = owner;
  }

  /** Whether the record that is shown has passed the check. */
  get isChecked(): boolean {
    return this.#isChecked;
  }

  /** Whether this was given before: a property set before connecting is taken once. */
  has(data: unknown): boolean {
    return this.#given === data;
  }

  /** @param from - What to call its origin when the developer is told what is wrong with it. */
  take(data: unknown, from = 'the record property'): void {
    this.#given = data;
    this.#isChecked = false;
    if (!isServer) void this.#check(data, from);
    const record = assumeRecord(this.#owner.recordKind, data);
    if (record) this.#owner.show(record);
  }

  takeJson(json: string): void {
    try {
      this.take(JSON.parse(json), 'the inline record');
    } catch {
      this.#owner.fail(new LoadError('not-json', 'The inline JSON script is not JSON.'));
    }
  }

  /** Loads from an address, unless something else is given meanwhile. */
  async load(url: string, asked?: Promise<Response>): Promise<void> {
    this.#given = url;
    try {
      const data = await loadJson(url, asked);
      if (this.#given === url) this.take(data, url);
    } catch (error) {
      if (this.#given === url) this.#owner.fail(error as LoadError);
    }
  }

  async #check(data: unknown, from: string): Promise<void> {
    const { localName, recordKind } = this.#owner;
    await whenIdle();
    const check = await import('./record-check.js').catch(() => undefined);
    if (!this.has(data)) return;
    if (!check) {
      // The receiver has checked it too. Without a check only what cannot be shown at all is refused.
      if (!assumeRecord(recordKind, data)) this.#refuse(from);
      return;
    }
    const record = check.checkRecord(localName, recordKind, data, from);
    if (!record) {
      this.#refuse(from);
      return;
    }
    this.#isChecked = true;
    this.#owner.settle(record);
  }

  #refuse(from: string): void {
    this.#owner.fail(
      new LoadError('not-valid', `${from} is not a valid ${this.#owner.recordKind}.`),
    );
  }
}
