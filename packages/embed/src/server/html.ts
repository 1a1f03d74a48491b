/** Strings of HTML from templates. Only escaped text goes in by these functions. */
import { type LitElementRenderer, render, type RenderInfo } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';

import { isBlock } from './blocks.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** JSON that can stand in a script element: nothing in it can end the element. */
export function scriptJson(data: unknown): string {
  return JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** Attributes as they stand in a tag; `undefined` and `false` are left out. */
export function attributesOf(
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => ` ${name}="${value === true ? '' : escapeHtml(String(value))}"`)
    .join('');
}

/**
 * Lit allows no expression inside a textarea, so fields carry the text as an attribute when a server renders them; it
 * belongs between the tags. A first line break would be eaten by the parser.
 */
const fillTextareas = (html: string): string =>
  html.replaceAll(
    /<textarea([^>]*?)\sdata-value="([^"]*)"([^>]*)><\/textarea>/g,
    (_, before: string, text: string, after: string) =>
      `<textarea${before}${after}>\n${text}</textarea>`,
  );

/** A shadow root as HTML, ready for hydration. */
export async function renderShadow(renderer: LitElementRenderer): Promise<string> {
  const info: RenderInfo = {
    elementRenderers: [],
    customElementInstanceStack: [renderer],
    customElementHostStack: [renderer],
    eventTargetStack: [],
    slotStack: [],
    deferHydration: false,
  };
  return fillTextareas(await collectResult(renderer.renderShadow(info) ?? []));
}

/** A template as HTML with the comments that hydration needs. */
export async function renderHydratable(
  template: unknown,
  info: Partial<RenderInfo> = {},
): Promise<string> {
  return fillTextareas(await collectResult(render(template, info)));
}

const TAG = /(<\/?([a-z][\w-]*)[^<>]*>)(?:\s+(?=<\/?([a-z][\w-]*)))?/g;
/** What stands in quotes is passed over. */
const BREAK_IN_TAG = /"[^"]*"|\s*\n\s*/g;

/** Spaces that nobody sees would be a third of the nodes of a long text. Those that somebody may have written stay. */
const withoutSpaces = (html: string): string =>
  html.replaceAll(TAG, (all: string, tag: string, before: string, after?: string) => {
    const space = isBlock(before) || isBlock(after) ? '' : all.slice(tag.length);
    const inOneLine = tag.replaceAll(BREAK_IN_TAG, (part) => (part.startsWith('"') ? part : ' '));
    return inOneLine.replace(/ >$/, '>') + space;
  });

/** A template as plain HTML, for what no script will take over. */
export async function renderPlain(template: unknown): Promise<string> {
  const html = await renderHydratable(template);
  return withoutSpaces(html.replaceAll(/<!--\/?(lit-part|lit-node)[^>]*-->|<\?>/g, ''));
}
