/** The choice to leave one's answers on the device, and what a person finds there who comes back. */
import { html, nothing, type TemplateResult } from 'lit';

import { heading } from '../heading.js';
import type { Locale } from '../locale/locale.js';
import { SAVED_DAYS, type SavedForm } from './saved-form.js';

export interface SavingOptions {
  /** `refused` where the browser does not let anything be stored. */
  readonly state: 'off' | 'saved' | 'refused';
  readonly isUnfolded: boolean;
  /** Says whether they are saved now. */
  readonly onChoose: (isChosen: boolean) => boolean;
  readonly onFold: (isUnfolded: boolean) => void;
}

/** Below the button that goes on, folded: who goes on at once never meets it. */
export function renderSaving({ t }: Locale, options: SavingOptions): TemplateResult {
  const { state, isUnfolded, onChoose, onFold } = options;
  const onToggle = (event: Event): void => {
    onFold((event.target as HTMLDetailsElement).open);
  };
  // Written at once: what is ticked is what is stored, also where storing was refused.
  const onChange = (event: Event): void => {
    const box = event.target as HTMLInputElement;
    box.checked = onChoose(box.checked);
  };
  const onDelete = (event: Event): void => {
    const button = event.currentTarget as HTMLElement;
    const box = button.closest('#saving')?.querySelector('input');
    if (box) box.checked = onChoose(false);
    // The button goes away.
    box?.focus();
  };
  return html`<details
    class="puntari-disclosure"
    id="saving"
    ?open=${isUnfolded}
    @toggle=${onToggle}
  >
    <summary>${t('saving.title')}</summary>
    ${
      isUnfolded
        ? html`<label class="puntari-choice" for="saving-choice">
              <input
                type="checkbox"
                id="saving-choice"
                ?checked=${state === 'saved'}
                aria-describedby="saving-hint"
                @change=${onChange}
              />
              <span>${t('saving.choice')}</span>
            </label>
            <p class="puntari-hint" id="saving-hint">${t('saving.hint', { count: SAVED_DAYS })}</p>
            ${state === 'refused' ? html`<p>${t('saving.refused')}</p>` : nothing}
            ${
              state === 'saved'
                ? html`<button
                    type="button"
                    class="puntari-button"
                    data-kind="plain"
                    @click=${onDelete}
                  >
                    ${t('saving.delete')}
                  </button>`
                : nothing
            }`
        : nothing
    }
  </details>`;
}

export interface SavedOptions {
  readonly saved: SavedForm;
  readonly level: number;
  readonly onResume: () => void;
  readonly onDelete: () => void;
}

/** On the first page, for somebody who has been here before. */
export function renderSaved(locale: Locale, options: SavedOptions): TemplateResult {
  const { t } = locale;
  const { saved, level, onResume, onDelete } = options;
  const date = locale.date(new Date(saved.savedAt).toISOString());
  return html`<div class="puntari-notice" id="saved">
    ${heading(level, t('saving.found'))}
    <p>${t('saving.foundText', { date })}</p>
    <div class="puntari-actions">
      <button type="button" class="puntari-button" @click=${onResume}>${t('saving.resume')}</button>
      <button type="button" class="puntari-button" data-kind="plain" @click=${onDelete}>
        ${t('saving.delete')}
      </button>
    </div>
  </div>`;
}
