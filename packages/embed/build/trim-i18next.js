/**
 * i18next comes as one module that no bundler can shake: all of it hangs on one object. What we never call is emptied
 * here, about two fifths of it. Words come from modules of ours, so there is no backend; numbers and dates come from
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

/** Settings that core leaves as they are: what they would switch on is dead code. */
const SETTINGS = {
  'this.i18nFormat': 'undefined',
  'this.logger.debug': 'false',
  'this.options.returnObjects': 'false',
  'opt.returnObjects': 'undefined',
  'this.options.saveMissing': 'false',
  'this.options.supportedLngs': 'false',
  'this.services.languageDetector': 'undefined',
};

const settingNames = Object.keys(SETTINGS).map((setting) => setting.split('.').at(-1));

/** What the module that uses i18next may no longer mention. */
export const TAKEN_OUT = new RegExp(
  `instance\\.(${METHODS.I18n.join('|')})\\b|\\b(${settingNames.join('|')})\\b`,
);

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

/** Reads of settings, in a syntax tree. What is written stays. */
function readsIn(node, code, found = []) {
  if (node.type === 'MemberExpression') {
    const text = SETTINGS[code.slice(node.start, node.end)];
    if (text) return [...found, { start: node.start, end: node.end, text }];
  }
  const written = node.type === 'AssignmentExpression' ? node.left : undefined;
  return Object.values(node)
    .flat()
    .filter((child) => typeof child?.type === 'string' && child !== written)
    .reduce((all, child) => readsIn(child, code, all), found);
}

function trim(code, tree) {
  const classes = tree.body.filter(({ type }) => type === 'ClassDeclaration');
  const reads = readsIn(tree, code);
  const present = [
    ...classes.map((declaration) => declaration.id.name),
    ...reads.map(({ start, end }) => code.slice(start, end)),
  ];
  for (const name of Object.keys({ ...CLASSES, ...METHODS, ...UNCHANGED, ...SETTINGS })) {
    if (!present.includes(name)) throw new Error(`i18next has no ${name} any more.`);
  }
  const bodies = classes.flatMap(editsOf);
  const isEmptied = ({ start, end }) =>
    bodies.some((body) => body.start <= start && end <= body.end);
  const edits = [...bodies, ...reads.filter((read) => !isEmptied(read))];
  return edits
    .sort((first, second) => second.start - first.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);
}

/** Rollup plugin that does it. */
export function trimI18next() {
  return {
    name: 'trim-i18next',
    transform(code, id) {
      if (!id.endsWith('/i18next/dist/esm/i18next.js')) return null;
      return { code: trim(code, this.parse(code)), map: null };
    },
  };
}
