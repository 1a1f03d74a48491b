import type { Draft, FieldError, TopicCall, TopicProposal } from '@puntari/contracts';
import {
  base,
  contactHelp,
  type DocumentParts,
  field,
  help,
  type Late,
  StepEvent,
  type SubmissionRules,
  SubmittingWidget,
} from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';

import type { WritingAids } from './topic-form.aids.js';
import { deadlineOf } from '../pieces/deadline.js';
import { documentOf } from './topic-form.document.js';
import { renderNotOpen } from './topic-form.endings.js';
import { proposalForm } from './topic-form.fields.js';
import {
  type CallState,
  fieldsOf,
  inOrder,
  isTaking,
  stateNow,
  type View,
} from './topic-form.model.js';
import { styles } from './topic-form.styles.js';
import { LATER, NAMESPACE } from './words.js';

/**
 * A form with which residents, groups and councillors propose a topic for a citizens' panel.
 *
 * It helps with the question while it is written and stops nobody; nothing is sent before the answers have been shown
 * for checking, and nothing that was written is let go of before the receipt is in hand.
 *
 * @summary Takes proposals of topics.
 * @tag puntari-topic-form
 *
 * @slot - Another way to propose; shown until the widget is ready, and whenever it cannot be used.
 * @slot document - What the call is for. Made from the record, or written by the page.
 *
 * @fires {ReadyEvent} puntari-ready - The record is shown for the first time.
 * @fires {BeforeSubmitEvent} puntari-before-submit - About to send; may be answered by the page.
 * @fires {SubmittedEvent} puntari-submitted - The receipt is in hand.
 * @fires {FailedEvent} puntari-failed - The record could not be shown, or the proposal not sent.
 * @fires {StepEvent} puntari-step - The person came to the answers to check, or back to the fields.
 *
 * @cssState loading - The record or the words are on their way.
 * @cssState failed - The record could not be shown.
 * @cssState sent - The receipt is in hand.
 */
export class TopicForm extends SubmittingWidget<'topicCall', Draft<TopicProposal>> {
  static override readonly styles = [base, field, help, styles];
  static override readonly recordKind = 'topicCall';
  static override readonly namespaces = [NAMESPACE, 'form', 'core'];
  /** What a server has to have in hand besides. */
  static readonly laterNamespaces = [LATER];

  @state() protected view: View = 'form';

  /** What comes after the first rendering. */
  #finish: typeof import('./topic-form.finish.js') | undefined;
  #aids: WritingAids | undefined;
  /** Came by Change, so going on returns to the row that was changed. */
  #changing: string | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#aids?.stop();
  }

  override documentParts(): DocumentParts | undefined {
    if (!this.data) return undefined;
    const { lang } = this.locale;
    return {
      key: `${this.data.id}@${this.data.version}@${lang}@h${String(this.headingLevel)}`,
      lang,
      template: documentOf(this.data, this.locale, this.headingLevel, this.resolve),
    };
  }

  protected override get place(): string {
    return this.view;
  }

  protected override set place(place: string) {
    if (place !== 'check') return;
    this.view = place;
    // Where the answers cannot be shown, the fields can.
    this.rules().catch(() => {
      this.view = 'form';
    });
  }

  protected override recordTaken(call: TopicCall): void {
    super.recordTaken(call);
    void this.askStatus();
  }

  protected override startAnew(): void {
    super.startAnew();
    this.view = 'form';
    this.#changing = undefined;
    this.#aids?.startAnew();
  }

  protected override async loadRules(): Promise<SubmissionRules<TopicCall, Draft<TopicProposal>>> {
    const [finish] = await Promise.all([import('./topic-form.finish.js'), this.locale.join(LATER)]);
    this.#finish = finish;
    this.#aids ??= this.#helpWith(finish);
    this.requestUpdate();
    return finish.rules;
  }

  protected override lateLoaded(late: Late): void {
    super.lateLoaded(late);
    this.addController(new late.SecondPress(this, () => this.view));
  }

  protected override hasField(name: string): boolean {
    return this.view === 'form' && this.asks(name);
  }

  protected override asks(name: string): boolean {
    return this.data !== undefined && fieldsOf(this.data).includes(name);
  }

  protected override setValue(name: string, value: string | readonly string[]): void {
    super.setValue(name, value);
    if (this.#finish?.isLookedAt(name)) this.#aids?.wrote();
  }

  protected override showErrors(errors: readonly FieldError[]): void {
    super.showErrors(this.data ? inOrder(errors, this.data) : errors);
  }

  protected override fieldsRefused(errors: readonly FieldError[]): void {
    this.view = 'form';
    this.showErrors(errors);
  }

  protected override renderWidget(call: TopicCall): TemplateResult {
    if (this.receipt) return this.#renderReceipt(call);
    if (this.view === 'check') return this.#renderCheck(call);
    const callState = stateNow(call, this.now, this.status?.open);
    // Somebody half-way through when the call closes keeps what was written; the receiver has the last word.
    const isShown = isTaking(callState) || Object.keys(this.values).length > 0;
    return html`<slot name="document"></slot> ${
        isShown
          ? this.#renderForm(call, callState)
          : renderNotOpen(call, callState, this.#endings(this.headingLevel + 1))
      }
      ${this.#renderHelp(call, isShown ? 'help' : 'receipt.questions')}`;
  }

  #renderForm(call: TopicCall, callState: CallState): TemplateResult {
    const { t, lang } = this.locale;
    if (!this.canSend)
      return html`<p class="puntari-notice">${t('send.noForm')}</p>
        <slot></slot>`;
    const level = this.headingLevel + 1;
    return html`<form
      novalidate
      method="post"
      action=${this.action ?? nothing}
      @submit=${this.#onContinue}
      @input=${this.onEdit}
      @change=${this.onEdit}
    >
      ${this.renderErrorSummary(level)}
      ${
        callState === 'closing-soon'
          ? html`<p class="puntari-notice" data-kind="warning">
              ${t('state.closingSoon', { closes: deadlineOf(call.closes, this.locale) })}
            </p>`
          : nothing
      }
      <input type="hidden" name="lang" value=${lang} />
      <input type="hidden" name="start" value="true" />
      ${proposalForm(call, this.context, {
        level,
        resolve: this.resolve,
        besideQuestion: this.#aids?.render(level + 1),
      })}
      <p>${t('check.follows')}</p>
      ${this.renderSendProblem(level)} ${this.renderSubmit(t('check.button'))}
    </form>`;
  }

  #renderCheck(call: TopicCall): TemplateResult {
    const { headingLevel: level, locale, sendState } = this;
    const view = this.#finish?.renderCheck(call, this.context, {
      level,
      sendState,
      onBack: (name) => {
        this.#goBack(name);
      },
    });
    if (!view) return html`<p>${locale.t('load.loading')}</p>`;
    return html`<form novalidate @submit=${this.#onSend}>
        ${view} ${this.renderSendProblem(level + 1)}
        ${this.canTryAgain ? this.renderSubmit(locale.t(sendState === 'failed' ? 'send.again' : 'check.send')) : nothing}
      </form>
      ${this.#renderHelp(call)}`;
  }

  #renderReceipt(call: TopicCall): TemplateResult {
    const { t } = this.locale;
    const level = this.headingLevel;
    const hasSent = Object.keys(this.sentValues).length > 0;
    const context = { ...this.context, values: this.sentValues };
    const next =
      this.receipt && this.#finish?.renderNext(call, this.receipt, this.#endings(level + 1));
    const sent = hasSent ? this.#finish?.renderSent(call, context) : undefined;
    return html`${this.renderReceipt({
      title: t('receipt.title'),
      about: this.inline(call.title),
      level,
      next,
      sent,
    })}
    ${this.receipt?.contact ? nothing : this.#renderHelp(call)}`;
  }

  #renderHelp({ contact }: TopicCall, key = 'help'): TemplateResult {
    return contactHelp(this.locale, contact, key);
  }

  #endings(level: number): Parameters<typeof renderNotOpen>[2] {
    return { locale: this.locale, level, resolve: this.resolve };
  }

  #helpWith({ WritingAids: Aids }: typeof import('./topic-form.finish.js')): WritingAids {
    const aids = new Aids({
      locale: this.locale,
      title: () => this.answerTo('title'),
      question: () => this.answerTo('question'),
      listUrl: () => this.data?.topics && this.resolve(this.data.topics),
      pageUrl: () =>
        this.data?.topicsPage && this.resolve(this.locale.text(this.data.topicsPage).text),
      announce: (text) => {
        this.announce(text);
      },
      requestUpdate: () => {
        this.requestUpdate();
      },
    });
    // For somebody who comes back, or has written before this came.
    if (Object.keys(this.values).length > 0) aids.wrote();
    return aids;
  }

  readonly #onContinue = (event: Event): void => {
    event.preventDefault();
    void this.#continue();
  };

  async #continue(): Promise<void> {
    if (!this.data || this.waits) return;
    if (!(await this.haveRules())) return;
    const errors = await this.findErrors();
    // A second press while the rules were on their way.
    if (this.view !== 'form') return;
    this.errors = [];
    this.sendState = 'editing';
    if (errors.length > 0) this.showErrors(errors);
    else this.#go('check');
  }

  readonly #onSend = (event: Event): void => {
    event.preventDefault();
    void this.#send();
  };

  async #send(): Promise<void> {
    if (this.waits) return;
    const errors = await this.findErrors();
    if (this.view !== 'check') return;
    if (errors.length > 0) this.fieldsRefused(errors);
    else await this.submit();
  }

  /** @param name - Of the field that somebody wants to change. */
  #goBack(name?: string): void {
    // While it is being sent nothing may change of which the receipt would not speak.
    if (this.sendState === 'sending') return;
    this.#go('form', name);
    this.#changing = name;
  }

  /** @param name - Of the field to go to. */
  #go(view: View, name?: string): void {
    const changed = view === 'check' ? this.#changing : undefined;
    this.#changing = undefined;
    if (this.sendState === 'failed') this.sendState = 'editing';
    this.view = view;
    // What is not seen is not said either, nor found below the answers.
    if (view === 'form') this.#aids?.wrote();
    else this.#aids?.stop();
    this.announce('');
    if (name === undefined) {
      this.focusAfterUpdate(changed ? `[data-change="${CSS.escape(changed)}"]` : '#step');
    } else {
      void this.updateComplete.then(() => {
        this.focusField(name);
      });
    }
    this.dispatchEvent(new StepEvent(view === 'form' ? 1 : 2, 2, view));
  }
}
