/** For the CDN, whose build puts the words that a widget starts with into one file for each language. */
import { registerWords, type WordLoaders, type Words } from '@puntari/core';

type Together = () => Promise<{ readonly default: Readonly<Record<string, Words>> }>;

/**
 * @param namespaces - What the files hold; the widget's own first.
 * @param files - By language.
 */
export function registerTogether(
  namespaces: readonly string[],
  files: Readonly<Record<string, Together>>,
): void {
  for (const namespace of namespaces) {
    const loaders = Object.entries(files).map(([language, load]) => [
      language,
      async () => ({ default: (await load()).default[namespace] }),
    ]);
    registerWords(namespace, Object.fromEntries(loaders) as WordLoaders);
  }
}
