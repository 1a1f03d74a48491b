import type { PersonalData } from '@puntari/contracts';
import { heading, type Locale } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

/** One in what was written, and the name of its field. */
export interface FoundNumber extends PersonalData {
  readonly field: string;
}

export interface NumbersOptions {
  readonly level: number;
  /** Takes the person to a number in the text. */
  readonly goTo: (number: FoundNumber) => void;
  readonly send: () => void;
}

/**
 * Asks whether a number that looks like personal data shall be sent. The heading takes focus. It is a question, never a
 * bar: what looks like an identity code may be none, and another press of Send sends it.
 */
export function renderNumbers(
  { t }: Locale,
  numbers: readonly FoundNumber[],
  { level, goTo, send }: NumbersOptions,
): TemplateResult | typeof nothing {
  const [first] = numbers;
  if (!first) return nothing;
  const kinds = [...new Set(numbers.map(({ kind }) => kind))];
  return html`<div class="puntari-notice" data-kind="warning">
    ${heading(level, t('numbers.title'), { id: 'numbers' })}
    ${kinds.map((kind) => html`<p>${t(`numbers.${kind}`)}</p>`)}
    <p>${t('numbers.advice')}</p>
    <div class="puntari-actions">
      <button
        type="button"
        class="puntari-button"
        data-kind="secondary"
        @click=${() => {
          goTo(first);
        }}
      >
        ${t('numbers.remove')}
      </button>
      <button type="button" class="puntari-button" data-kind="secondary" @click=${send}>
        ${t('numbers.send')}
      </button>
    </div>
  </div>`;
}
