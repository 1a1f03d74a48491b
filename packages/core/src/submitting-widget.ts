import type {
  FieldError,
  FieldValues,
  FormStatus,
  Problem,
  Receipt,
  RecordKind,
  RecordOf,
} from '@puntari/contracts';
import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';

import { FailedEvent } from './events.js';
import { BeforeSubmitEvent, SubmittedEvent } from './form/events.js';
import {
  type Control,
  controlsNamed,
  readControls,
  readTouched,
  writeControls,
} from './form/controls.js';
import { type SummaryError, SUMMARY_HEADING } from './form/summary-heading.js';
import { type FieldContext, fieldId, valueOf } from './form/field-context.js';
import { type KeptForm, keptValues, leftOut, readKept } from './form/kept-form.js';
import { messageFor } from './form/messages.js';
import type { ReceiptOptions } from './form/receipt-view.js';
import type { SendError } from './form/send-error.js';
import { whenIdle } from './idle.js';
import { Widget } from './widget.js';

/** How the fields of a form become a submission, and what is wrong with one. */
export interface SubmissionRules<R, S> {
  /** The submission as far as it is filled in. */
  from(record: R, values: FieldValues, lang: string): S;
  /** Empty when it can be accepted. */
  check(record: R, submission: S): readonly FieldError[];
}

/** What comes after the first rendering. */
export type Late = typeof import('./form/late.js');

export type SendState = 'editing' | 'sending' | 'failed' | 'sent';

/** How long something may be on its way before it is said, in milliseconds. */
const SAY_WAITING_AFTER = 300;
/** Answers of the receiver after which another try is of no use. */
const FINAL = ['closed', 'upcoming', 'full', 'cancelled'];

/**
 * A widget that asks something of residents and sends the answers.
 *
 * The host is form-associated for two things only: to keep what was typed for Back, without storage on the device, and
 * to obey a disabled fieldset. It adds nothing to the page's form data and never makes a form of the page invalid.
 */
export abstract class SubmittingWidget<K extends RecordKind, S> extends Widget<K> {
  static readonly formAssociated = true;
  static override readonly namespaces: readonly string[] = ['form', 'core'];
  /** Names, or beginnings of names, of fields that are never kept for Back. */
  static readonly sensitiveFields: readonly string[] = [];

  /** URL that submissions are sent to. */
  @property() action?: string;
  /** Keep nothing for Back: for shared computers. */
  @property({ type: Boolean, attribute: 'no-restore' }) noRestore = false;

  @state() protected values: FieldValues = {};
  @state() protected errors: readonly FieldError[] = [];
  @state() protected sendState: SendState = 'editing';
  @state() protected problem: Problem | undefined;
  @state() protected receipt: Receipt | undefined;
  @state() protected isDisabled = false;
  /** Something that the person asked for is on its way, and takes its time. */
  @state() protected isWaiting = false;

  /** What the receiver said of itself: open or not, its clock, its signed time. */
  @state() protected status: FormStatus | undefined;

  /** What the receipt on the page is for, as long as it is there. */
  protected sentValues: FieldValues = {};
  /** Of this submission, once it was sent or saved; the same until there is a receipt. */
  protected key: string | undefined;
  protected retryAfter: number | undefined;

  /** What was typed before the script came. Taken after the first update, which must have the server's shape. */
  #rescued: FieldValues = {};
  #late: Late | undefined;
  #loadingRules: Promise<SubmissionRules<RecordOf<K>, S>> | undefined;
  #aborter = new AbortController();
  #waitingRestore: KeptForm | undefined;
  #answersItself = false;
  /** How far the receiver's clock is ahead of this device's, in milliseconds. */
  #clockOffset = 0;
  #recordId: string | undefined;

  /** Takes what a person did in a control. Bound to `input` and `change` of the form. */
  protected readonly onEdit = (event: Event): void => {
    const control = event.target as Control;
    // Taking focus away from a field makes it report its change once more, also when everything has been sent.
    if (!control.name || this.sendState === 'sent') return;
    const value = readControls(controlsNamed(this.renderRoot, control.name));
    // A choice may be worth the empty string; it is not the same as none.
    if (String(value) !== String(this.values[control.name])) this.setValue(control.name, value);
  };
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

  formDisabledCallback(isDisabled: boolean): void {
    this.isDisabled = isDisabled;
  }
  formStateRestoreCallback(kept: string): void {
    if (this.noRestore) return;
    this.#waitingRestore = readKept(kept);
    // Whoever comes back is in the middle of it: what comes after the first rendering is the first thing they see.
    if (!this.isReady) this.rules().catch(() => undefined);
    this.#restore();
  }
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    writeControls(this.renderRoot, { ...this.values, ...this.#rescued }, this.isDisabled);
    this.#takeRescued();
    this.markState('sent', this.sendState === 'sent');
    // While the connection is there. What fails now is asked for again when it is needed.
    if (this.isReady && !this.#loadingRules) this.rules().catch(() => undefined);
    if (changed.has('values') || changed.has('view') || changed.has('sendState')) this.keep();
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

  /** The answers to what is asked as it stands now; only those may be kept on the device. */
  protected get askedValues(): FieldValues {
    return this.values;
  }

  /** Where in the form the person is; kept for Back. */
  protected get place(): string {
    return '';
  }

  protected set place(_place: string) {
    // A form of one page has one place.
  }

  /** Whether the receiver may take it at another try. */
  protected get canTryAgain(): boolean {
    return this.sendState !== 'failed' || !FINAL.includes(this.problem?.code ?? '');
  }

  /** What fields need to know; made anew for each rendering. */
  protected get context(): FieldContext {
    const { t } = this.locale;
    const errors = new Map(this.errors.map((error) => [nameOf(error), this.messageFor(error)]));
    return { t, locale: this.locale, values: this.values, errors };
  }

  /**
   * Loads the rules of the form. They come after the first rendering, since nobody needs them before the first Continue.
   */
  protected abstract loadRules(): Promise<SubmissionRules<RecordOf<K>, S>>;

  /** The words for an error; a widget adds the parameters its messages need. */
  protected messageFor(error: FieldError): string {
    return messageFor(this.locale, error);
  }

  protected override recordTaken(data: RecordOf<K>): void {
    super.recordTaken(data);
    // Another record is another form: nothing that was written for one may be sent to the other.
    if (this.#recordId !== undefined && this.#recordId !== data.id) this.startAnew();
    this.#recordId = data.id;
    this.#restore();
  }

  /** An empty form, as for somebody who has just come. */
  protected startAnew(): void {
    this.#aborter.abort();
    this.#aborter = new AbortController();
    this.key = undefined;
    this.values = {};
    this.errors = [];
    this.sendState = 'editing';
    this.problem = undefined;
    this.receipt = undefined;
    this.sentValues = {};
    this.status = undefined;
    this.#clockOffset = 0;
  }

  protected override readServerRoot(root: ShadowRoot): void {
    this.#rescued = readTouched(root);
  }

  protected setValue(name: string, value: string | readonly string[]): void {
    this.values = { ...this.values, [name]: value };
  }

  /** The summary of what must be mended, or nothing. */
  protected renderErrorSummary(level: number, extra: readonly SummaryError[] = []): unknown {
    const shown = this.errors.map((error): SummaryError => {
      const name = nameOf(error);
      const message = this.messageFor(error);
      // Before the first rendering of a step its controls are not there yet; then the field is on this step by rule.
      return this.hasField(name) ? { name, message } : { message };
    });
    const onJump = (name: string): void => {
      this.focusField(name);
    };
    return this.#late?.errorSummary(this.context, [...shown, ...extra], level, onJump) ?? nothing;
  }

  /** Whether a field of that name stands in the view that is shown with the errors. */
  protected hasField(_name: string): boolean {
    return true;
  }

  /** Whether the form has a field of that name at all: a person can mend only what is asked. */
  protected asks(name: string): boolean {
    return this.hasField(name);
  }

  /** Where somebody comes back to when the answers of these fields were not kept. */
  protected placeWithout(_names: readonly string[]): string {
    return this.place;
  }

  /** Shows errors and takes the person to the summary, also when it says the same as before. */
  protected showErrors(errors: readonly FieldError[]): void {
    this.errors = errors;
    this.focusAfterUpdate(`#${SUMMARY_HEADING}`);
  }

  /** Brings a field into view with its label, and focuses it. */
  protected focusField(name: string): void {
    const control = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(fieldId(name))}`);
    const block = control?.closest('.puntari-field');
    block?.scrollIntoView({ block: 'nearest' });
    control?.focus();
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
      this.#late?.renderSendProblem(this.locale, this.problem, this.retryAfter, contact, level) ??
      html`<p id="send-problem" tabindex="-1" class="puntari-notice" data-kind="error">
        ${`${t('send.problem.network')} ${t('send.kept')}`}
      </p>`
    );
  }

  /** Proof that it arrived. */
  protected renderReceipt(options: ReceiptOptions): unknown {
    if (!this.receipt) return nothing;
    return this.#late?.renderReceipt(this.locale, this.receipt, {
      ...options,
      action: this.action,
    });
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
  /**
   * What is wrong with the answers so far. Nothing, when the rules could not be loaded: a lost connection must not keep
   * anyone from going on, and the receiver checks everything again.
   */
  protected async findErrors(): Promise<readonly FieldError[]> {
    const { data } = this;
    const rules = await this.whileWaiting(this.rules()).catch(() => undefined);
    if (!data || !rules) return [];
    return rules.check(data, rules.from(data, this.values, this.locale.lang));
  }
  /** Says that something is on its way, once that takes longer than a moment. */
  protected async whileWaiting<T>(promise: Promise<T>): Promise<T> {
    const timer = setTimeout(() => {
      this.isWaiting = true;
      this.announce(this.locale.t('load.loading'));
    }, SAY_WAITING_AFTER);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.isWaiting = false;
    }
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
      this.key ??= this.#late?.newKey();
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
  /** What Continue and Send need, loaded once; a failure is not kept. */
  protected rules(): Promise<SubmissionRules<RecordOf<K>, S>> {
    this.#loadingRules ??= this.#loadLater().catch((error: unknown) => {
      this.#loadingRules = undefined;
      throw error instanceof Error ? error : new Error(String(error));
    });
    return this.#loadingRules;
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
  /** What stands in a field of one value. */
  protected answerTo(name: string): string {
    return valueOf(this.values, name);
  }
  /** Called when what a form needs after its first rendering has come. */
  protected lateLoaded(_late: Late): void {
    // Forms that do more with it override this.
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
  protected keep(): void {
    if (isServer || this.noRestore || !this.data) return;
    const kept = this.kept;
    this.internals?.setFormValue(null, kept ? JSON.stringify(kept) : undefined);
  }
  /** What may be kept of the answers, or of the receipt; nothing where there is neither. */
  protected get kept(): KeptForm | undefined {
    if (!this.data || (!this.receipt && Object.keys(this.values).length === 0)) return undefined;
    const { sensitiveFields } = this.constructor as typeof SubmittingWidget;
    return {
      recordId: this.data.id,
      values: keptValues(this.askedValues, sensitiveFields),
      view: this.placeWithout(leftOut(this.askedValues, sensitiveFields)),
      key: this.key,
      // Without the private link: the next reader of this device may press Back too.
      receipt: this.receipt && { ...this.receipt, manage: undefined },
    };
  }
  protected fillIn(kept: KeptForm): void {
    // What the person has written since wins over what was kept.
    this.values = { ...kept.values, ...this.values };
    this.key ??= kept.key;
    this.place = kept.view;
  }
  async #loadLater(): Promise<SubmissionRules<RecordOf<K>, S>> {
    const [rules, late] = await Promise.all([
      this.loadRules(),
      whenIdle().then(() => import('./form/late.js')),
    ]);
    this.#late = late;
    late.followKeys(this.renderRoot);
    late.followCounts(this.renderRoot, {
      context: () => this.context,
      announce: (message) => {
        this.announce(message);
      },
    });
    this.adoptMore(late.lateStyles);
    this.lateLoaded(late);
    // A receipt that was kept for Back waits for it.
    if (this.receipt) this.requestUpdate();
    return rules;
  }

  /** Not at once: a page listens when the tag is defined, and a framework sets `action` when the tag is in the page. */
  async #tellWhenNobodyTakesIt(): Promise<void> {
    await whenIdle();
    if (this.canSend || !this.isConnected) return;
    (await import('./record-check.js')).tellNobodyTakesIt(this.localName);
  }

  #takeRescued(): void {
    const rescued = this.#rescued;
    this.#rescued = {};
    if (Object.keys(rescued).length === 0) return;
    void this.updateComplete.then(() => {
      this.values = { ...rescued, ...this.values };
    });
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
    const { problem = { title: 'It could not be sent from this page.', status: 0, code: 'page' } } =
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

  /** A restore may come before the record; it waits, since steps and fields are the record's. */
  #restore(): void {
    const kept = this.#waitingRestore;
    if (!kept || !this.data) return;
    this.#waitingRestore = undefined;
    if (kept.recordId !== this.data.id) return;
    if (kept.receipt) {
      this.receipt = kept.receipt;
      this.sendState = 'sent';
      return;
    }
    this.fillIn(kept);
  }
}

/** The name of the field an error is about. */
export function nameOf({ pointer }: Pick<FieldError, 'pointer'>): string {
  return pointer.replace(/^\//, '');
}
