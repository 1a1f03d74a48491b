/**
 * The words that a widget starts with, of whatever namespaces, in one file for each language. In files of their own they
 * would be up to five requests, each found out only when the widget runs; a slowed phone pays 20 ms of its only thread for
 * one. What comes later stays in files of its own.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Which words a module holds, if it is one of words. */
export function wordsOf(id) {
  const [, folder, widget, language] =
    /\/(?:(?:core\/dist|widgets\/dist\/[^/]+)\/locales\/([^/]+)|widgets\/dist\/([^/]+)\/locales)\/([^/]+)\.json$/.exec(
      id,
    ) ?? [];
  return language === undefined ? undefined : { namespace: folder ?? widget, language };
}

/** Begins the id of a module that registers the words of a widget. */
const REGISTERS = '\0words-of:';
const FILE = '\0words:';

/** The widget and the language of a module of words together. */
export function togetherOf(id) {
  const [, widget, language] = /^\0words:([\w-]+)\.([\w-]+)$/.exec(id) ?? [];
  return widget && { widget, language };
}

/** Notes in a file of words, such as who has reviewed it, are for those who edit it. */
export const withoutNotes = (words) =>
  Object.fromEntries(Object.entries(words).filter(([key]) => !key.startsWith('_')));

/** Namespace to language to the words' file. */
function allWords(folders) {
  const found = {};
  for (const folder of folders) {
    for (const path of readdirSync(folder, { recursive: true }).sort()) {
      const file = join(folder, path).replaceAll('\\', '/');
      const { namespace, language } = wordsOf(file) ?? {};
      if (namespace) (found[namespace] ??= {})[language] = file;
    }
  }
  return found;
}

/** The call that registers the words of a namespace, with what it loads. */
const isRegistering = ({ type, expression }) =>
  type === 'ExpressionStatement' &&
  expression.type === 'CallExpression' &&
  expression.callee.name === 'registerWords';

/**
 * Rollup plugin that does it.
 *
 * @param options.folders - Where the words stand.
 * @param options.namespaces - By the name of the widget, those that it starts with; its own first.
 * @param options.entry - The module of a widget's entry to the widget's name, or undefined.
 * @param options.registerTogether - The module that exports `registerTogether`.
 */
export function wordsTogether({ folders, namespaces, entry, registerTogether }) {
  const words = allWords(folders);
  const together = new Set(Object.values(namespaces).flat());
  /** A language that only the shared words have is none that the widget speaks. */
  const languagesOf = (widget) => Object.keys(words[namespaces[widget][0]]);

  const registering = (widget) => {
    const files = languagesOf(widget).map(
      (language) => `${JSON.stringify(language)}: () => import('${FILE}${widget}.${language}')`,
    );
    return `import { registerTogether } from ${JSON.stringify(registerTogether)};
      registerTogether(${JSON.stringify(namespaces[widget])}, { ${files.join(', ')} });`;
  };

  const wordsFile = ({ widget, language }) => {
    const read = (file) => (file ? withoutNotes(JSON.parse(readFileSync(file, 'utf8'))) : {});
    const all = namespaces[widget].map((name) => [name, read(words[name][language])]);
    return `export default ${JSON.stringify(Object.fromEntries(all))};`;
  };

  return {
    name: 'words-together',
    resolveId: (id) => (id.startsWith(REGISTERS) || id.startsWith(FILE) ? id : null),
    load(id) {
      if (id.startsWith(REGISTERS))
        return { code: registering(id.slice(REGISTERS.length)), moduleSideEffects: true };
      const file = togetherOf(id);
      return file ? wordsFile(file) : null;
    },
    transform(code, id) {
      const widget = entry(id);
      // Before the widget: it asks for its words as soon as it is defined.
      if (widget) return { code: `import '${REGISTERS}${widget}';\n${code}`, map: null };
      if (!code.includes('registerWords(')) return null;
      const path = id.replace(/\?.*$/, '');
      const calls = this.parse(code).body.filter(isRegistering).reverse();
      const rest = calls.reduce((text, { start, end }) => {
        const [, file] = /import\(['"](.*?)['"]/.exec(code.slice(start, end)) ?? [];
        const { namespace } = (file && wordsOf(join(dirname(path), file))) ?? {};
        if (!namespace) throw new Error(`${id} registers words that are in no file.`);
        return together.has(namespace) ? text.slice(0, start) + text.slice(end) : text;
      }, code);
      return { code: rest, map: null };
    },
  };
}
