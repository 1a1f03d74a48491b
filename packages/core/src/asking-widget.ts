import type { FieldError, FieldValues, Receipt, RecordKind, RecordOf } from '@puntari/contracts';
import { isServer, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';

import {
  type Control,
  controlsNamed,
  readControls,
  readTouched,
  writeControls,
} from './form/controls.js';
import { type FieldContext, fieldId, nameOf, valueOf } from './form/field-context.js';
import { type KeptForm, keptValues, leftOut, readKept } from './form/kept-form.js';
import { messageFor } from './form/messages.js';
import { type SummaryError, SUMMARY_HEADING } from './form/summary-heading.js';
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

/** How long something may be on its way before it is said, in milliseconds. */
const SAY_WAITING_AFTER = 300;

/**
 * The half of a form that asks: what stands in the fields, what is wrong with it, and what is kept of it for Back. It sends
 * nothing; widgets extend `SubmittingWidget`, which does.
 *
 * The host is form-associated for two things only: to keep what was typed for Back, without storage on the device, and
 * to obey a disabled fieldset. It adds nothing to the page's form data and never makes a form of the page invalid.
 */
export abstract class AskingWidget<K extends RecordKind, S> extends Widget<K> {
  static readonly formAssociated = true;
  static override readonly namespaces: readonly string[] = ['form', 'core'];
  /** Names, or beginnings of names, of fields that are never kept for Back. */
  static readonly sensitiveFields: readonly string[] = [];

  /** Keep nothing for Back: for shared computers. */
  @property({ type: Boolean, attribute: 'no-restore' }) noRestore = false;

  @state() protected values: FieldValues = {};
  @state() protected errors: readonly FieldError[] = [];
  /** Proof that it arrived. As long as it is there, nothing is asked. */
  @state() protected receipt: Receipt | undefined;
  @state() protected isDisabled = false;
  /** Something that the person asked for is on its way, and takes its time. */
  @state() protected isWaiting = false;

  /** Of this submission, once it was sent or saved; the same until there is a receipt. */
  protected key: string | undefined;
  /** What comes after the first rendering, once it is there. */
  protected late: Late | undefined;

  /** What was typed before the script came. Taken after the first update, which must have the server's shape. */
  #rescued: FieldValues = {};
  #loadingRules: Promise<SubmissionRules<RecordOf<K>, S>> | undefined;
  #waitingRestore: KeptForm | undefined;
  #recordId: string | undefined;

  /** Takes what a person did in a control. Bound to `input` and `change` of the form. */
  protected readonly onEdit = (event: Event): void => {
    const control = event.target as Control;
    // Taking focus away from a field makes it report its change once more, also when everything has been sent.
    if (!control.name || this.receipt) return;
    const value = readControls(controlsNamed(this.renderRoot, control.name));
    // A choice may be worth the empty string; it is not the same as none.
    if (String(value) !== String(this.values[control.name])) this.setValue(control.name, value);
  };
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
    // While the connection is there. What fails now is asked for again when it is needed.
    if (this.isReady && !this.#loadingRules) this.rules().catch(() => undefined);
    if (changed.has('values') || changed.has('view') || changed.has('receipt')) this.keep();
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
    this.key = undefined;
    this.values = {};
    this.errors = [];
    this.receipt = undefined;
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
    return this.late?.errorSummary(this.context, [...shown, ...extra], level, onJump) ?? nothing;
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
  /** What Continue and Send need, loaded once; a failure is not kept. */
  protected rules(): Promise<SubmissionRules<RecordOf<K>, S>> {
    this.#loadingRules ??= this.#loadLater().catch((error: unknown) => {
      this.#loadingRules = undefined;
      throw error instanceof Error ? error : new Error(String(error));
    });
    return this.#loadingRules;
  }
  /** What stands in a field of one value. */
  protected answerTo(name: string): string {
    return valueOf(this.values, name);
  }
  /** Called when what a form needs after its first rendering has come. */
  protected lateLoaded(_late: Late): void {
    // Forms that do more with it override this.
  }

  protected keep(): void {
    if (isServer || this.noRestore || !this.data) return;
    const kept = this.kept;
    this.internals?.setFormValue(null, kept ? JSON.stringify(kept) : undefined);
  }
  /** What may be kept of the answers, or of the receipt; nothing where there is neither. */
  protected get kept(): KeptForm | undefined {
    if (!this.data || (!this.receipt && Object.keys(this.values).length === 0)) return undefined;
    const { sensitiveFields } = this.constructor as typeof AskingWidget;
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
    this.late = late;
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

  #takeRescued(): void {
    const rescued = this.#rescued;
    this.#rescued = {};
    if (Object.keys(rescued).length === 0) return;
    void this.updateComplete.then(() => {
      this.values = { ...rescued, ...this.values };
    });
  }

  /** A restore may come before the record; it waits, since steps and fields are the record's. */
  #restore(): void {
    const kept = this.#waitingRestore;
    if (!kept || !this.data) return;
    this.#waitingRestore = undefined;
    if (kept.recordId !== this.data.id) return;
    this.fillIn(kept);
  }
}
