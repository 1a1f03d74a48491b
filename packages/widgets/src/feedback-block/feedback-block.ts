import type { Draft, FeedbackChannel, FeedbackSubmission, FieldError } from '@puntari/contracts';
import {
  base,
  contactDetails,
  type DocumentParts,
  field,
  help,
  type SubmissionRules,
  SubmittingWidget,
} from '@puntari/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';

import { documentOf } from './feedback-block.document.js';
import { feedbackForm } from './feedback-block.fields.js';
import { fieldsOf, inOrder, wantsReply } from './feedback-block.model.js';
import { styles } from './feedback-block.styles.js';
import { NAMESPACE } from './words.js';

/**
 * A block in which residents say what they think, and whether they were heard.
 *
 * It asks who the person is only when a reply is wished for, and never lets go of a word before the receipt is in hand.
 *
 * @summary Takes feedback.
 * @tag puntari-feedback-block
 *
 * @slot - Another way to give feedback; shown until the widget is ready, and whenever it cannot be used.
 * @slot document - What the feedback is used for. Made from the record, or written by the page.
 *
 * @fires {ReadyEvent} puntari-ready - The record is shown for the first time.
 * @fires {BeforeSubmitEvent} puntari-before-submit - About to send; may be answered by the page.
 * @fires {SubmittedEvent} puntari-submitted - The receipt is in hand.
 * @fires {FailedEvent} puntari-failed - The record could not be shown, or the feedback not sent.
 *
 * @cssState loading - The record or the words are on their way.
 * @cssState failed - The record could not be shown.
 * @cssState sent - The receipt is in hand.
 */
export class FeedbackBlock extends SubmittingWidget<'feedbackChannel', Draft<FeedbackSubmission>> {
  static override readonly styles = [base, field, help, styles];
  static override readonly recordKind = 'feedbackChannel';
  static override readonly namespaces = [NAMESPACE, 'form', 'core'];

  /** What it is about: `page:<path>`, `topic:<id>`, `statement:<id>#<item>`, `panel:<id>`; this page unless set. */
  @property() subject?: string;

  #hasAsked = false;

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // What is written while it is on its way would be lost with the receipt.
    for (const control of this.renderRoot.querySelectorAll<HTMLInputElement>('.puntari-control')) {
      control.readOnly = this.#isSending;
    }
  }

  override documentParts(): DocumentParts | undefined {
    if (!this.data) return undefined;
    const { lang } = this.locale;
    const isCompact = this.variant === 'compact';
    return {
      key: `${this.data.id}@${this.data.version}@${lang}@h${String(this.headingLevel)}${isCompact ? '@compact' : ''}`,
      lang,
      template: documentOf(this.data, this.locale, { level: this.headingLevel, isCompact }),
    };
  }

  protected override startAnew(): void {
    super.startAnew();
    this.#hasAsked = false;
  }

  protected override async loadRules(): Promise<
    SubmissionRules<FeedbackChannel, Draft<FeedbackSubmission>>
  > {
    const { rulesFor, warnOfSubject } = await import('./feedback-block.rules.js');
    warnOfSubject(this.localName, this.subject);
    return rulesFor(() => this.subject);
  }

  protected override hasField(name: string): boolean {
    return this.data !== undefined && fieldsOf(this.data, this.values).includes(name);
  }

  protected override setValue(name: string, value: string | readonly string[]): void {
    super.setValue(name, value);
    // Asked when somebody writes, so that readers who do not cost no request.
    if (!this.#hasAsked) void this.askStatus();
    this.#hasAsked = true;
    if (name !== 'wantsReply') return;
    if (value === 'true') this.announce(this.locale.t('reply.added'));
    // What is no longer asked is no longer wrong.
    else this.errors = this.errors.filter(({ pointer }) => !pointer.startsWith('/contact/'));
  }

  protected override showErrors(errors: readonly FieldError[]): void {
    super.showErrors(this.data ? inOrder(errors, fieldsOf(this.data, this.values)) : errors);
  }

  protected override renderWidget(channel: FeedbackChannel): unknown {
    const { t } = this.locale;
    if (this.receipt) {
      const title = t('receipt.title');
      return html`<div class="puntari-card">
        ${this.renderReceipt({ title, level: this.headingLevel })}
        ${channel.otherChannels?.length ? html`<div class="puntari-help">${this.#renderOthers(channel)}</div>` : nothing}
      </div>`;
    }
    return html`<div class="puntari-card">
      <slot name="document"></slot>
      ${
        this.canSend
          ? this.#renderForm(channel)
          : html`<p class="puntari-notice">${t('send.noForm')}</p>
              <slot></slot>`
      }
      <div class="puntari-help">${this.#renderOthers(channel)} ${this.#renderContact(channel)}</div>
    </div>`;
  }

  #renderForm(channel: FeedbackChannel): TemplateResult {
    const { t } = this.locale;
    return html`<form
      novalidate
      method="post"
      action=${this.action ?? nothing}
      @submit=${this.#onSubmit}
      @click=${this.#onClick}
      @input=${this.onEdit}
      @change=${this.onEdit}
    >
      ${this.renderErrorSummary(this.headingLevel + 1)}
      <input type="hidden" name="lang" value=${this.locale.lang} />
      ${this.subject ? html`<input type="hidden" name="subject" value=${this.subject} />` : nothing}
      ${feedbackForm(channel, this.context, {
        showsContact: wantsReply(channel, this.values),
        resolve: (url) => this.resolve(url),
      })}
      ${this.renderSendProblem(this.headingLevel + 1)}
      <div class="puntari-actions">
        ${
          this.canTryAgain
            ? html`<button
                class="puntari-button"
                type="submit"
                aria-disabled=${this.#waits ? 'true' : 'false'}
              >
                ${t(this.sendState === 'failed' ? 'send.again' : 'send.button')}
              </button>`
            : nothing
        }
        ${this.#isSending ? html`<span class="puntari-spinner">${t('send.sending')}</span>` : nothing}
        ${this.isWaiting ? html`<span class="puntari-spinner">${t('load.loading')}</span>` : nothing}
      </div>
    </form>`;
  }

  /** The channels that exist already; this one does not replace them. */
  #renderOthers({ otherChannels = [] }: FeedbackChannel): unknown {
    if (otherChannels.length === 0) return nothing;
    const { locale } = this;
    return html`<p>${locale.t('otherChannels')}</p>
      <ul class="puntari-links">
        ${otherChannels.map(
          ({ label, url, lang }) =>
            html`<li>
              <a href=${this.resolve(locale.text(url).text)} hreflang=${ifDefined(lang)}
                >${this.inline(label)}</a
              >
            </li>`,
        )}
      </ul>`;
  }

  #renderContact({ contact }: FeedbackChannel): TemplateResult {
    return html`<p>${this.locale.t('help')}</p>
      ${contactDetails(this.locale, contact)}`;
  }

  get #waits(): boolean {
    return this.#isSending || this.isWaiting || this.isDisabled;
  }

  get #isSending(): boolean {
    return this.sendState === 'sending';
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#trySending();
  };

  async #trySending(): Promise<void> {
    if (!this.data || this.#waits || !this.canTryAgain) return;
    // Some browsers never ask again for a module that did not come once. At a second try the browser sends the form by
    // itself: the receiver takes it as from a page without JavaScript.
    const rules = await this.whileWaiting(this.rules()).catch(() => undefined);
    if (!rules && this.sendState === 'failed' && navigator.onLine && this.action !== undefined) {
      this.renderRoot.querySelector('form')?.submit();
      return;
    }
    const errors = await this.findErrors();
    if (this.#isSending) return;
    this.errors = [];
    if (errors.length === 0) {
      await this.submit();
      return;
    }
    this.sendState = 'editing';
    this.showErrors(errors);
  }

  /** Boxes and buttons know no read-only; arrow keys among them click too. */
  readonly #onClick = (event: Event): void => {
    const isChoice = event.target instanceof HTMLInputElement && event.target.type !== 'text';
    if (this.#isSending && isChoice) event.preventDefault();
  };
}
