/** What helps a reader to find and take along, and comes after the first rendering. */
import type { Statement } from '@puntari/contracts';
import type { Locale } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import { type Criteria, OTHER } from './item-filter.js';
import { downloadTable, downloadText } from './statement-viewer.files.js';
import { groupByTheme } from './statement-viewer.model.js';

export { ItemLinks } from './item-links.js';

export interface SearchOptions {
  readonly statement: Statement | undefined;
  readonly onChange: (change: Partial<Criteria>) => void;
}

/** A choice of theme, where there are several, and a search by words. */
export function renderSearch(
  locale: Locale,
  { statement, onChange }: SearchOptions,
): TemplateResult {
  const { t } = locale;
  const groups = statement ? groupByTheme(statement) : [];
  const total = locale.number(statement?.items.length ?? 0);
  const onTheme = (event: Event): void => {
    onChange({ theme: (event.target as HTMLSelectElement).value });
  };
  const onWords = (event: Event): void => {
    onChange({ words: (event.target as HTMLInputElement).value });
  };
  return html`<div class="filters">
    ${
      groups.length < 2
        ? nothing
        : html`<div>
            <label class="puntari-label" for="theme">${t('filterTheme')}</label>
            <select class="puntari-control" id="theme" autocomplete="off" @change=${onTheme}>
              <option value="">${t('all', { total })}</option>
              ${groups.map(
                ({ theme, items }) =>
                  html`<option value=${theme?.id ?? OTHER}>
                    ${theme ? locale.text(theme.label).text : t('otherItems')}:
                    ${locale.number(items.length)}
                  </option>`,
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
  return html`<div class="puntari-actions">
    ${button('downloadText', () => {
      const text = box();
      if (statement && text) downloadText(statement.id, text);
    })}
    ${button('downloadTable', () => {
      if (statement) downloadTable(statement, locale);
    })}
    ${button('print', () => {
      globalThis.print();
    })}
  </div>`;
}
