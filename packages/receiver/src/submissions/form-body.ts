import type { FieldValues } from '@puntari/contracts';

import type { SentFile } from '../attachments/take.js';
import { HIDDEN_FIELD } from './suspicions.js';

const PUT_IN_BY_PAGES = ['lang', 'subject', 'form', 'token', 'channelId', 'callId', HIDDEN_FIELD];

/** The fields of a form that a page posted without JavaScript. */
export class FormBody {
  readonly values: FieldValues;
  readonly files: readonly SentFile[];

  constructor(pairs: Iterable<readonly [string, string]>, files: readonly SentFile[] = []) {
    this.files = files;
    // Lists that grow in place: whoever sends one name thousands of times would hold up everybody if each were copied.
    const values = new Map<string, string[]>();
    for (const [name, value] of pairs) {
      const before = values.get(name);
      if (before) before.push(value);
      else values.set(name, [value]);
    }
    this.values = Object.fromEntries(
      [...values].map(([name, all]) => [name, all.length > 1 ? all : (all[0] ?? '')]),
    );
  }

  /** Whether nothing was answered: at most what the page itself put in. */
  get isEmpty(): boolean {
    const names = Object.keys(this.values);
    return this.files.length === 0 && names.every((name) => PUT_IN_BY_PAGES.includes(name));
  }

  text(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === 'string' ? value : value?.[0];
  }
}
