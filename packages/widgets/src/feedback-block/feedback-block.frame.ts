/** What the forms of the block have around their fields. */
import type { FeedbackChannel } from '@puntari/contracts';
import { contactDetails, inline } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import type { BlockParts, FormName } from './feedback-block.forms.js';

export interface FrameOptions {
  readonly form: FormName;
  readonly fields: unknown;
  /** What the button says that sends. */
  readonly button: string;
  /** The title of the receipt. */
  readonly thanks: string;
}

/** A whole form: the text for readers, the fields, whom to ask; once it was sent, the receipt in its place. */
export function renderBlock(
  channel: FeedbackChannel,
  block: BlockParts,
  options: FrameOptions,
): TemplateResult {
  const { t } = block.locale;
  if (block.receipt) {
    return html`${block.receipt({ title: options.thanks, level: block.level })}
    ${channel.otherChannels?.length ? html`<div class="puntari-help">${renderOthers(channel, block)}</div>` : nothing}`;
  }
  return html`<slot name="document"></slot>
    ${
      block.canSend
        ? renderForm(channel, block, options)
        : html`<p class="puntari-notice">${t('send.noForm')}</p>
            <slot></slot>`
    }
    <div class="puntari-help">
      ${renderOthers(channel, block)}
      <p>${t('help')}</p>
      ${contactDetails(block.locale, channel.contact)}
    </div>`;
}

/** What goes with the fields of each form, unseen. */
export function hiddenFields(
  { locale, subject }: Pick<BlockParts, 'locale' | 'subject'>,
  form: FormName,
): TemplateResult {
  return html`<input type="hidden" name="lang" value=${locale.lang} />
    ${form === 'full' ? nothing : html`<input type="hidden" name="form" value=${form} />`}
    ${subject ? html`<input type="hidden" name="subject" value=${subject} />` : nothing}`;
}

function renderForm(
  channel: FeedbackChannel,
  block: BlockParts,
  { form, fields, button }: FrameOptions,
): TemplateResult {
  const { t } = block.locale;
  const isSending = block.sendState === 'sending';
  return html`<form
    novalidate
    method="post"
    enctype=${ifDefined(form === 'full' && channel.attachments ? 'multipart/form-data' : undefined)}
    action=${block.action ?? nothing}
    @submit=${block.onSubmit}
    @click=${block.onClick}
    @input=${block.onEdit}
    @change=${block.onEdit}
  >
    ${block.errorSummary(block.level + 1)} ${hiddenFields(block, form)} ${fields}
    ${block.sendProblem(block.level + 1)} ${block.later?.renderNumbers()}
    <div class="puntari-actions">
      ${
        block.canTryAgain
          ? html`<button
              class="puntari-button"
              type="submit"
              aria-disabled=${block.waits ? 'true' : 'false'}
            >
              ${block.sendState === 'failed' ? t('send.again') : button}
            </button>`
          : nothing
      }
      ${isSending ? html`<span class="puntari-spinner">${t('send.sending')}</span>` : nothing}
      ${block.isLoading ? html`<span class="puntari-spinner">${t('load.loading')}</span>` : nothing}
    </div>
  </form>`;
}

/** The channels that exist already; this one does not replace them. */
function renderOthers({ otherChannels = [] }: FeedbackChannel, block: BlockParts): unknown {
  if (otherChannels.length === 0) return nothing;
  const { locale } = block;
  return html`<p>${locale.t('otherChannels')}</p>
    <ul class="puntari-links">
      ${otherChannels.map(
        ({ label, url, lang }) =>
          html`<li>
            <a href=${block.resolve(locale.text(url).text)} hreflang=${ifDefined(lang)}
              >${inline(label, locale.lang)}</a
            >
          </li>`,
      )}
    </ul>`;
}
