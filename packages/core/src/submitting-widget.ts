import type {
  FieldError,
  FieldValues,
  FormStatus,
  Problem,
  Receipt,
  RecordKind,
} from '@puntari/contracts';
import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';

import { AskingWidget } from './asking-widget.js';
import { FailedEvent } from './events.js';
import { BeforeSubmitEvent, SubmittedEvent } from './form/events.js';
import { nameOf } from './form/field-context.js';
import { FINAL } from './form/final.js';
import type { KeptForm } from './form/kept-form.js';
import type { ReceiptOptions } from './form/receipt-view.js';
import type { SendError } from './form/send-error.js';
import { whenIdle } from './idle.js';

export type SendState = 'editing' | 'sending' | 'failed' | 'sent';

/** A widget that asks something of residents and sends the answers. */
export abstract class SubmittingWidget<K extends RecordKind, S> extends AskingWidget<K, S> {
  /** URL that submissions are sent to. */
  @property() action?: string;

  @state() protected sendState: SendState = 'editing';
  @state() protected problem: Problem | undefined;

  /** What the receiver said of itself: open or not, its clock, its signed time. */
  @state() protected status: FormStatus | undefined;

  /** What the receipt on the page is for, as long as it is there. */
  protected sentValues: FieldValues = {};
  protected retryAfter: number | undefined;

  #aborter = new AbortController();
  #answersItself = false;
  /** How far the receiver's clock is ahead of this device's, in milliseconds. */
  #clockOffset = 0;

  /** Browsers keep whole pages for Back, with all that stands in them, and ask nobody. */
  readonly #onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    if (this.noRestore) {
      this.startAnew();
      void this.askStatus();
    } else if (this.receipt) {
      // What a receipt may show to the next reader of this device, as when it is restored in a new page.
      this.receipt = { ...this.receipt, manage: undefined };
      this.sentValues = {};
    }
  };

  override connectedCallback(): void {
    super.connectedCallback();
    if (!isServer) globalThis.addEventListener('pageshow', this.#onPageShow);
    if (this.#aborter.signal.aborted) this.#aborter = new AbortController();
    void this.#tellWhenNobodyTakesIt();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (!isServer) globalThis.removeEventListener('pageshow', this.#onPageShow);
    // Taken from the page in the middle of sending: it must not arrive later, unseen.
    this.#aborter.abort();
    if (this.sendState === 'sending') this.sendState = 'editing';
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.markState('sent', this.sendState === 'sent');
  }
  override addEventListener<T extends keyof HTMLElementEventMap>(
    type: T,
    listener: (this: HTMLElement, event: HTMLElementEventMap[T]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(...args: Parameters<HTMLElement['addEventListener']>): void {
    super.addEventListener(...args);
    if (args[0] !== 'puntari-before-submit') return;
    this.#answersItself = true;
    if (this.hasUpdated) this.requestUpdate();
  }

  /** Whether there is anywhere to send to. */
  protected get canSend(): boolean {
    return this.action !== undefined || this.#answersItself;
  }

  /** The receiver's time where we know it, in milliseconds since 1970: a phone's may be wrong. */
  protected get now(): number {
    return Date.now() + this.#clockOffset;
  }

  /** While it sends, or when the page has disabled it; never a disabled button, which says nothing. */
  protected get waits(): boolean {
    return this.isDisabled || this.isWaiting || this.sendState === 'sending';
  }

  /** Whether the receiver may take it at another try. */
  protected get canTryAgain(): boolean {
    return this.sendState !== 'failed' || !FINAL.includes(this.problem?.code ?? '');
  }

  protected override startAnew(): void {
    super.startAnew();
    this.#aborter.abort();
    this.#aborter = new AbortController();
    this.sendState = 'editing';
    this.problem = undefined;
    this.sentValues = {};
    this.status = undefined;
    this.#clockOffset = 0;
  }

  protected override fillIn(kept: KeptForm): void {
    if (kept.receipt) {
      this.receipt = kept.receipt;
      this.sendState = 'sent';
    } else super.fillIn(kept);
  }

  /**
   * The button that leads on, and in words beside it what is on its way.
   *
   * @param name - Tells a receiver that gets the form without script which button was pressed.
   */
  protected renderSubmit(label: unknown, name?: string): TemplateResult {
    const isSending = this.sendState === 'sending';
    return html`<div class="puntari-actions">
      <button
        class="puntari-button"
        type="submit"
        name=${ifDefined(name)}
        value=${ifDefined(name && 'true')}
        aria-disabled=${this.waits}
      >
        ${label}
      </button>
      ${
        isSending || this.isWaiting
          ? html`<span class="puntari-spinner"
              >${this.locale.t(isSending ? 'send.sending' : 'load.loading')}</span
            >`
          : nothing
      }
    </div>`;
  }

  /** Message and another try, after a submission that did not arrive. */
  protected renderSendProblem(level: number): unknown {
    if (this.sendState !== 'failed' || !this.problem) return nothing;
    const { t } = this.locale;
    const contact = this.data && 'contact' in this.data ? this.data.contact : undefined;
    // The words are in hand also when the connection was lost before the rest could come.
    return (
      this.late?.renderSendProblem(this.locale, this.problem, this.retryAfter, contact, level) ??
      html`<p id="send-problem" tabindex="-1" class="puntari-notice" data-kind="error">
        ${`${t('send.problem.network')} ${t('send.kept')}`}
      </p>`
    );
  }

  /** Proof that it arrived. As long as the rest of it has not come, or does not come, the reference alone. */
  protected renderReceipt(options: ReceiptOptions): unknown {
    if (!this.receipt) return nothing;
    return (
      this.late?.renderReceipt(this.locale, this.receipt, { ...options, action: this.action }) ??
      html`<p>${this.locale.t('receipt.reference')} <bdi>${this.receipt.reference}</bdi></p>`
    );
  }

  /**
   * Asks the receiver whether the form is open and what time it is there. No answer blocks nothing: what the record says
   * holds then.
   */
  protected async askStatus(): Promise<void> {
    if (isServer || this.action === undefined || this.status) return;
    const { data, action } = this;
    await whenIdle();
    // A module that does not come is silence too.
    const late = await import('./form/late.js').catch(() => undefined);
    const status = await late?.fetchStatus(new URL(action, document.baseURI).href);
    if (this.data?.id !== data?.id) return;
    if (status) this.#clockOffset = Date.parse(status.now) - Date.now();
    this.status = status;
    void late?.keepFocus(this);
  }
  /** Sends what is filled in. A second call while one is under way does nothing. */
  protected async submit(): Promise<void> {
    const isUnderWay = this.sendState === 'sending' || this.sendState === 'sent';
    // A page may take it away at the press that sends it: nobody would see the receipt.
    if (!this.data || !this.isConnected || isUnderWay) return;
    this.sendState = 'sending';
    this.problem = undefined;
    const { signal } = this.#aborter;
    try {
      const rules = await this.rules();
      this.key ??= this.late?.newKey();
      // At once: whoever leaves before the answer comes back with the same key, and is not stored twice.
      this.keep();
      const event = new BeforeSubmitEvent(rules.from(this.data, this.values, this.locale.lang));
      this.dispatchEvent(event);
      if (event.defaultPrevented && !event.answer) {
        this.sendState = 'editing';
        return;
      }
      if (signal.aborted) return;
      this.announce(this.locale.t('send.sending'));
      const receipt = await (event.answer ?? this.#send(event, signal));
      if (!signal.aborted) this.arrived(receipt);
    } catch (error) {
      if (!signal.aborted) this.#failed(error);
    }
  }
  /**
   * Whether the rules are in hand. When they do not come, that is said first: without a connection the browser would show a
   * page of its own, and what was written would be gone where nothing is kept. Some browsers never ask again for a module that
   * did not come once, so at another try the browser sends the form by itself: the receiver takes it as from a page without
   * JavaScript.
   */
  protected async haveRules(): Promise<boolean> {
    const isAnotherTry = this.sendState === 'failed';
    try {
      await this.whileWaiting(this.rules());
      return true;
    } catch (error) {
      if (isAnotherTry && navigator.onLine && this.action !== undefined)
        this.renderRoot.querySelector('form')?.submit();
      else this.#failed(error);
      return false;
    }
  }
  /** Called when the receiver refused fields; a form with steps goes to the first of them. */
  protected fieldsRefused(errors: readonly FieldError[]): void {
    this.showErrors(errors);
  }
  protected arrived(receipt: Receipt): void {
    // "Sending" must not be found below the receipt by somebody who reads on.
    this.announce('');
    this.receipt = receipt;
    this.sendState = 'sent';
    this.errors = [];
    // Everything a resident wrote is let go of once the receipt is in hand; shown once more, and kept nowhere.
    this.sentValues = this.noRestore ? {} : this.values;
    this.values = {};
    this.key = undefined;
    this.focusAfterUpdate('#receipt');
    // Whoever has the private link reads what was written: it is for the person, not for listeners of the page.
    const { manage: _private, ...told } = receipt;
    this.dispatchEvent(new SubmittedEvent(told));
  }
  /** Not at once: a page listens when the tag is defined, and a framework sets `action` when the tag is in the page. */
  async #tellWhenNobodyTakesIt(): Promise<void> {
    await whenIdle();
    if (this.canSend || !this.isConnected) return;
    (await import('./record-check.js')).tellNobodyTakesIt(this.localName);
  }

  async #send({ submission, headers }: BeforeSubmitEvent, signal: AbortSignal): Promise<Receipt> {
    const { newKey, send } = await import('./form/late.js');
    const action = new URL(this.action ?? '', document.baseURI).href;
    return send(submission, {
      action,
      key: this.key ?? newKey(),
      lang: this.locale.lang,
      headers,
      signal,
      token: this.status?.token,
    });
  }

  #failed(error: unknown): void {
    this.announce('');
    // Anything else that was thrown is a fault of this page, and has no problem to tell.
    const { problem = { title: 'This page could not send it.', status: 0, code: 'page' } } =
      error as Partial<SendError>;
    this.problem = problem;
    this.retryAfter = (error as Partial<SendError>).retryAfter;
    if (problem.status === 422 && problem.errors?.some((fault) => this.asks(nameOf(fault)))) {
      this.sendState = 'editing';
      this.fieldsRefused(problem.errors);
    } else {
      this.sendState = 'failed';
      this.focusAfterUpdate('#send-problem');
    }
    this.dispatchEvent(new FailedEvent(problem, 'send'));
  }
}
