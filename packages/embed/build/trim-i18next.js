/**
 * i18next comes as one module that no bundler can shake: all of it hangs on one object. What we never use of it is made
 * dead code here, so that the minifier can drop it. Words come from modules of ours, so there is no backend; numbers and
 * dates come from `Intl`, so there are no formatters; languages are arguments, so nothing is detected or changed.
 *
 * Fails when i18next no longer is what the rules speak of. test/trim-i18next.test.js compares the texts.
 */

import { createHash } from 'node:crypto';

import { DROPPED, EXPORTS, KNOWN, REMOVED, REWRITTEN, SET_BY_CORE } from './i18next-rules.js';

const oneLine = (text) => text.replace(/\s+/g, ' ');

const childrenOf = (node) =>
  Object.values(node)
    .flat()
    .filter((child) => typeof child?.type === 'string');

export class Trimming {
  #code;
  #tree;
  #edits = [];
  #unused = new Set();
  /** What settings are worth, as they are read. */
  #settings = new Map();

  constructor(code, tree) {
    this.#code = code;
    this.#tree = tree;
    // const get = () => ({ … })
    const [defaults] = this.#variable('get').declarations;
    this.#readSettings(defaults.init.body.properties, 'this.options.');
  }

  result() {
    const classes = this.#tree.body.filter(({ type }) => type === 'ClassDeclaration');
    for (const rules of [REMOVED, REWRITTEN, DROPPED, KNOWN]) {
      for (const name of Object.keys(rules))
        if (!classes.some(({ id }) => id.name === name)) throw new Error(`i18next has no ${name}.`);
    }
    const used = classes.filter(({ id }) => REMOVED[id.name]);
    for (const declaration of used) this.#trimClass(declaration);
    this.#edit(this.#variable('baseLogger'), '');
    this.#edit({ start: this.#variable('instance').start, end: this.#tree.end }, EXPORTS);
    if (this.#unused.size > 0)
      throw new Error(`i18next is not what it was: ${[...this.#unused].join('; ')}`);
    return this.#edits
      .sort((first, second) => second.start - first.start)
      .reduce(
        (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
        this.#code,
      );
  }

  /** The statement that declares a variable of the module. */
  #variable(name) {
    const found = this.#tree.body.find(
      ({ type, declarations }) =>
        type === 'VariableDeclaration' && declarations[0].id.name === name,
    );
    if (!found) throw new Error(`i18next has no ${name} any more.`);
    return found;
  }

  #textOf({ start, end }) {
    return oneLine(this.#code.slice(start, end));
  }

  #edit({ start, end }, text) {
    this.#edits.push({ start, end, text });
  }

  /** Takes the settings that nobody sets for constants, and out of the defaults. */
  #readSettings(properties, prefix) {
    for (const property of properties) {
      const { name } = property.key;
      if (name === 'interpolation') {
        this.#readSettings(property.value.properties, `${prefix}${name}.`);
      } else if (!SET_BY_CORE.includes(name) && property.value.type === 'Literal') {
        this.#settings.set(prefix + name, this.#textOf(property.value));
      }
    }
  }

  #trimClass({ id, superClass, body }) {
    const { name } = id;
    // Nobody listens to events.
    if (superClass) this.#edit({ start: id.end, end: superClass.end }, '');
    const removed = REMOVED[name] ?? [];
    const rewritten = REWRITTEN[name] ?? {};
    for (const method of [...removed, ...Object.keys(rewritten)])
      this.#unused.add(`${name}.${method}`);
    const rules = {
      dropped: DROPPED[name] ?? [],
      known: new Map([...this.#settings, ...Object.entries(KNOWN[name] ?? {})]),
      name,
    };
    for (const text of [...rules.dropped, ...Object.keys(KNOWN[name] ?? {})])
      this.#unused.add(`${name}: ${text}`);
    for (const member of body.body) {
      const { key, value } = member;
      const method = key.name;
      if (removed.includes(method)) this.#edit(member, '');
      else if (Object.hasOwn(rewritten, method))
        this.#rewrite(value, rewritten[method], `${name}.${method}`);
      else this.#fold(value.body, rules);
      this.#unused.delete(`${name}.${method}`);
    }
  }

  #rewrite(method, { of, body }, name) {
    const text = this.#code.slice(method.start, method.end);
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
    if (hash !== of) throw new Error(`i18next has another ${name}, ${hash}.`);
    this.#edit(method.body, body);
  }

  #fold(node, rules) {
    const text = this.#textOf(node);
    if (node.type.endsWith('Statement')) {
      const beginning = rules.dropped.find((start) => text.startsWith(start));
      if (beginning) {
        this.#unused.delete(`${rules.name}: ${beginning}`);
        this.#edit(node, ';');
        return;
      }
    }
    if (node.type === 'VariableDeclarator' && node.init) {
      const variable = `let ${this.#textOf(node.id)}`;
      if (this.#replace(node.init, variable, rules)) return;
    } else if (this.#replace(node, text, rules)) return;
    for (const child of this.#readIn(node)) this.#fold(child, rules);
  }

  #replace(node, text, { known, name }) {
    const worth = known.get(text);
    if (worth === undefined) return false;
    this.#unused.delete(`${name}: ${text}`);
    this.#edit(node, worth);
    return true;
  }

  /** The parts of a node that are read. What is written to stays, and so do names. */
  #readIn(node) {
    const names = [
      node.type === 'AssignmentExpression' && node.left,
      node.type === 'MemberExpression' && !node.computed && node.property,
      node.type === 'Property' && node.key,
      /Function/.test(node.type) && node.params,
      node.type === 'VariableDeclarator' && node.id,
    ].flat();
    return childrenOf(node).filter((child) => !names.includes(child));
  }
}

/** Rollup plugin that does it. */
export function trimI18next() {
  return {
    name: 'trim-i18next',
    transform(code, id) {
      if (!id.endsWith('/i18next/dist/esm/i18next.js')) return null;
      return { code: new Trimming(code, this.parse(code)).result(), map: null };
    },
  };
}
