import { nothing, type TemplateResult } from 'lit';

import type { DocumentParts } from './document.js';

/** Stands for a value of a template. */
const HOLE = '\0';
/** A tag with its attributes, or what stands before the next tag. */
const TOKEN = /<(\/?)([a-z][\w-]*)((?:[^>"]|"[^"]*")*)>|[^<]+/g;
const ATTRIBUTE = /([\w-]+)(?:="([^"]*)"|=([^\s"]+))?/g;
/** An entity that a template names: what it stands for only a browser knows. None has one so far. */
const NAMED = /&\w+;/;

const VOID = new Set(['br', 'hr', 'img', 'wbr']);

/** What readers and our tools set on a text. It says nothing in a language. */
const ADDED = new Set(['hidden', 'aria-hidden', 'open', 'tabindex']);
/** What an element carries only as long as its text is in another language than the widget's. */
const MARKS = ['lang', 'dir'];

/** The fixed texts of a template around values: each but the last is followed by one, the first of them at `at`. */
interface Mixed {
  readonly texts: readonly string[];
  readonly at: number;
}

interface Attribute extends Mixed {
  readonly name: string;
  /** Whether it goes away with its value. */
  readonly isValue: boolean;
}

interface Tag {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly content: Written[];
}

type Written = Tag | Mixed;

const compiled = new WeakMap<TemplateStringsArray, readonly Written[]>();

/** What a template writes. Worked out once for each place in the code, which may write for a thousand topics. */
function writtenBy(strings: TemplateStringsArray): readonly Written[] {
  const found = compiled.get(strings);
  if (found) return found;
  const html = strings.join(HOLE);
  if (NAMED.test(html)) throw new Error('A text has an entity.');
  let at = 0;
  const mixed = (text: string): Mixed => {
    const texts = text.split(HOLE);
    const first = at;
    at += texts.length - 1;
    return { texts, at: first };
  };
  const all: Written[] = [];
  const open = [all];
  for (const [text, closes, name, attributes = ''] of html.matchAll(TOKEN)) {
    if (name === undefined) open.at(-1)?.push(mixed(text));
    else if (closes) open.pop();
    else {
      const tag: Tag = {
        name,
        attributes: Array.from(
          attributes.matchAll(ATTRIBUTE),
          ([, attribute = '', quoted, bare]): Attribute => ({
            name: attribute,
            ...mixed(quoted ?? bare ?? ''),
            isValue: bare === HOLE,
          }),
        ),
        content: [],
      };
      open.at(-1)?.push(tag);
      if (!VOID.has(name)) open.push(tag.content);
    }
  }
  compiled.set(strings, all);
  return all;
}

// Thirty thousand nodes are looked at: each is asked as little as will do. What is no element has no local name.
const isText = (node: Node | null): node is Text => node?.nodeType === 3;
const isElement = (node: Node | null, name: string): node is Element =>
  (node as Element | null)?.localName === name;
const isTemplate = (value: unknown): value is TemplateResult =>
  (value as Partial<TemplateResult> | undefined)?.strings !== undefined;

const isNothing = (value: unknown): boolean => value == null || value === nothing;

/** As it is read from HTML. */
function textOf(value: unknown): string {
  const text = isNothing(value) ? '' : String(value);
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}

/** The value of an attribute; nothing where it is not there. */
function valueOf(
  { texts, at, isValue }: Attribute,
  values: readonly unknown[],
): string | undefined {
  if (isValue && values[at] === nothing) return undefined;
  let text = texts[0] ?? '';
  for (let index = 1; index < texts.length; index += 1)
    text += textOf(values[at + index - 1]) + (texts[index] ?? '');
  return text;
}

/** Another item stands here, or the text has another shape where nothing may be made anew. */
class OtherText extends Error {}
/** What stands here has another shape. */
class OtherShape extends OtherText {}

function patchAttributes(
  element: Element,
  attributes: readonly Attribute[],
  values: readonly unknown[],
): void {
  let count = 0;
  for (const attribute of attributes) {
    const { name } = attribute;
    const value = valueOf(attribute, values);
    if (value !== undefined) count += 1;
    if (element.getAttribute(name) === (value ?? null)) continue;
    if (name === 'id') throw new OtherText();
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
  const names = element.getAttributeNames();
  if (names.length === count) return;
  for (const name of names) {
    if (attributes.some((one) => one.name === name)) continue;
    if (MARKS.includes(name)) element.removeAttribute(name);
    else if (!ADDED.has(name)) throw new OtherShape();
  }
}

/** Writes into an element that is empty. */
function fill(element: Element, content: readonly Written[], values: readonly unknown[]): void {
  const write = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) write(one);
    else if (isTemplate(value)) fill(element, writtenBy(value.strings), value.values);
    else if (isText(element.lastChild)) element.lastChild.data += textOf(value);
    else if (textOf(value) !== '') element.append(textOf(value));
  };
  for (const one of content) {
    if ('name' in one) {
      const child = document.createElement(one.name);
      patchAttributes(child, one.attributes, values);
      element.append(child);
      fill(child, one.content, values);
    } else
      for (const [index, text] of one.texts.entries()) {
        if (index > 0) write(values[one.at + index - 1]);
        write(text);
      }
  }
}

/** Whether nobody is in it and nothing in it has an address: then what it holds may be made anew. */
function mayBeEmptied(element: Element): boolean {
  const { activeElement } = element.getRootNode() as Document | ShadowRoot;
  const isInside = activeElement !== element && element.contains(activeElement);
  return !isInside && !element.querySelector('[id]');
}

/** Goes through a text and a template together, and makes the text say what the template says. */
class Patch {
  #parent: Node;
  #node: Node | null;
  /** What has been written since the last tag. */
  #written = '';

  constructor(box: Element) {
    this.#parent = box;
    this.#node = box.firstChild;
  }

  run({ strings, values }: TemplateResult): void {
    this.#content(writtenBy(strings), values);
    this.#end();
  }

  #content(content: readonly Written[], values: readonly unknown[]): void {
    for (const one of content) {
      if ('name' in one) this.#tag(one, values);
      else {
        const { texts, at } = one;
        this.#written += texts[0] ?? '';
        for (let index = 1; index < texts.length; index += 1) {
          this.#write(values[at + index - 1]);
          this.#written += texts[index] ?? '';
        }
      }
    }
  }

  #write(value: unknown): void {
    if (typeof value === 'string') this.#written += textOf(value);
    else if (Array.isArray(value)) for (const one of value) this.#write(one);
    else if (isTemplate(value)) this.#content(writtenBy(value.strings), value.values);
    else this.#written += textOf(value);
  }

  #tag({ name, attributes, content }: Tag, values: readonly unknown[]): void {
    this.#endText();
    let element = this.#node;
    if (!isElement(element, name)) {
      this.#skip();
      element = this.#node;
      if (!isElement(element, name)) throw new OtherShape();
    }
    const parent = this.#parent;
    if (attributes.length > 0 || element.hasAttributes())
      patchAttributes(element, attributes, values);
    this.#parent = element;
    this.#node = element.firstChild;
    try {
      this.#content(content, values);
      this.#end();
    } catch (error) {
      if (!(error instanceof OtherShape) || !mayBeEmptied(element)) throw error;
      element.replaceChildren();
      fill(element, content, values);
      this.#written = '';
    }
    this.#parent = parent;
    this.#node = element.nextSibling;
  }

  /** Nothing is left. */
  #end(): void {
    this.#endText();
    if (this.#node) this.#skip();
    if (this.#node) throw new OtherShape();
  }

  #endText(): void {
    const text = this.#written;
    if (text === '') return;
    this.#written = '';
    if (!isText(this.#node)) {
      if (text.trim() === '') return;
      this.#skip();
    }
    const node = this.#node;
    if (!isText(node)) throw new OtherShape();
    if (node.data !== text) node.data = text;
    this.#node = node.nextSibling;
  }

  /** Passes over what stands here without having been written: marks of a renderer, spaces, and the rows that our tools add. */
  #skip(): void {
    let node = this.#node;
    while (
      node &&
      (isText(node)
        ? node.data.trim() === ''
        : !(node instanceof Element) || node.hasAttribute('data-needs-script'))
    )
      node = node.nextSibling;
    this.#node = node;
  }
}

/**
 * Makes the long text of a widget say something else, where both have the same items in the same order, as a text has in two
 * languages. Elements stay where they can: whoever has the focus or reads on in one keeps their place, and a browser lays
 * out only what is in view. Another text is left to be replaced whole.
 *
 * @param box - Shows a text made by `inOnePiece`, and by templates that are made for that. Nothing happens where it says the
 * same already.
 * @returns whether the text in the box was made another one.
 */
export function patchText(box: HTMLElement | null, parts: DocumentParts | undefined): boolean {
  const { key } = box?.dataset ?? {};
  if (!box || !parts || !key || key === parts.key) return false;
  // Until it says all of it, it is nobody's text.
  box.dataset['key'] = '?';
  try {
    new Patch(box).run(parts.template);
  } catch {
    // Another text, or a record that is not what it claims to be: who replaces the text will say so.
    return false;
  }
  box.lang = parts.lang;
  box.dataset['key'] = parts.key;
  return true;
}
