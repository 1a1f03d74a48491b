import { html, type TemplateResult } from 'lit';

import type { FieldContext } from './field-context.js';

/** One answer as it is shown before sending. */
export interface Answer {
  /** The field that "Change" leads to. */
  readonly name: string;
  readonly question: unknown;
  /** Empty when it was not answered. */
  readonly answer: unknown;
}

/** Every question that was answered, with its answer: what was sent. */
export function sentAnswers(answers: readonly Answer[]): TemplateResult {
  return html`<dl class="puntari-facts">
    ${answers
      .filter(({ answer }) => answer !== '')
      .map(
        ({ question, answer }) =>
          html`<div>
            <dt>${question}</dt>
            <dd>${answer}</dd>
          </div>`,
      )}
  </dl>`;
}

/**
 * Every question with its answer and a way to change it. The buttons' names differ, because three equal "Change" are
 * one name for three things in a list of buttons.
 */
export function checkAnswers(
  { t }: Pick<FieldContext, 't'>,
  answers: readonly Answer[],
  onChange: (name: string) => void,
): TemplateResult {
  return html`<dl class="puntari-facts">
    ${answers.map(
      ({ name, question, answer }) =>
        html`<div>
          <dt>${question}</dt>
          <dd>${answer === '' ? t('notProvided') : answer}</dd>
          <dd class="puntari-facts-action">
            <button
              type="button"
              class="puntari-button"
              data-kind="plain"
              data-change=${name}
              @click=${() => {
                onChange(name);
              }}
            >
              ${t('change')} <span class="puntari-visually-hidden">${question}</span>
            </button>
          </dd>
        </div>`,
    )}
  </dl>`;
}
