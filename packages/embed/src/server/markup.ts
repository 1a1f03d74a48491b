/** Markup on a server: read as a browser reads it, cleaned by hast-util-sanitize with the same lists as in a browser. */
import { renderMarkup } from '@puntari/widgets/statement-viewer/markup.document';
import {
  admitted,
  BOXES,
  DROPPED,
  ELEMENTS,
  MARKS,
  MAX_DEPTH,
  type MarkupNode,
  withoutStyles,
} from '@puntari/widgets/statement-viewer/markup.model';
import {
  type Markup,
  useMarkup,
  wordsOfMarkup,
} from '@puntari/widgets/statement-viewer/markup-support';
import { fromHtml } from 'hast-util-from-html';
import { sanitize, type Schema } from 'hast-util-sanitize';

type Nodes = Parameters<typeof sanitize>[0];
type Element = Extract<Nodes, { type: 'element' }>;
type Child = Element['children'][number];

/** hast names some attributes as scripts do. */
const PROPERTIES: Readonly<Record<string, string>> = { colspan: 'colSpan', rowspan: 'rowSpan' };
const propertyOf = (attribute: string): string => PROPERTIES[attribute] ?? attribute;

const SCHEMA: Schema = {
  tagNames: [...Object.keys(ELEMENTS), ...BOXES],
  attributes: {
    ...Object.fromEntries(
      Object.entries(ELEMENTS).map(([name, attributes]) => [name, attributes.map(propertyOf)]),
    ),
    '*': [...MARKS],
  },
  strip: [...DROPPED],
  protocols: { href: ['http', 'https', 'mailto', 'tel'] },
  // Nothing else has to be right: the tree is arranged afterwards.
  ancestors: {},
  required: {},
  clobber: [],
};

const valueIn =
  ({ properties }: Element) =>
  (attribute: string): string | undefined => {
    const value = properties[propertyOf(attribute)];
    return value === undefined || value === null ? undefined : String(value);
  };

const nodesIn = (nodes: readonly Nodes[], depth: number): readonly MarkupNode[] =>
  nodes.flatMap((node): readonly MarkupNode[] => {
    if (node.type === 'text') return [node.value];
    if (node.type !== 'element' || depth >= MAX_DEPTH) return [];
    return admitted(node.tagName, valueIn(node), nodesIn(node.children, depth + 1));
  });

/** What a browser makes of a text within an element of a page. */
function bodyOf(html: string): readonly Child[] {
  const document = fromHtml(`<!doctype html><body>${withoutStyles(html)}`).children.find(
    (node) => node.type === 'element',
  );
  const isBody = (node: Child): node is Element =>
    node.type === 'element' && node.tagName === 'body';
  return document?.children.find(isBody)?.children ?? [];
}

export function cleanOnServer(html: string): readonly MarkupNode[] {
  try {
    const cleaned = sanitize({ type: 'root', children: [...bodyOf(html)] }, SCHEMA);
    return 'children' in cleaned ? nodesIn(cleaned.children, 0) : [];
  } catch {
    // Nested thousands of times, which no person does: a parser that calls itself runs out of stack.
    return [wordsOfMarkup(html)];
  }
}

const SERVER_MARKUP: Markup = {
  render: (text, place) => renderMarkup(text, place, cleanOnServer),
};

/** Lets viewers that a server renders show markup. `renderWidget` does this by itself. */
export function useServerMarkup(): void {
  useMarkup(SERVER_MARKUP);
}
