/** What a server's own program gets wrong, said before it fails somewhere inside: many of them are not in TypeScript. */

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
