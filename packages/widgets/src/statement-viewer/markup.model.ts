/**
 * What markup in a text may be: which elements and attributes are let in, and how they are put in order. Both sanitizers,
 * that of the browser and that of the server, are given these lists; both hand over a tree that is checked here again.
 */

export type Attributes = Readonly<Record<string, string>>;
export interface MarkupElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly MarkupNode[];
}
export type MarkupNode = string | MarkupElement;

/** What a text may be made of, and what each may carry beside `MARKS`. */
export const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  p: [],
  br: [],
  ul: [],
  ol: ['start'],
  li: [],
  em: [],
  strong: [],
  b: [],
  i: [],
  sub: [],
  sup: [],
  blockquote: [],
  a: ['href'],
  abbr: ['title'],
  span: [],
  table: [],
  caption: [],
  thead: [],
  tbody: [],
  tfoot: [],
  tr: [],
  th: ['scope', 'colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
};

/** What any element may carry: words of another language are spoken in it. */
export const MARKS: readonly string[] = ['lang', 'dir'];

/** Boxes that pages are built of. They are never shown; where one ends a paragraph ends. */
export const BOXES: readonly string[] = [
  ...['address', 'article', 'aside', 'dd', 'div', 'dl', 'dt', 'figcaption', 'figure', 'footer'],
  ...['header', 'hr', 'main', 'pre', 'section'],
];

/** What goes with all that is in it. Of any other element the words stay. */
export const DROPPED: readonly string[] = [
  ...['audio', 'canvas', 'datalist', 'embed', 'frameset', 'iframe', 'math', 'noembed', 'noframes'],
  ...['noscript', 'object', 'option', 'plaintext', 'script', 'select', 'style', 'svg', 'template'],
  ...['textarea', 'title', 'video', 'xmp'],
];

/** Deeper than any text that somebody wrote; what stands deeper is left out. */
export const MAX_DEPTH = 60;

/** What an attribute may say. An address is looked at again when it is resolved. */
const VALUES: Readonly<Record<string, RegExp>> = {
  href: /^(?:https?:\/\/|mailto:|tel:|[./?]|[^\s:#][^:]*$)/i,
  title: /\S/,
  scope: /^(?:col|row|colgroup|rowgroup)$/i,
  colspan: /^[1-9]\d?$/,
  rowspan: /^[1-9]\d?$/,
  start: /^-?\d{1,4}$/,
  lang: /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i,
  dir: /^(?:ltr|rtl|auto)$/i,
};

/** Browsers leave these out of an address before they read it. */
const NOT_IN_ADDRESS = /[\t\n\r]/g;

const STYLE = /<style\b[^]*?<\/style\s*>/gi;
const TAG = /<[a-z][^<>]*>/gi;
const INLINE = /\s(?:style|on[a-z]+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)/gi;

/**
 * Without the styles that editors and word processors leave in a text. A strict policy reports each of them as soon as
 * a browser parses it, though nothing is shown of it. For quiet and not for safety: what slips through is taken away later.
 */
export const withoutStyles = (html: string): string =>
  html.replace(STYLE, '').replace(TAG, (tag) => tag.replace(INLINE, ''));

/**
 * An element as far as it is allowed; its content alone where it is not.
 *
 * @param valueOf - Reads an attribute of what the sanitizer left.
 */
export function admitted(
  name: string,
  valueOf: (attribute: string) => string | undefined,
  children: readonly MarkupNode[],
): readonly MarkupNode[] {
  const own = Object.hasOwn(ELEMENTS, name) ? ELEMENTS[name] : undefined;
  if (!own && !BOXES.includes(name)) return DROPPED.includes(name) ? [] : children;
  const attributes = [...MARKS, ...(own ?? [])].flatMap((attribute) => {
    const value = valueOf(attribute)?.replaceAll(NOT_IN_ADDRESS, '').trim();
    return value !== undefined && VALUES[attribute]?.test(value) ? [[attribute, value]] : [];
  });
  return [{ name, attributes: Object.fromEntries(attributes) as Attributes, children }];
}

/** The words alone. */
export function wordsOf(nodes: readonly MarkupNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : wordsOf(node.children))).join('');
}
