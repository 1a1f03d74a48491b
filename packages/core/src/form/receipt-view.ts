import type { Receipt } from '@puntari/contracts';
import { html, nothing, type TemplateResult } from 'lit';

import { contactDetails } from '../contact.js';
import { heading } from '../heading.js';
import { download } from '../download.js';
import { downloadIcon, printIcon, successIcon } from '../icons.js';
import type { Locale } from '../locale/locale.js';
import { inline } from '../texts.js';

export interface ReceiptOptions {
  readonly title: string;
  readonly level: number;
  /** What was sent, where the page shows more than one thing: the panel's name. */
  readonly about?: unknown;
  /** What happens next, in the widget's own words. */
  readonly next?: unknown;
  /** Where it was sent, from which the receipt's own links lead on. */
  readonly action?: string | undefined;
  /** Buttons of the widget's own, beside those to print and to keep a copy. */
  readonly actions?: unknown;
  /** What was sent, in words, where the page still has it. */
  readonly sent?: unknown;
}

/** A link of the receiver's as one of this page; nothing where it leads to no page. */
function addressOf(link: string | undefined, action = ''): string | undefined {
  if (link === undefined) return undefined;
  try {
    const { href, protocol } = new URL(link, new URL(action, document.baseURI));
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** Names and values as lines of text, as they stand in a list of the page. */
const linesOf = (list: Element | null | undefined): string[] =>
  [...(list?.querySelectorAll('dt, dd') ?? [])].flatMap((part) => {
    const items = [...part.querySelectorAll('li')];
    const lines = (items.length > 0 ? items : [part]).map(({ textContent }) =>
      textContent.replaceAll(/\s+/g, ' ').trim(),
    );
    return part.localName === 'dt' ? ['', ...lines] : lines;
  });

/** The receipt and the answers as a file, read off the page: the same words as there. */
function downloadCopy(event: Event, { reference, manage = '' }: Receipt): void {
  const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
  const around = (selector: string): string[] =>
    root.querySelector(selector)?.parentElement?.innerText.split('\n') ?? [];
  const lists = [...root.querySelectorAll('#receipt-facts, #receipt-sent')];
  const link = [...around('#receipt-manage'), manage];
  const lines = [...around('#receipt'), '', ...link, ...lists.flatMap(linesOf)];
  download(`${reference}.txt`, 'text/plain', `\uFEFF${lines.join('\r\n')}\r\n`);
}

/** With the answers, which are folded: only newer browsers unfold them by a style sheet, and paper has nothing to press. */
function printAll(event: Event): void {
  const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
  root.querySelector('#receipt-sent')?.setAttribute('open', '');
  globalThis.print();
}

/** Proof that it arrived: a reference to keep, who reads it, by when, where the answer appears, how to take it back. */
export function renderReceipt(
  locale: Locale,
  receipt: Receipt,
  options: ReceiptOptions,
): TemplateResult {
  const { t, lang } = locale;
  const { reference, receivedAt, readBy, answerBy, answerAt, withdraw, contact } = receipt;
  const manage = addressOf(receipt.manage, options.action);
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
    <dl class="puntari-facts" id="receipt-facts">
      ${row(t('receipt.receivedAt'), html`<time datetime=${receivedAt}>${time}</time>`)}
      ${row(t('receipt.readBy'), inline(readBy, lang))}
      ${answerBy ? row(t('receipt.answerBy'), html`<time datetime=${answerBy}>${locale.date(answerBy)}</time>`) : nothing}
      ${answerAt ? row(t('receipt.answerAt'), inline(answerAt, lang)) : nothing}
      ${withdraw ? row(t('receipt.withdraw'), inline(withdraw, lang)) : nothing}
    </dl>
    ${
      manage === undefined
        ? nothing
        : html`<p>
            <a id="receipt-manage" href=${manage}>${t('receipt.manage')}</a><br />
            <span class="puntari-hint">${t('receipt.manageHint')}</span>
          </p>`
    }
    <div class="puntari-actions">
      <button type="button" class="puntari-button" data-kind="secondary" @click=${printAll}>
        ${printIcon()}${t('receipt.print')}
      </button>
      ${
        options.sent === undefined
          ? nothing
          : html`<button
              type="button"
              class="puntari-button"
              data-kind="secondary"
              @click=${(event: Event) => {
                downloadCopy(event, { ...receipt, manage });
              }}
            >
              ${downloadIcon()}${t('receipt.copy')}
            </button>`
      }
      ${options.actions ?? nothing}
    </div>
    ${
      options.sent === undefined
        ? nothing
        : html`<details class="puntari-disclosure" id="receipt-sent">
            <summary>${t('receipt.sent')}</summary>
            ${options.sent}
          </details>`
    }
    ${options.next ?? nothing}
    ${
      contact
        ? html`<p>${t('receipt.questions')}</p>
            ${contactDetails(locale, contact)}`
        : nothing
    }`;
}
