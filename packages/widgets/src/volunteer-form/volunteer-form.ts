import type { Channel, Draft, FieldError, Panel, PanelState, Submission } from '@puntari/contracts';
import {
  base,
  contactHelp,
  type DocumentParts,
  field,
  heading,
  help,
  SAVING,
  steps as stepsSheet,
  type SubmissionRules,
  whenIdle,
} from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { keyed } from 'lit/directives/keyed.js';

import { deadlineOf } from '../pieces/deadline.js';
import { documentOf } from './volunteer-form.document.js';
import { type EndingOptions, renderIneligible, renderNotOpen } from './volunteer-form.endings.js';
import { stateNow, type Step, stepsOf } from './volunteer-form.model.js';
import { messageOf } from './volunteer-form.messages.js';
import { foundMessage, keepApart, stepFields } from './volunteer-form.steps.js';
import { styles } from './volunteer-form.styles.js';
import { VolunteerWays } from './volunteer-form.ways.js';
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
export class VolunteerForm extends VolunteerWays {
  static override readonly styles = [base, field, help, stepsSheet, styles];
  static override readonly recordKind = 'panel';
  static override readonly namespaces = [NAMESPACE, 'vocabulary', SAVING, 'form', 'core'];
  static override readonly sensitiveFields = ['support/', 'ownWords/'];

  /**
   * How the answers came, where an officer writes down what was said on the telephone, posted or brought. The receiver takes
   * it from those it knows.
   */
  @property() channel?: Channel;

  /** What comes after the steps, and is loaded after the first page. */
  #finish: Finish | undefined;
  #foundTimer: ReturnType<typeof setTimeout> | undefined;

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
    const { view } = this;
    this.#foundTimer = setTimeout(() => {
      // Who has gone on does not hear of it.
      if (this.view === view) this.announce(message);
    }, SAY_FOUND_AFTER);
  }

  protected override async loadRules(): Promise<SubmissionRules<Panel, Draft<Submission>>> {
    // The step first: it is checked at its Continue.
    await whenIdle();
    const finish = await import('./volunteer-form.finish.js');
    this.#finish = finish;
    this.followInvitation(finish.Invitation);
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
        @submit=${this.onSubmit}
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
      @submit=${this.onStart}
    >
      ${isClosingSoon ? html`<p class="puntari-notice" data-kind="warning">${t('state.closingSoon', { date: closes })}</p>` : nothing}
      <input type="hidden" name="lang" value=${this.locale.lang} />
      <p>${t('start.takes')}</p>
      ${this.renderSendProblem(this.headingLevel + 1)}
      ${this.renderSubmit(t('start.button'), 'start')}
    </form>`;
  }

  #renderIneligible(panel: Panel): TemplateResult {
    return html`${this.#renderBack()}
    ${renderIneligible(panel, this.reasons, this.#endings(this.headingLevel))}
    ${this.#renderHelp(panel, false)}`;
  }

  #renderStep(step: Step, panel: Panel): TemplateResult {
    const { t } = this.locale;
    const steps = stepsOf(panel);
    const title = html`<span class="puntari-step-count"
        >${t('step', { step: steps.indexOf(step) + 1, of: steps.length })}</span
      >
      ${t(`title.${step}`)}`;
    return html`${this.#renderBack()} ${this.renderErrorSummary(this.headingLevel)}
    ${heading(this.headingLevel, title, { id: 'step' })}
    ${step === 'check' ? this.#renderCheck(panel) : this.#renderFields(step, panel)}`;
  }

  #renderFields(step: Exclude<Step, 'check'>, panel: Panel): TemplateResult {
    const { t } = this.locale;
    return html`${step === 'background' ? html`<p>${t('background.intro')}</p>` : nothing}
    ${stepFields(step, panel, this.context, this.resolve)}
    ${this.renderSendProblem(this.headingLevel + 1)} ${this.renderSubmit(t('continue'))}
    ${this.renderSaving()}`;
  }

  #renderCheck(panel: Panel): TemplateResult {
    const { t } = this.locale;
    // Nobody sends what they cannot see.
    if (!this.#finish) return html`<p>${t('load.loading')}</p>`;
    const label = this.sendState === 'failed' ? t('send.again') : t('check.send');
    return html`${this.sendState === 'editing' ? html`<p>${t('check.intro')}</p>` : nothing}
    ${this.#finish.renderAnswers(panel, this.context, (name) => {
      this.change(name);
    })}
    ${this.renderSendProblem(this.headingLevel + 1)}
    ${this.canTryAgain ? this.renderSubmit(label) : nothing} ${this.renderSaving()}`;
  }

  #renderReceipt(panel: Panel): TemplateResult {
    const context = { ...this.context, values: this.sentValues };
    const level = this.headingLevel;
    return html`${this.renderReceipt({
      title: this.locale.t('receipt.title'),
      level,
      ...this.#finish?.receiptOf(panel, context, level),
    })}
    ${this.receipt?.contact ? nothing : this.#renderHelp(panel, false)}`;
  }

  #renderBack(): TemplateResult {
    return html`<button
      type="button"
      class="puntari-button"
      data-kind="plain"
      id="back"
      aria-disabled=${ifDefined(this.sendState === 'sending' ? 'true' : undefined)}
      @click=${this.onBack}
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

  readonly #onAnswer = (event: Event): void => {
    const message = keepApart(event.target as HTMLInputElement, this.context);
    if (message !== undefined) this.announce(message);
    this.onEdit(event);
  };

  #endings(level: number): EndingOptions {
    return { locale: this.locale, level, resolve: this.resolve };
  }
}
