import type { Receipt } from '@puntari/contracts';
import { html, nothing, type TemplateResult } from 'lit';

import { contactDetails } from '../contact.js';
import { heading } from '../heading.js';
import { successIcon } from '../icons.js';
import type { Locale } from '../locale/locale.js';
import { inline } from '../texts.js';

export interface ReceiptOptions {
  readonly title: string;
  readonly level: number;
  /** What was sent, where the page shows more than one thing: the panel's name. */
  readonly about?: unknown;
  /** What happens next, in the widget's own words. */
  readonly next?: unknown;
}

/** Proof that it arrived: a reference to keep, who reads it, by when, where the answer appears, how to take it back. */
export function renderReceipt(
  locale: Locale,
  receipt: Receipt,
  options: ReceiptOptions,
): TemplateResult {
  const { t, lang } = locale;
  const { reference, receivedAt, readBy, answerBy, answerAt, withdraw, contact } = receipt;
  const row = (label: string, value: unknown): TemplateResult =>
    html`<div>
      <dt>${label}</dt>
      <dd>${value}</dd>
    </div>`;
  const time = t('dateTime', {
    date: locale.date(receivedAt),
    time: locale.date(receivedAt, 'clock'),
  });
  return html`<div class="puntari-notice" data-kind="success">
      ${heading(options.level, html`${successIcon()}${options.title}`, { id: 'receipt' })}
      ${options.about === undefined ? nothing : html`<p>${options.about}</p>`}
      <p>
        ${t('receipt.reference')}<br /><bdi class="puntari-reference" dir="ltr">${reference}</bdi>
      </p>
      <p>${t('receipt.keep')}</p>
    </div>
    <dl class="puntari-facts">
      ${row(t('receipt.receivedAt'), html`<time datetime=${receivedAt}>${time}</time>`)}
      ${row(t('receipt.readBy'), inline(readBy, lang))}
      ${answerBy ? row(t('receipt.answerBy'), html`<time datetime=${answerBy}>${locale.date(answerBy)}</time>`) : nothing}
      ${answerAt ? row(t('receipt.answerAt'), inline(answerAt, lang)) : nothing}
      ${withdraw ? row(t('receipt.withdraw'), inline(withdraw, lang)) : nothing}
    </dl>
    ${options.next ?? nothing}
    ${
      contact
        ? html`<p>${t('receipt.questions')}</p>
            ${contactDetails(locale, contact)}`
        : nothing
    }`;
}
