import { directionOf, loadLanguages } from '@puntari/core';

import { demandLang, demandRecord } from './demand.js';
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
  /**
   * Whether the record goes into the page too. Without it the script asks for `src`: of a long record, such as a statement of 200
   * items, it would be half the page.
   *
   * @defaultValue true
   */
  readonly inlineRecord?: boolean;
}

/**
 * A widget as HTML: its shadow root as declarative shadow DOM, its text in the page's own DOM, its record beside it, so
 * that the script takes over without asking for anything. Complete for reading, and for forms a native form, before or
 * without the script.
 *
 * @throws TypeError - When there is no such widget, no language, the record is not one that the widget can show, or the script
 * would find none.
 */
export async function renderWidget(name: WidgetName, options: WidgetOptions): Promise<string> {
  const { record, lang, attributes = {}, fallback = '', assets, inlineRecord = true } = options;
  demandLang(lang);
  if (!inlineRecord && !attributes['src'])
    throw new TypeError('Without an inline record the script needs the attribute "src".');
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
  renderer.setProperty('record', demandRecord(`<${tag}>`, widgetClass.recordKind, record));
  renderer.connectedCallback();
  const element = renderer.element as unknown as PrintableWidget;
  const parts = element.documentParts();
  const text = parts
    ? `<div${attributesOf({ slot: 'document', lang: parts.lang, dir: directionOf(parts.lang), 'data-key': parts.key })}>` +
      `${await renderPlain(parts.template)}</div>`
    : '';
  const json = inlineRecord ? `<script type="application/json">${scriptJson(record)}</script>` : '';
  const data = await element.structuredData?.();
  const structured = data ? `<script type="application/ld+json">${scriptJson(data)}</script>` : '';
  const shadow = await renderShadow(renderer);
  // On a slow line people read the text while the record, which is as long, is still to come.
  return `<${tag}${attributesOf(all)}><template shadowrootmode="open">${shadow}</template>${text}${json}${structured}${fallback}</${tag}>`;
}
