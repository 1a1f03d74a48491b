/** What helps a reader to find and take along, and comes after the first rendering. */
import type { Statement } from '@puntari/contracts';
import { type DocumentParts, type Locale, patchText } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import { showStructuredData } from '../../pieces/structured-data.js';
import { type Criteria, forgetWords, type ItemFilter } from '../item-filter.js';
import type { Outline } from '../outline.js';
import { downloadTable, downloadText } from './files.js';

export { TOOLS } from './words.js';
export { outlineOfText } from './outline-of-text.js';
export { structuredData } from './structured-data.js';
export { ItemLinks } from './item-links.js';
export { OpenInPrint } from './open-in-print.js';
export { addWayOn, leadOn } from './way-on.js';

/** Another language of a statement is put into the text that stands there, where it has the same shape. */
export function patchStatement(box: HTMLElement | null, parts: DocumentParts | undefined): void {
  if (patchText(box, parts)) forgetWords();
}

/** What search engines read, beside the text. Without it nobody misses anything. */
export async function addStructuredData(
  host: HTMLElement & { structuredData(): Promise<object | undefined> },
): Promise<void> {
  try {
    showStructuredData(host, await host.structuredData());
  } catch {
    // A widget that is shown is worth more.
  }
}

/** How long after the last letter the number of items found is said, in milliseconds. */
const SAY_AFTER_TYPING = 800;

export interface SearchOptions {
  readonly outline: Outline;
  /** The second is after how many milliseconds the result is said. */
  readonly onChange: (change: Partial<Criteria>, wait?: number) => void;
}

/** A choice of theme, where there are several, and a search by words. */
export function renderSearch(locale: Locale, { outline, onChange }: SearchOptions): TemplateResult {
  const { t } = locale;
  const { themes } = outline;
  const total = locale.number(outline.total);
  const onTheme = (event: Event): void => {
    onChange({ theme: (event.target as HTMLSelectElement).value });
  };
  const onWords = (event: Event): void => {
    // Whoever is still typing is not talked over.
    onChange({ words: (event.target as HTMLInputElement).value }, SAY_AFTER_TYPING);
  };
  return html`<div class="filters">
    ${
      themes.length < 2
        ? nothing
        : html`<div>
            <label class="puntari-label" for="theme">${t('filterTheme')}</label>
            <select class="puntari-control" id="theme" autocomplete="off" @change=${onTheme}>
              <option value="">${t('all', { total })}</option>
              ${themes.map(
                ({ id, label, count }) =>
                  html`<option value=${id}>${label}: ${locale.number(count)}</option>`,
              )}
            </select>
          </div>`
    }
    <div>
      <label class="puntari-label" for="words">${t('filterWords')}</label>
      <input
        class="puntari-control"
        id="words"
        type="search"
        autocomplete="off"
        enterkeyhint="search"
        @input=${onWords}
      />
    </div>
  </div>`;
}

/** What is shown may have been chosen elsewhere: by a link, or by a button that shows everything again. */
export function fillSearch(root: ParentNode, criteria: Criteria): void {
  for (const control of root.querySelectorAll<HTMLSelectElement | HTMLInputElement>(
    '#theme, #words',
  )) {
    const value = criteria[control.id as keyof Criteria];
    if (control.value !== value) control.value = value;
  }
}

export function resultText(locale: Locale, filter: ItemFilter, criteria: Criteria): string {
  const shown = locale.number(filter.matching(criteria).length);
  return locale.t('result', { shown, total: locale.number(filter.items.length) });
}

export interface ResultOptions {
  readonly filter: ItemFilter;
  readonly criteria: Criteria;
  readonly onReset: () => void;
}

/** How many items are shown. They begin further down, behind what the statement says of itself. */
export function renderResult(
  locale: Locale,
  { filter, criteria, onReset }: ResultOptions,
): TemplateResult {
  const { t } = locale;
  const [first] = filter.matching(criteria);
  return html`<p class="result">
      ${resultText(locale, filter, criteria)}
      ${first ? html`<a href="#${first.id}">${t('toFirst')}</a>` : nothing}
    </p>
    <button type="button" class="puntari-button" data-kind="plain" @click=${onReset}>
      ${t('showAll')}
    </button>`;
}

export interface FileOptions {
  readonly statement: Statement | undefined;
  /** The element that holds the text. */
  readonly box: () => Element | null;
}

/** Below the text: who has read it may want to take it along. */
export function renderFiles(locale: Locale, { statement, box }: FileOptions): TemplateResult {
  const { t } = locale;
  const button = (name: string, onClick: () => void): TemplateResult =>
    html`<button type="button" class="puntari-button" data-kind="secondary" @click=${onClick}>
      ${t(name)}
    </button>`;
  return html`<div class="puntari-actions" data-needs-script>
    ${button('downloadText', () => {
      const text = box();
      if (text) downloadText(statement?.id ?? 'puntari', text);
    })}
    ${
      // A text that the page wrote itself is no data.
      statement
        ? button('downloadTable', () => {
            downloadTable(statement, locale);
          })
        : nothing
    }
    ${button('print', () => {
      globalThis.print();
    })}
  </div>`;
}
