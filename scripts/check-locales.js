/**
 * Words of every language: the same keys and placeholders, the plural forms that each language
 * has, every key used and every used key there.
 *
 * A key counts as used when it stands in code as a string, or fits a template such as
 * `error.${code}`. Before `${vocabulary}.${code}` the first part has to stand somewhere as a
 * string. Where code puts keys together in another way, it says so in a comment:
 * `locale keys: level.*`.
 */

import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

import { filesBelow, fromRoot, shown } from './lib/paths.js';
import { differencesIn } from './lib/same-words.js';
import { standalone } from './lib/standalone.js';
import { lineOf, parse, ts, walk } from './lib/syntax.js';

const SOURCE = 'fi';
/** All of a language, or a list of what it claims: a namespace, or a group of keys in one. */
const ALL = 'all';
const VOLUNTEER_FORM = [
  'core',
  'form',
  'saving',
  'volunteer-form',
  // What the form shows of a panel; other widgets say the rest, and these languages have no words of theirs.
  'vocabulary.attach',
  'vocabulary.element',
  'vocabulary.panelKind',
  'vocabulary.supportNeed',
];
/** Of the pages that the receiver prints: those that residents see. Easy Finnish says the rest in Finnish, text by text. */
const RECEIVER_PAGES = [
  'form',
  'receipt',
  'withdraw',
  'contact',
  'manage',
  'ineligible',
  'status',
  'part',
  'answer',
  'method',
  'need',
  'paper',
  'problem',
].map((group) => `receiver.${group}`);
const COMPLETE = {
  fi: ALL,
  sv: ALL,
  en: ALL,
  'fi-simple': [...VOLUNTEER_FORM, 'topic-form', 'topic-later', 'receiver.status'],
  ar: [...VOLUNTEER_FORM, 'topic-form', 'topic-later', ...RECEIVER_PAGES],
};
const PLURAL = /_(zero|one|two|few|many|other)$/;
const PLACEHOLDER = /\{\{\s*-?\s*([\w.]+)[^}]*\}\}/g;

/** Each folder with a fi.json is one namespace. */
export function namespaces() {
  return filesBelow(fromRoot('packages'))
    .filter((file) => file.includes('locales') && basename(file) === `${SOURCE}.json`)
    .map((file) => dirname(file));
}

function flatten(words, prefix = '') {
  return Object.entries(words).flatMap(([key, value]) => {
    if (key.startsWith('_')) return [];
    if (typeof value === 'object' && value !== null) return flatten(value, `${prefix}${key}.`);
    return [[`${prefix}${key}`, value]];
  });
}

/** Texts of one language by key; the forms of a plural stand together under one key. */
export function readLanguage(file, problems) {
  let flat;
  try {
    const words = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof words._review !== 'string')
      problems.push(`${shown(file)}: "_review" says nothing of who has read these words`);
    flat = new Map(flatten(words));
  } catch (error) {
    problems.push(`${shown(file)}: ${error.message}`);
    return new Map();
  }
  const entries = new Map();
  for (const [key, text] of flat) {
    if (typeof text !== 'string' || text.trim() === '') {
      problems.push(`${shown(file)}: ${key} has no text`);
      continue;
    }
    const base = key.replace(PLURAL, '');
    const isPlural = base !== key && flat.has(`${base}_other`);
    const entry = entries.get(isPlural ? base : key) ?? { forms: new Map() };
    entry.forms.set(isPlural ? PLURAL.exec(key)[1] : '', text);
    entries.set(isPlural ? base : key, entry);
  }
  return entries;
}

const placeholdersOf = ({ forms }) =>
  [
    ...new Set(
      [...forms.values()].flatMap((text) => [...text.matchAll(PLACEHOLDER)].map((m) => m[1])),
    ),
  ]
    .sort()
    .join(', ');

/** i18next asks for the form that Intl names; a form that is missing shows the key to residents. */
function checkPlurals(file, language, entries, problems) {
  const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
  for (const [key, { forms }] of entries) {
    if (forms.has('')) continue;
    const has = [...forms.keys()].sort();
    if (has.join() !== wanted.join()) {
      problems.push(
        `${shown(file)}: ${key} has the forms ${has.join(', ')}; ${language} has ${wanted.join(', ')}`,
      );
    }
  }
}

/** `…/locales/core` is `core`; `…/volunteer-form/locales` is `volunteer-form`; the receiver's is `receiver`. */
function namespaceOf(folder) {
  const name = basename(folder);
  if (name !== 'locales') return name;
  const owner = basename(dirname(folder));
  return owner === 'src' ? basename(dirname(dirname(folder))) : owner;
}

/** Whether a language says that it has this key, or with `''` that it has anything of the namespace. */
function isClaimed(language, namespace, key) {
  const claims = COMPLETE[language] ?? [];
  if (claims === ALL) return true;
  return claims.some((claim) =>
    key === ''
      ? claim.split('.')[0] === namespace
      : claim === namespace || `${namespace}.${key}`.startsWith(`${claim}.`),
  );
}

function compare(file, language, entries, source, problems) {
  const namespace = namespaceOf(dirname(file));
  for (const [key, entry] of source) {
    const other = entries.get(key);
    if (other === undefined) {
      if (isClaimed(language, namespace, key)) problems.push(`${shown(file)}: ${key} is missing`);
      continue;
    }
    if (entry.forms.has('') !== other.forms.has('')) {
      problems.push(`${shown(file)}: ${key} is a plural in one language and not in the other`);
    }
    const [wanted, has] = [placeholdersOf(entry), placeholdersOf(other)];
    if (wanted !== has) {
      problems.push(
        `${shown(file)}: ${key} has the placeholders [${has}], ${SOURCE} has [${wanted}]`,
      );
    }
  }
  for (const key of entries.keys()) {
    if (!source.has(key)) problems.push(`${shown(file)}: ${key} is not in ${SOURCE}.json`);
  }
}

/** The texts of a folder's source, after its languages were compared with it. */
export function checkFolder(folder, problems) {
  const source = readLanguage(`${folder}/${SOURCE}.json`, problems);
  const files = filesBelow(folder).filter(
    (file) => dirname(file) === folder && file.endsWith('.json'),
  );
  const languages = files.map((file) => basename(file, '.json'));
  for (const language of Object.keys(COMPLETE)) {
    if (isClaimed(language, namespaceOf(folder), '') && !languages.includes(language))
      problems.push(`${shown(folder)}: ${language}.json is missing`);
  }
  for (const language of languages) {
    const file = `${folder}/${language}.json`;
    const entries = language === SOURCE ? source : readLanguage(file, problems);
    checkPlurals(file, language, entries, problems);
    if (language !== SOURCE) compare(file, language, entries, source, problems);
  }
  return source;
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `error.${field}.${code}` as a pattern; a template that starts with an unknown is none. */
function patternOf(template) {
  if (!/^[A-Za-z][\w]*\./.test(template.head.text)) return undefined;
  const parts = template.templateSpans.map(({ literal }) => `.+${escaped(literal.text)}`);
  return new RegExp(`^${escaped(template.head.text)}${parts.join('')}$`);
}

/** `${vocabulary}.${code}`: the first part of the key comes from elsewhere, as a string of its own. */
const startsOpen = (node) =>
  ts.isTemplateExpression(node) &&
  node.head.text === '' &&
  node.templateSpans[0].literal.text === '.';

const isTranslateCall = (node) =>
  ts.isCallExpression(node) &&
  ((ts.isIdentifier(node.expression) && node.expression.text === 't') ||
    (ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 't'));

/** The keys that an argument can be, as nodes; of a list only the last one has to exist. */
function keyNodes(node) {
  if (node === undefined) return [];
  if (ts.isConditionalExpression(node))
    return [...keyNodes(node.whenTrue), ...keyNodes(node.whenFalse)];
  if (ts.isArrayLiteralExpression(node)) return keyNodes(node.elements.at(-1));
  if (ts.isParenthesizedExpression(node)) return keyNodes(node.expression);
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) ? [node] : [];
}

/** What the code of some packages says about keys. */
function readCode(folders) {
  const usage = { literals: new Set(), patterns: [], calls: [], hasOpenTemplate: false };
  const files = folders
    .flatMap((folder) => filesBelow(fromRoot(folder)))
    .filter((file) => /\.(ts|js)$/.test(file) && !/\.test\./.test(file));
  for (const file of files) {
    const source = parse(file);
    for (const [, prefix] of source.text.matchAll(/locale keys: ([\w.]+)\.\*/g)) {
      usage.patterns.push(new RegExp(`^${escaped(prefix)}\\..+$`));
    }
    walk(source, (node) => {
      if (ts.isStringLiteralLike(node)) usage.literals.add(node.text);
      if (ts.isTemplateExpression(node)) usage.patterns.push(patternOf(node));
      if (startsOpen(node)) usage.hasOpenTemplate = true;
      if (isTranslateCall(node)) {
        for (const key of keyNodes(node.arguments[0])) usage.calls.push({ file, node: key });
      }
    });
  }
  usage.patterns = usage.patterns.filter((pattern) => pattern !== undefined);
  return usage;
}

function isUsed(key, code) {
  if (code.literals.has(key) || code.patterns.some((pattern) => pattern.test(key))) return true;
  const parts = key.split('.');
  const beginnings = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
  return code.hasOpenTemplate && beginnings.some((beginning) => code.literals.has(beginning));
}

function checkUsage(code, words, problems) {
  const keys = [...words.values()].flatMap((source) => [...source.keys()]);
  for (const { file, node } of code.calls) {
    const pattern = ts.isTemplateExpression(node) ? patternOf(node) : undefined;
    const exists = ts.isTemplateExpression(node)
      ? pattern === undefined || keys.some((key) => pattern.test(key))
      : keys.includes(node.text);
    if (!exists) problems.push(`${shown(file)}:${lineOf(node)}: no text for ${node.getText()}`);
  }
  for (const [folder, source] of words) {
    for (const key of source.keys()) {
      if (!isUsed(key, code))
        problems.push(`${shown(folder)}/${SOURCE}.json: ${key} is used nowhere`);
    }
  }
}

/** The receiver has words of its own; those of core are also used by the widgets. */
const SCOPES = [
  ['packages/core/src', 'packages/widgets/src', 'packages/embed/src'],
  ['packages/receiver/src'],
];

export function checkLocales() {
  const problems = [];
  const folders = namespaces();
  for (const scope of SCOPES) {
    const words = new Map();
    for (const folder of folders) {
      if (scope.some((path) => shown(folder).startsWith(`${path}/`))) {
        words.set(folder, checkFolder(folder, problems));
      }
    }
    checkUsage(readCode(scope), words, problems);
  }
  problems.push(...differencesIn());
  if (folders.length === 0) problems.push('No locale folder was found.');
  return {
    ok: problems.length === 0,
    output: problems.join('\n'),
    note: `${folders.length} namespaces`,
  };
}

await standalone(import.meta.url, checkLocales);
