/** What a server's own program gets wrong, said before it fails somewhere inside: many of them are not in TypeScript. */
import { parseRecord, type RecordKind, type RecordOf } from '@puntari/contracts';

const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

/** @throws TypeError - When it is none of the names. */
export function demandOneOf(what: string, names: readonly string[], value: unknown): void {
  if (names.includes(value as string)) return;
  throw new TypeError(`${what}: expected one of ${listed(names)}, received ${shown(value)}`);
}

/** @throws TypeError - When there is no language: a server sees none around the tag. */
export function demandLang(lang: unknown): void {
  if (typeof lang === 'string' && lang !== '') return;
  throw new TypeError(`lang: expected a language, such as "fi", received ${shown(lang)}`);
}

/**
 * The record as it is shown, with what may be left out of it.
 *
 * @param what - What shall show it.
 * @throws TypeError - When it cannot be shown; says which fields are at fault, and why.
 */
export function demandRecord<K extends RecordKind>(
  what: string,
  kind: K,
  data: unknown,
): RecordOf<K> {
  const { record, problems } = parseRecord(kind, data);
  if (record) return record;
  const lines = problems.map(
    ({ pointer, expected, received }) =>
      `  ${pointer || '/'}: expected ${expected}, received ${received}`,
  );
  throw new TypeError([`${what} cannot show this record:`, ...lines].join('\n'));
}
