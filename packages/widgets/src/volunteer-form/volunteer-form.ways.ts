import {
  type Draft,
  type FieldError,
  type FieldValues,
  isIneligible,
  type Panel,
  type Submission,
} from '@puntari/contracts';
import { type Late, nameOf, SavingWidget, StepEvent } from '@puntari/core';
import { state } from 'lit/decorators.js';

import type { Invitation } from './volunteer-form.invitation.js';
import {
  afterContinue,
  beforeStep,
  firstOf,
  isAsked,
  isView,
  shownFieldsOf,
  type Step,
  stepOf,
  stepsOf,
  type View,
  withoutUnasked,
} from './volunteer-form.model.js';

/**
 * Where in the volunteer form a person is, and how they get on, back, and to what they want to change. What stands there
 * is in `VolunteerForm`.
 */
export abstract class VolunteerWays extends SavingWidget<'panel', Draft<Submission>> {
  @state() protected view: View = 'start';

  /** Why the person cannot take part. */
  protected reasons: readonly FieldError[] = [];

  #invitation: Invitation | undefined;
  /** Came by Change, so Continue returns to the answers and to the row that was changed. */
  #changing: string | undefined;

  protected readonly onStart = (event: Event): void => {
    event.preventDefault();
    if (this.isDisabled) return;
    void this.#start();
  };

  protected readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#continue();
  };

  protected readonly onBack = (): void => {
    const { data, view } = this;
    // While it is being sent nothing may change of which the receipt would not speak.
    if (!data || view === 'start' || this.sendState === 'sending') return;
    const changing = this.#changing;
    if (view === 'ineligible') {
      const [reason] = this.reasons;
      this.#go(stepOf(reason ? nameOf(reason) : '', data));
      this.#changing = changing;
    } else this.#go(changing ? 'check' : beforeStep(view, data));
  };

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
    // What kept the first page from going on has come since.
    this.sendState = 'editing';
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
      this.reasons = errors;
      this.#go('ineligible');
      return;
    }
    this.view = stepOf(nameOf(first), this.data);
    this.showErrors(mistakes);
  }

  /** The code of the invitation is asked about, once there is what asks. */
  protected followInvitation(Follower: typeof Invitation): void {
    if (this.#invitation) return;
    this.#invitation = new Follower({
      action: () => this.action,
      key: () => this.key,
      // Whoever has the receipt on the page begins anew with the next page. The receipt speaks of what was sent, and not of
      // what is filled in on the way.
      asks: () => !this.receipt && this.sendState !== 'sending' && this.asks('invitationCode'),
      code: () => this.answerTo('invitationCode'),
      fillIn: (code) => {
        this.setValue('invitationCode', code);
      },
    });
    this.addController(this.#invitation);
  }

  protected change(name: string): void {
    if (!this.data || this.sendState === 'sending') return;
    const step = stepOf(name, this.data);
    this.#go(step);
    this.#changing = name;
  }

  async #start(): Promise<void> {
    if ((await this.haveRules()) && this.data && this.view === 'start')
      this.#go(stepsOf(this.data)[0] ?? 'check');
  }

  async #continue(): Promise<void> {
    const { view } = this;
    if (view === 'start' || view === 'ineligible' || this.waits) return;
    if (!(await this.#canShowAfter(view))) return;
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
      this.reasons = after.reasons ?? [];
      this.#go(after.view);
    }
  }

  /** The answers to check come later than the steps, with what asks about the code. Where they do not, that is said here. */
  async #canShowAfter(view: Step): Promise<boolean> {
    if (this.#invitation || !this.data || view !== beforeStep('check', this.data)) return true;
    // A first try each time: at another the browser would send this step without the others.
    this.sendState = 'editing';
    return this.haveRules();
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
    this.reasons = errors.filter((error) => isIneligible(error));
    this.requestUpdate();
  }

  #go(view: View): void {
    const changed = view === 'check' ? this.#changing : undefined;
    // Not where the answer has taken its question away, as a protected address does with the street.
    const row =
      changed && this.#isShown(changed) ? `[data-change="${CSS.escape(changed)}"]` : '#step';
    this.errors = [];
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
}
