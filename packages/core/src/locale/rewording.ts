/** Single texts that a page words otherwise. A module of its own: most pages take the words as they are. */
import { dictionary, languagesOf, type Words } from './words.js';

const { instance } = dictionary;

interface Rewording {
  readonly namespace: string;
  readonly texts: Readonly<Record<string, Words>>;
}
const rewordings = new Map<string, Rewording>();

dictionary.follow((namespace, language) => {
  for (const [name, rewording] of rewordings) {
    if (rewording.namespace === namespace) copyReworded(name, language);
  }
});

/**
 * Rewording by the page: a copy of a namespace in which single texts are replaced, in the languages we have now and in
 * those that load later.
 *
 * @param url - Where the rewording came from; names the copy.
 * @param texts - Language to key to text; keys with dots or nested.
 * @returns the name of the namespace to use in place of `namespace`.
 */
export function reword(
  namespace: string,
  url: string,
  texts: Readonly<Record<string, Words>>,
): string {
  const name = `${namespace}@${url}`;
  rewordings.set(name, { namespace, texts });
  for (const code of languagesOf(namespace)) {
    if (instance.hasResourceBundle(code, namespace)) copyReworded(name, code);
  }
  dictionary.changed();
  return name;
}

function copyReworded(name: string, code: string): void {
  const rewording = rewordings.get(name);
  if (!rewording) return;
  const base = instance.getResourceBundle(code, rewording.namespace) as Words;
  // i18next copies what it is given.
  instance.addResourceBundle(code, name, base);
  for (const [key, text] of flatten(rewording.texts[code] ?? {})) {
    // Only where the text stands already: a copy that had more would answer for another namespace's own language.
    if (instance.getResource(code, rewording.namespace, key) !== undefined)
      instance.addResource(code, name, key, text);
  }
}

function flatten(words: Words, prefix = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );
}
