/**
 * i18next comes as one module that no bundler can shake: all of it hangs on one object. What we never call is emptied
 * here, about a quarter of it. Words come from modules of ours, so there is no backend; numbers and dates come from
 * `Intl`, so there are no formatters; languages are arguments, so nothing is detected or cloned.
 *
 * Fails when i18next no longer has what is emptied. test/trim-i18next.test.js compares every text we have.
 */

/** What takes the place of a whole class. */
const CLASSES = {
  Connector: '{ on() {} load(languages, namespaces, callback) { callback(); } }',
  Formatter: '{ format(value) { return value; } }',
};

/** Methods nobody calls, or whose answer nobody reads. */
const METHODS = {
  I18n: [
    'cloneInstance',
    'dir',
    'hydrate',
    'loadLanguages',
    'loadNamespaces',
    'reloadResources',
    'setDefaultNamespace',
    'toJSON',
    'use',
  ],
  LanguageUtil: ['deprecateBareCode'],
  PluralResolver: ['getSuffixes', 'needsPlural'],
  ResourceStore: ['addResources', 'deprecateDottedLng', 'removeResourceBundle'],
  Translator: ['getUsedParamsDetails'],
};

/** Texts inside texts, `$t(…)`: a text comes back as it is. */
const UNCHANGED = { Interpolator: ['nest'] };

/** Advice for those who develop with i18next; ours is in our own words. For terser's `pure_funcs`. */
export const LOGGING = ['log', 'warn', 'error', 'deprecate', 'once'].flatMap((level) => [
  `this.logger.${level}`,
  `baseLogger.${level}`,
]);

function bodyOf(declaration, name) {
  const method = declaration.body.body.find(({ key }) => key?.name === name);
  if (!method) throw new Error(`i18next has no ${declaration.id.name}.${name} any more.`);
  return method.value.body;
}

function editsOf(declaration) {
  const { name, end: start } = declaration.id;
  // With the body goes what the class extended.
  if (CLASSES[name]) return [{ start, end: declaration.end, text: CLASSES[name] }];
  const edit = (text) => (method) => ({ ...bodyOf(declaration, method), text });
  return [
    ...(METHODS[name] ?? []).map(edit('{}')),
    ...(UNCHANGED[name] ?? []).map(edit('{ return arguments[0]; }')),
  ];
}

/** Rollup plugin that does it. */
export function trimI18next() {
  return {
    name: 'trim-i18next',
    transform(code, id) {
      if (!id.endsWith('/i18next/dist/esm/i18next.js')) return null;
      const declarations = this.parse(code).body.filter(({ type }) => type === 'ClassDeclaration');
      const missing = Object.keys({ ...CLASSES, ...METHODS, ...UNCHANGED }).filter(
        (name) => !declarations.some((declaration) => declaration.id.name === name),
      );
      if (missing.length > 0) throw new Error(`i18next has no ${missing.join(', ')} any more.`);
      const edits = declarations
        .flatMap(editsOf)
        .sort((first, second) => second.start - first.start);
      let trimmed = code;
      for (const { start, end, text } of edits) {
        trimmed = trimmed.slice(0, start) + text + trimmed.slice(end);
      }
      return { code: trimmed, map: null };
    },
  };
}
