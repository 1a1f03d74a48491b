import { html, nothing, type TemplateResult } from 'lit';

import type { Locale } from './locale/locale.js';

/** Says that something did not load. With `retry` it can be asked for once more. */
export function loadProblem({ t }: Locale, retry?: (() => void) | false): TemplateResult {
  return html`<div class="puntari-notice" data-kind="error">
    <p>${t('load.failed')}</p>
    ${
      retry
        ? html`<button
            type="button"
            class="puntari-button"
            data-kind="secondary"
            @click=${({ currentTarget }: Event) => {
              // The button that has the focus goes now. Not -1, which would make it what `focus()` looks for.
              // eslint-disable-next-line @typescript-eslint/no-non-null-assertion -- Every widget stands in it.
              const root = (currentTarget as HTMLElement).closest<HTMLElement>('#root')!;
              root.tabIndex = -2;
              root.focus();
              retry();
            }}
          >
            ${t('load.retry')}
          </button>`
        : nothing
    }
  </div>`;
}
