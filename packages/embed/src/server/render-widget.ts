import { parseRecord, type RecordProblem } from '@puntari/contracts';
import { directionOf, loadLanguages } from '@puntari/core';

import { demandLang } from './demand.js';
import { attributesOf, renderPlain, renderShadow, scriptJson } from './html.js';
import { loadWidget, type PrintableWidget, type WidgetName } from './names.js';
import { WidgetRenderer } from './widget-renderer.js';

export interface WidgetOptions {
  /** The record: parsed JSON. */
  readonly record: unknown;
  readonly lang: string;
  /** Attributes for the tag: `action`, `heading-level`, `src`, `variant`, `dir`, … */
  readonly attributes?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** HTML shown when the widget cannot be: another channel. It must be trusted. */
  readonly fallback?: string;
  /** Where the built files stand. */
  readonly assets?: string;
}

/**
 * A widget as HTML: its shadow root as declarative shadow DOM, its text in the page's own DOM, its record beside it, so
 * that the script takes over without asking for anything. Complete for reading, and for forms a native form, before or
 * without the script.
 *
 * @throws TypeError - When there is no such widget, no language, or the record is not one that the widget can show.
 */
export async function renderWidget(name: WidgetName, options: WidgetOptions): Promise<string> {
  const { record, lang, attributes = {}, fallback = '', assets } = options;
  demandLang(lang);
  const widgetClass = await loadWidget(name);
  const { namespaces, laterNamespaces = [] } = widgetClass;
  await loadLanguages(lang, [...namespaces, ...laterNamespaces]);
  const tag = `puntari-${name}`;
  const all: NonNullable<WidgetOptions['attributes']> = { lang, ...attributes };
  const renderer = new WidgetRenderer(tag);
  for (const [attribute, value] of Object.entries(all)) {
    if (value === undefined || value === false) continue;
    renderer.setAttribute(attribute, value === true ? '' : String(value));
  }
  if (assets !== undefined) renderer.assets = assets.endsWith('/') ? assets : `${assets}/`;
  const parsed = parseRecord(widgetClass.recordKind, record);
  if (!parsed.record)
    throw new TypeError(`<${tag}> cannot show this record:\n${linesOf(parsed.problems)}`);
  renderer.setProperty('record', parsed.record);
  renderer.connectedCallback();
  const element = renderer.element as unknown as PrintableWidget;
  const parts = element.documentParts();
  const text = parts
    ? `<div${attributesOf({ slot: 'document', lang: parts.lang, dir: directionOf(parts.lang), 'data-key': parts.key })}>` +
      `${await renderPlain(parts.template)}</div>`
    : '';
  const json = `<script type="application/json">${scriptJson(record)}</script>`;
  const data = await element.structuredData?.();
  const structured = data ? `<script type="application/ld+json">${scriptJson(data)}</script>` : '';
  const shadow = await renderShadow(renderer);
  // On a slow line people read the text while the record, which is as long, is still to come.
  return `<${tag}${attributesOf(all)}><template shadowrootmode="open">${shadow}</template>${text}${json}${structured}${fallback}</${tag}>`;
}

const linesOf = (problems: readonly RecordProblem[]): string =>
  problems
    .map(
      ({ pointer, expected, received }) =>
        `  ${pointer || '/'}: expected ${expected}, received ${received}`,
    )
    .join('\n');
