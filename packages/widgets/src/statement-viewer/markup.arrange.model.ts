/** Puts a text in order, so that whatever its author's editor made of it is valid, has an outline and no empty places. */
import type { Attributes, MarkupElement, MarkupNode } from './markup.model.js';
import { BOXES, MARKS, wordsOf } from './markup.model.js';

/** Where a text stands. */
export interface Surroundings {
  /** The level of its highest heading. */
  readonly level: number;
  /** What its outermost elements carry: the language, where it is not that of the page. */
  readonly marks: Attributes;
  readonly resolve: (url: string) => string;
}

/** Puts words into the elements that stood around them, outside a box. */
type Wrap = (nodes: readonly MarkupNode[]) => readonly MarkupNode[];

const DEEPEST_HEADING = 6;
const HEADING = /^h([1-6])$/;
const ROWS = ['thead', 'tbody', 'tfoot'];
/** What may stand in a line. */
const PHRASES = ['em', 'strong', 'b', 'i', 'sub', 'sup', 'a', 'abbr', 'span'];
const BLOCKS = ['p', 'ul', 'ol', 'li', 'blockquote', 'table', ...BOXES];

/** Elements that say nothing without what they carry. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  abbr: ['title'],
  span: MARKS,
};

const asItIs: Wrap = (nodes) => nodes;
const isElement = (node: MarkupNode): node is MarkupElement => typeof node !== 'string';
const isBreak = (node: MarkupNode): boolean => isElement(node) && node.name === 'br';
const isSpace = (node: MarkupNode): boolean => !isElement(node) && node.trim() === '';
const isBlank = (nodes: readonly MarkupNode[]): boolean => wordsOf(nodes).trim() === '';
const isList = ({ name }: MarkupElement): boolean => name === 'ul' || name === 'ol';

const isBlock = ({ name }: MarkupElement): boolean => BLOCKS.includes(name) || HEADING.test(name);

const hasBlock = (node: MarkupNode): boolean =>
  isElement(node) && (isBlock(node) || node.children.some(hasBlock));

const marksIn = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => MARKS.includes(name)));

/** What stands between two empty lines, without the breaks around it. */
function partsOf(run: readonly MarkupNode[]): MarkupNode[][] {
  const parts: MarkupNode[][] = [[]];
  let breaks: MarkupNode[] = [];
  for (const node of run) {
    if (isBreak(node) || (breaks.length > 0 && isSpace(node))) {
      breaks.push(node);
      continue;
    }
    const isEmptyLine = breaks.filter(isBreak).length > 1;
    const part = parts.at(-1) ?? [];
    if (isEmptyLine) parts.push([node]);
    else part.push(...(isBlank(part) ? [] : breaks), node);
    breaks = [];
  }
  return parts;
}

/** One text, in order. */
class Arrangement {
  readonly #around: Surroundings;
  /** The headings that the text is under now, by the levels that its author gave them. */
  #levels: number[] = [];
  /** Whether it is inside a list, a quote or a table, where a heading is none of the document's. */
  #isInside = false;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Paragraphs, lists and their like; whatever words stand between them become paragraphs. */
  blocks(nodes: readonly MarkupNode[], marks: Attributes, wrap = asItIs): MarkupElement[] {
    const blocks: MarkupElement[] = [];
    let run: MarkupNode[] = [];
    const endRun = (): void => {
      for (const part of partsOf(run)) blocks.push(...this.#paragraph(wrap(part), marks));
      run = [];
    };
    for (const node of nodes) {
      if (isElement(node) && hasBlock(node)) {
        endRun();
        blocks.push(...this.#block(node, marks, wrap));
      } else run.push(node);
    }
    endRun();
    return blocks;
  }

  #paragraph(nodes: readonly MarkupNode[], marks: Attributes): MarkupElement[] {
    const children = this.#words(nodes);
    return isBlank(children) ? [] : [{ name: 'p', attributes: marks, children }];
  }

  #block(node: MarkupElement, around: Attributes, wrap: Wrap): MarkupElement[] {
    const { name, attributes, children } = node;
    const marks = { ...around, ...marksIn(attributes) };
    if (HEADING.test(name)) return this.#heading(node, marks);
    if (isList(node)) return this.#list(node, { ...marks, ...attributes });
    if (name === 'table') return this.#table(node, marks);
    if (name === 'blockquote') {
      const inner = this.#inside(() => this.blocks(children, {}, wrap));
      return inner.length > 0 ? [{ name, attributes: marks, children: inner }] : [];
    }
    if (isBlock(node)) return this.blocks(children, marks, wrap);
    // Emphasis or a link around paragraphs: it goes into each of them.
    return this.blocks(children, around, (words) => wrap([{ ...node, children: words }]));
  }

  /** Moved below the heading that the text stands under. No level is skipped, and there is no h7. */
  #heading({ name, children }: MarkupElement, attributes: Attributes): MarkupElement[] {
    const words = this.#words(children);
    if (isBlank(words)) return [];
    if (this.#isInside)
      return [
        { name: 'p', attributes, children: [{ name: 'strong', attributes: {}, children: words }] },
      ];
    const given = Number(name.slice(1));
    this.#levels = [...this.#levels.filter((level) => level < given), given];
    const level = Math.min(this.#around.level + this.#levels.length - 1, DEEPEST_HEADING);
    return [{ name: `h${String(level)}`, attributes, children: words }];
  }

  #list({ name, children }: MarkupElement, attributes: Attributes): MarkupElement[] {
    const items: MarkupElement[] = [];
    for (const child of children) {
      const last = items.at(-1);
      const isItem = isElement(child) && child.name === 'li';
      const content = this.#content(isItem ? child.children : [child]);
      if (isBlank(content)) continue;
      // Editors put the list below an item beside it.
      if (isElement(child) && isList(child) && last)
        items[items.length - 1] = { ...last, children: [...last.children, ...content] };
      else
        items.push({
          name: 'li',
          attributes: isItem ? marksIn(child.attributes) : {},
          children: content,
        });
    }
    return items.length > 0 ? [{ name, attributes, children: items }] : [];
  }

  #table({ children }: MarkupElement, attributes: Attributes): MarkupElement[] {
    const parts = children.filter(isElement);
    const captions = parts.filter(({ name }) => name === 'caption').slice(0, 1);
    const caption = captions
      .map((part) => ({ ...part, children: this.#words(part.children) }))
      .filter((part) => !isBlank(part.children));
    const rows = parts
      .filter(({ name }) => ROWS.includes(name))
      .map((part) => this.#rows(part))
      .filter((part) => !isBlank(part.children));
    return rows.length > 0 ? [{ name: 'table', attributes, children: [...caption, ...rows] }] : [];
  }

  #rows(part: MarkupElement): MarkupElement {
    const rows = part.children.filter(isElement).filter(({ name }) => name === 'tr');
    return { ...part, children: rows.map((row) => this.#row(row, part.name === 'thead')) };
  }

  /** A header says what it is the header of: in a row of headers of its column, elsewhere of its row. */
  #row(row: MarkupElement, isInHead: boolean): MarkupElement {
    const cells = row.children
      .filter(isElement)
      .filter(({ name }) => name === 'td' || name === 'th');
    const scope = isInHead || cells.every(({ name }) => name === 'th') ? 'col' : 'row';
    const arrangedCells = cells.map(({ name, attributes, children }) => ({
      name,
      attributes: name === 'th' ? { scope, ...attributes } : attributes,
      children: this.#content(children),
    }));
    return { ...row, children: arrangedCells };
  }

  /** What stands in an item or a cell: a single paragraph needs no element of its own. */
  #content(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
    const blocks = this.#inside(() => this.blocks(nodes, {}));
    const [first, ...others] = blocks;
    const isOne = first?.name === 'p' && Object.keys(first.attributes).length === 0;
    return isOne && others.every(isList) ? [...first.children, ...others] : blocks;
  }

  /** What may stand in a line. Empty elements and links that lead nowhere go, their words stay. */
  #words(nodes: readonly MarkupNode[], isInLink = false): readonly MarkupNode[] {
    return nodes.flatMap((node): readonly MarkupNode[] => {
      if (!isElement(node) || node.name === 'br') return [node];
      const isLink = node.name === 'a';
      const children = this.#words(node.children, isInLink || isLink);
      if (isBlock(node)) return [' ', ...children, ' '];
      const kept = isLink ? this.#link(node, isInLink) : node;
      const needed = NEEDED[node.name];
      const isBare =
        !PHRASES.includes(node.name) ||
        (needed && !needed.some((name) => Object.hasOwn(kept.attributes, name)));
      return isBare || isBlank(children) ? children : [{ ...kept, children }];
    });
  }

  #link(node: MarkupElement, isInLink: boolean): MarkupElement {
    const { href, ...marks } = node.attributes;
    const address = href === undefined || isInLink ? '#' : this.#around.resolve(href);
    return { ...node, attributes: address === '#' ? marks : { ...marks, href: address } };
  }

  #inside<T>(arrange: () => T): T {
    const before = this.#isInside;
    this.#isInside = true;
    const arranged = arrange();
    this.#isInside = before;
    return arranged;
  }
}

/** A text as it can be shown: paragraphs, lists, quotes, tables and headings, and nothing around them. */
export function arranged(nodes: readonly MarkupNode[], around: Surroundings): MarkupElement[] {
  return new Arrangement(around).blocks(nodes, around.marks);
}
