import {
  type Channel,
  type Draft,
  type FieldError,
  type FieldValues,
  isIneligible,
  type Panel,
  type PanelState,
  type Submission,
} from '@puntari/contracts';
import {
  base,
  contactHelp,
  type DocumentParts,
  field,
  heading,
  help,
  type Late,
  nameOf,
  SAVING,
  SavingWidget,
  StepEvent,
  steps as stepsSheet,
  type SubmissionRules,
  whenIdle,
} from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { keyed } from 'lit/directives/keyed.js';

import { deadlineOf } from '../pieces/deadline.js';
import { documentOf } from './volunteer-form.document.js';
import { type EndingOptions, renderIneligible, renderNotOpen } from './volunteer-form.endings.js';
import type { Invitation } from './volunteer-form.invitation.js';
import {
  afterContinue,
  beforeStep,
  firstOf,
  isAsked,
  isView,
  shownFieldsOf,
  type Step,
  stateNow,
  stepOf,
  stepsOf,
  type View,
  withoutUnasked,
} from './volunteer-form.model.js';
import { messageOf } from './volunteer-form.messages.js';
import { foundMessage, keepApart, stepFields } from './volunteer-form.steps.js';
import { styles } from './volunteer-form.styles.js';
import { NAMESPACE } from './words.js';

type Finish = typeof import('./volunteer-form.finish.js');

/** How long after the last key it is said how many options fit, in milliseconds. */
const SAY_FOUND_AFTER = 800;

/**
 * A form with which residents volunteer for a citizens' panel, step by step.
 *
 * Nothing is sent before the answers have been shown for checking, and nothing that was written is let go of before the
 * receipt is in hand.
 *
 * @summary Signs residents up for a panel.
 * @tag puntari-volunteer-form
 *
 * @slot - Another way to sign up; shown until the widget is ready, and whenever it cannot be used.
 * @slot document - What the panel is about. Made from the record, or written by the page.
 *
 * @fires {ReadyEvent} puntari-ready - The record is shown for the first time.
 * @fires {BeforeSubmitEvent} puntari-before-submit - About to send; may be answered by the page.
 * @fires {SubmittedEvent} puntari-submitted - The receipt is in hand.
 * @fires {FailedEvent} puntari-failed - The record could not be shown, or the form not sent.
 * @fires {StepEvent} puntari-step - The resident came to another step.
 *
 * @cssState loading - The record or the words are on their way.
 * @cssState failed - The record could not be shown.
 * @cssState sent - The receipt is in hand.
 */
export class VolunteerForm extends SavingWidget<'panel', Draft<Submission>> {
  static override readonly styles = [base, field, help, stepsSheet, styles];
  static override readonly recordKind = 'panel';
  static override readonly namespaces = [NAMESPACE, 'vocabulary', SAVING, 'form', 'core'];
  static override readonly sensitiveFields = ['support/', 'ownWords/'];

  /**
   * How the answers came, where an officer writes down what was said on the telephone, posted or brought. The receiver takes
   * it from those it knows.
   */
  @property() channel?: Channel;

  @state() protected view: View = 'start';

  /** What comes after the steps, and is loaded after the first page. */
  #finish: Finish | undefined;
  #invitation: Invitation | undefined;
  #foundTimer: ReturnType<typeof setTimeout> | undefined;
  /** Why the person cannot take part. */
  #reasons: readonly FieldError[] = [];
  /** Came by Change, so Continue returns to the answers and to the row that was changed. */
  #changing: string | undefined;

  override documentParts(): DocumentParts | undefined {
    // Whoever comes back to a step does not wait for a text that is not shown there.
    if (!this.data || !this.#isAtStart(this.data)) return undefined;
    const { lang } = this.locale;
    return {
      key: `${this.data.id}@${this.data.version}@${lang}@h${String(this.headingLevel)}`,
      lang,
      template: documentOf(this.data, this.locale, this.headingLevel, this.resolve),
    };
  }

  protected override setValue(name: string, value: string | readonly string[]): void {
    super.setValue(name, value);
    clearTimeout(this.#foundTimer);
    const message = this.data && foundMessage(name, this.data, this.context);
    if (message === undefined) return;
    this.#foundTimer = setTimeout(() => {
      this.announce(message);
    }, SAY_FOUND_AFTER);
  }

  /** A code that came with the link is no beginning: the same letter leads back to what was saved. */
  protected override get isBegun(): boolean {
    const isOnlyInvited = Object.keys(this.values).join() === 'invitationCode';
    return super.isBegun && !(isOnlyInvited && !this.receipt);
  }

  protected override get askedValues(): FieldValues {
    return withoutUnasked(this.values);
  }

  protected override get place(): string {
    return this.view;
  }

  protected override set place(place: string) {
    if (!this.data || !isView(place, this.data)) return;
    this.view = place;
    // Where the answers to check do not come, the first page is there with another channel; they wait behind its button.
    this.rules().catch(() => {
      if (this.view === 'check') this.view = 'start';
    });
    if (place === 'ineligible') void this.#findReasons();
  }

  protected override recordTaken(panel: Panel): void {
    super.recordTaken(panel);
    // A new version of the panel may no longer have the step that the person is on.
    if (!isView(this.view, panel)) this.view = 'start';
    this.#invitation?.take();
    void this.askStatus();
  }

  protected override startAnew(): void {
    super.startAnew();
    this.view = 'start';
    this.#changing = undefined;
  }

  protected override placeWithout(names: readonly string[]): string {
    return this.data ? firstOf(this.view, names, this.data) : this.view;
  }

  protected override asks(name: string): boolean {
    return this.data !== undefined && isAsked(name, this.data);
  }

  protected override async loadRules(): Promise<SubmissionRules<Panel, Draft<Submission>>> {
    // The step first: it is checked at its Continue.
    await whenIdle();
    const finish = await import('./volunteer-form.finish.js');
    this.#finish = finish;
    this.#followInvitation(finish);
    this.requestUpdate();
    const { from, check } = finish.rules;
    return {
      from: (panel, values, lang) => ({
        ...from(panel, values, lang),
        ...(this.channel && { channel: this.channel }),
      }),
      check,
    };
  }

  protected override messageFor(error: FieldError): string {
    return this.data ? messageOf(this.data, this.locale, error) : super.messageFor(error);
  }

  protected override lateLoaded(late: Late): void {
    super.lateLoaded(late);
    this.addController(new late.SecondPress(this, () => this.view));
  }

  protected override hasField(name: string): boolean {
    return (
      this.data !== undefined && this.view !== 'start' && stepOf(name, this.data) === this.view
    );
  }

  protected override fieldsRefused(errors: readonly FieldError[]): void {
    const mistakes = errors.filter((error) => !isIneligible(error));
    const [first = errors[0]] = mistakes;
    if (!this.data || !first) return;
    this.#changing = nameOf(first);
    if (mistakes.length === 0) {
      this.#reasons = errors;
      this.#go('ineligible');
      return;
    }
    this.view = stepOf(nameOf(first), this.data);
    this.showErrors(mistakes);
  }

  protected override renderWidget(panel: Panel): TemplateResult {
    if (this.receipt) return this.#renderReceipt(panel);
    if (this.view === 'start' || this.#isAtStart(panel)) {
      const panelState = this.#panelState(panel);
      const isOpen = this.#isOpen(panelState);
      // Before the long text: who comes back has read it.
      return html`${isOpen ? this.renderSaved(this.headingLevel) : nothing}
        <slot name="document"></slot>
        ${isOpen ? this.#renderStart(panel, panelState === 'closing-soon') : renderNotOpen(panel, panelState, this.#endings(this.headingLevel + 1))}
        ${this.#renderHelp(panel, isOpen)}`;
    }
    if (this.view === 'ineligible') return this.#renderIneligible(panel);
    const step = this.view;
    return html`<form
        novalidate
        method="post"
        action=${this.action ?? nothing}
        @submit=${this.#onSubmit}
        @input=${this.#onAnswer}
        @change=${this.#onAnswer}
      >
        ${keyed(step, this.#renderStep(step, panel))}
      </form>
      ${this.#renderHelp(panel)}`;
  }

  #renderStart(panel: Panel, isClosingSoon: boolean): TemplateResult {
    const { t } = this.locale;
    if (!this.canSend)
      return html`<p class="puntari-notice">${t('send.noForm')}</p>
        <slot></slot>`;
    const closes = deadlineOf(panel.registration.closes, this.locale);
    return html`<form
      novalidate
      method="post"
      action=${this.action ?? nothing}
      @submit=${this.#onStart}
    >
      ${isClosingSoon ? html`<p class="puntari-notice" data-kind="warning">${t('state.closingSoon', { date: closes })}</p>` : nothing}
      <input type="hidden" name="lang" value=${this.locale.lang} />
      <p>${t('start.takes')}</p>
      ${this.renderSendProblem(this.headingLevel + 1)}
      ${this.renderSubmit(t('start.button'), 'start')}
    </form>`;
  }

  #renderIneligible(panel: Panel): TemplateResult {
    return html`${this.#renderBack(() => {
      const changing = this.#changing;
      const [reason] = this.#reasons;
      this.#go(stepOf(reason ? nameOf(reason) : '', panel));
      this.#changing = changing;
    })}
    ${renderIneligible(panel, this.#reasons, this.#endings(this.headingLevel))}
    ${this.#renderHelp(panel, false)}`;
  }

  #renderStep(step: Step, panel: Panel): TemplateResult {
    const { t } = this.locale;
    const steps = stepsOf(panel);
    const title = html`<span class="puntari-step-count"
        >${t('step', { step: steps.indexOf(step) + 1, of: steps.length })}</span
      >
      ${t(`title.${step}`)}`;
    return html`${this.#renderBack(() => {
      this.#go(this.#changing ? 'check' : beforeStep(step, panel));
    })}
    ${this.renderErrorSummary(this.headingLevel)}
    ${heading(this.headingLevel, title, { id: 'step' })}
    ${step === 'check' ? this.#renderCheck(panel) : this.#renderFields(step, panel)}`;
  }

  #renderFields(step: Exclude<Step, 'check'>, panel: Panel): TemplateResult {
    const { t } = this.locale;
    return html`${step === 'background' ? html`<p>${t('background.intro')}</p>` : nothing}
    ${stepFields(step, panel, this.context, this.resolve)} ${this.renderSubmit(t('continue'))}
    ${this.renderSaving()}`;
  }

  #renderCheck(panel: Panel): TemplateResult {
    const { t } = this.locale;
    const label = this.sendState === 'failed' ? t('send.again') : t('check.send');
    return html`${this.sendState === 'editing' ? html`<p>${t('check.intro')}</p>` : nothing}
    ${this.#finish?.renderAnswers(panel, this.context, (name) => {
      this.#change(name);
    })}
    ${this.renderSendProblem(this.headingLevel + 1)}
    ${this.canTryAgain ? this.renderSubmit(label) : nothing} ${this.renderSaving()}`;
  }

  #renderReceipt(panel: Panel): TemplateResult {
    const context = { ...this.context, values: this.sentValues };
    const options = this.#finish?.receiptOf(panel, context, this.headingLevel);
    return html`${options && this.renderReceipt(options)}
    ${this.receipt?.contact ? nothing : this.#renderHelp(panel, false)}`;
  }

  #renderBack(onClick: () => void): TemplateResult {
    // While it is being sent nothing may change of which the receipt would not speak.
    const isSending = this.sendState === 'sending';
    return html`<button
      type="button"
      class="puntari-button"
      data-kind="plain"
      id="back"
      aria-disabled=${ifDefined(isSending ? 'true' : undefined)}
      @click=${() => {
        if (!isSending) onClick();
      }}
    >
      ${this.locale.t('back')}
    </button>`;
  }

  /** The same help in the same place in every step. Where nobody can sign up any more, it offers no other way to. */
  #renderHelp({ contact }: Panel, canSignUp = true): TemplateResult {
    return contactHelp(this.locale, contact, canSignUp ? 'help' : 'receipt.questions');
  }

  #panelState(panel: Panel): PanelState {
    return stateNow(panel, this.now, this.status?.open);
  }

  #isOpen(panelState: PanelState): boolean {
    // What was posted in time may be written down after the last day; the receiver knows until when.
    const isLatePost = this.channel !== undefined && panelState === 'closed';
    return panelState === 'open' || panelState === 'closing-soon' || isLatePost;
  }

  /** Someone half-way through when the panel closes keeps the answers on the screen; the receiver has the last word. */
  #isAtStart(panel: Panel): boolean {
    if (this.receipt) return false;
    if (this.view === 'start') return true;
    return Object.keys(this.values).length === 0 && !this.#isOpen(this.#panelState(panel));
  }

  readonly #onStart = (event: Event): void => {
    event.preventDefault();
    if (this.isDisabled) return;
    void this.#start();
  };

  async #start(): Promise<void> {
    if ((await this.haveRules()) && this.data) this.#go(stepsOf(this.data)[0] ?? 'check');
  }

  readonly #onAnswer = (event: Event): void => {
    const message = keepApart(event.target as HTMLInputElement, this.context);
    if (message !== undefined) this.announce(message);
    this.onEdit(event);
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#continue();
  };

  async #continue(): Promise<void> {
    const { view } = this;
    if (view === 'start' || view === 'ineligible' || this.waits) return;
    const errors = await this.findErrors();
    // A second press, or a person who went Back while the rules were on their way.
    if (!this.data || this.view !== view) return;
    if (view === 'check') {
      if (errors.length > 0) this.fieldsRefused(errors);
      else void this.submit();
      return;
    }
    const after = afterContinue(view, this.data, errors, this.#changing !== undefined);
    const refused = 'view' in after ? await this.#refusedInvitation(view) : [];
    if (this.view !== view) return;
    if ('errors' in after || refused.length > 0)
      this.showErrors('errors' in after ? after.errors : refused);
    else {
      this.#reasons = after.reasons ?? [];
      this.#go(after.view);
    }
  }

  /** What the receiver says of the code, on the page that asks for it: not only when all has been filled in. */
  async #refusedInvitation(view: View): Promise<readonly FieldError[]> {
    const isAskedHere = this.data && stepOf('invitationCode', this.data) === view;
    if (!isAskedHere || !this.#invitation || !this.asks('invitationCode')) return [];
    return this.whileWaiting(this.#invitation.refused());
  }

  /** For somebody who comes back to the page that gives them. */
  async #findReasons(): Promise<void> {
    const errors = await this.findErrors();
    this.#reasons = errors.filter((error) => isIneligible(error));
    this.requestUpdate();
  }

  #followInvitation({ Invitation }: Finish): void {
    if (this.#invitation) return;
    this.#invitation = new Invitation({
      action: () => this.action,
      key: () => this.key,
      // Whoever has the receipt on the page begins anew with the next page.
      asks: () => !this.receipt && this.asks('invitationCode'),
      code: () => this.answerTo('invitationCode'),
      fillIn: (code) => {
        this.setValue('invitationCode', code);
      },
    });
    this.addController(this.#invitation);
  }

  #change(name: string): void {
    if (!this.data || this.sendState === 'sending') return;
    const step = stepOf(name, this.data);
    this.#go(step);
    this.#changing = name;
  }

  #go(view: View): void {
    const changed = view === 'check' ? this.#changing : undefined;
    // Not where the answer has taken its question away, as a protected address does with the street.
    const row =
      changed && this.#isShown(changed) ? `[data-change="${CSS.escape(changed)}"]` : '#step';
    this.errors = [];
    clearTimeout(this.#foundTimer);
    // What was said of this page must not be found below the next one by somebody who reads on.
    this.announce('');
    if (view !== 'ineligible') this.#changing = undefined;
    if (this.sendState === 'failed') this.sendState = 'editing';
    this.view = view;
    this.focusAfterUpdate(view === 'start' ? 'button' : row);
    if (!this.data || view === 'start' || view === 'ineligible') return;
    const steps = stepsOf(this.data);
    this.dispatchEvent(new StepEvent(steps.indexOf(view) + 1, steps.length, view));
  }

  #isShown(name: string): boolean {
    const { data } = this;
    return (
      data !== undefined && shownFieldsOf(stepOf(name, data), data, this.values).includes(name)
    );
  }

  #endings(level: number): EndingOptions {
    return { locale: this.locale, level, resolve: this.resolve };
  }
}
