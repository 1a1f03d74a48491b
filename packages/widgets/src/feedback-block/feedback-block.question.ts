/** One line, for the end of a page: whether it helped. One press sends. */
import { inline } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import type { BlockForm, BlockParts } from './feedback-block.forms.js';

const ANSWERS = ['true', 'false'] as const;
type Answer = (typeof ANSWERS)[number];

const WORDS: Readonly<Record<Answer, string>> = { true: 'yes', false: 'no' };

const button = (
  block: BlockParts,
  value: Answer,
  label: string,
  kind = 'secondary',
): TemplateResult =>
  html`<button
    class="puntari-button"
    data-kind=${kind}
    type="submit"
    name="helped"
    value=${value}
    aria-disabled=${block.waits ? 'true' : 'false'}
  >
    ${label}
  </button>`;

/** In place, with the answer that was given, so that a slip of the finger can be mended. */
function renderThanks(block: BlockParts): TemplateResult {
  const { t } = block.locale;
  const { given } = block;
  const other = given === 'true' ? 'false' : 'true';
  return html`<p id="receipt" tabindex="-1">${t('question.thanks')}</p>
    <div class="puntari-actions">
      ${given === undefined ? nothing : button(block, other, t(`question.change.${WORDS[other]}`), 'plain')}
      <button type="button" class="puntari-button" data-kind="plain" @click=${block.goOn}>
        ${t('question.more')}
      </button>
    </div>`;
}

export const form: BlockForm = {
  name: 'question',
  fieldsOf: () => ['helped'],
  render(channel, block) {
    const { locale, subject } = block;
    const { t, lang } = locale;
    if (!block.canSend) return html`<slot></slot>`;
    return html`<form
      novalidate
      method="post"
      action=${block.action ?? nothing}
      @submit=${block.onSubmit}
    >
      <input type="hidden" name="lang" value=${lang} />
      <input type="hidden" name="form" value="question" />
      ${subject ? html`<input type="hidden" name="subject" value=${subject} />` : nothing}
      ${
        block.receipt
          ? renderThanks(block)
          : html`<fieldset class="puntari-field-group">
              <legend>
                <span class="puntari-label"
                  >${channel.question ? inline(channel.question, lang) : t('question.helped')}</span
                >
              </legend>
              <div class="puntari-actions">
                ${ANSWERS.map((value) => button(block, value, t(WORDS[value])))}
                ${block.waits && block.sendState === 'sending' ? html`<span class="puntari-spinner">${t('send.sending')}</span>` : nothing}
                ${block.isLoading ? html`<span class="puntari-spinner">${t('load.loading')}</span>` : nothing}
              </div>
            </fieldset>`
      }
      ${block.sendProblem(block.level)}
    </form>`;
  },
};
