import type {
  Draft,
  FeedbackChannel,
  FeedbackSubmission,
  FieldError,
  Receipt,
} from '@puntari/contracts';
import {
  base,
  type DocumentParts,
  FailedEvent,
  field,
  help,
  logError,
  type SubmissionRules,
  SubmittingWidget,
} from '@puntari/core';
import { html, isServer, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';

import {
  type BlockForm,
  type BlockHost,
  type BlockParts,
  type FormName,
  formNameOf,
  type Place,
  takeForm,
} from './feedback-block.forms.js';
import type { Later } from './feedback-block.later.js';
import { inOrder } from './feedback-block.model.js';
import { styles } from './feedback-block.styles.js';
import { FORM, LATER, NAMESPACE } from './words.js';

/**
 * A block in which residents say what they think, and whether they were heard.
 *
 * It asks who the person is only when a reply is wished for, and never lets go of a word before the receipt is in hand.
 * `variant` is its form: without one everything is asked; `compact` leaves the purpose to the page; `question` is one line
 * with Yes and No; `survey` asks for the experience of taking part; `accessibility` takes what does not work; `answers`
 * shows what was said, what was decided and why.
 *
 * @summary Takes feedback, and shows what came of it.
 * @tag puntari-feedback-block
 *
 * @slot - Another way to give feedback; shown until the widget is ready, and whenever it cannot be used.
 * @slot document - What the feedback is used for. Made from the record, or written by the page.
 * @slot map - A map of the page's own, beside the question where; it tells the place by `setPlace()`.
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
  /** Words of forms, which a server has to have in hand besides. */
  static readonly laterNamespaces = [FORM, LATER];

  /** What it is about: `page:<path>`, `topic:<id>`, `statement:<id>#<item>`, `panel:<id>`; this page unless set. */
  @property() subject?: string;

  @state() protected form: BlockForm | undefined;

  #later: Later | undefined;
  #trying: Promise<void> | undefined;
  #goesOn = false;
  #hasAsked = false;
  /** The one-line question as it was answered, so that another answer takes the place of the first. */
  #given: { readonly key: string | undefined; readonly helped: string } | undefined;

  readonly #host: BlockHost = {
    tag: this.localName,
    level: () => this.headingLevel,
    locale: () => this.locale,
    action: () => this.action,
    subject: () => this.subject,
    channel: () => this.data,
    form: () => this.form,
    values: () => this.values,
    setValues: (values) => {
      this.values = { ...this.values, ...values };
    },
    announce: (text) => {
      this.announce(text);
    },
    changed: () => {
      this.requestUpdate();
    },
    resolve: this.resolve,
    failed: (problem) => {
      logError(`<${this.localName}>: ${problem.title}`);
      this.dispatchEvent(new FailedEvent(problem, 'load'));
    },
    focusField: (name) => {
      this.focusField(name);
      return this.shadowRoot?.activeElement as HTMLElement | null;
    },
    focusAfterUpdate: (selector) => {
      this.focusAfterUpdate(selector);
    },
    showErrors: (errors) => {
      this.showErrors(errors);
    },
    adopt: (sheets) => {
      this.adoptMore(sheets);
    },
    closes: (problem) => {
      if (this.sendState !== 'editing' || (this.status?.open ?? true)) return false;
      this.problem = problem;
      this.sendState = 'failed';
      return true;
    },
    send: () => {
      void this.#trySending();
    },
  };

  override get isReady(): boolean {
    return super.isReady && this.form !== undefined;
  }

  override connectedCallback(): void {
    void this.#takeForm();
    super.connectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (isServer || (changed.has('variant') && this.hasUpdated)) void this.#takeForm();
    // A page that goes on to another without loading anew: what was said of the first is no answer about the second.
    if (changed.get('subject') && this.receipt) this.startAnew();
    super.willUpdate(changed);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // What is written while it is on its way would be lost with the receipt.
    for (const control of this.renderRoot.querySelectorAll<HTMLInputElement>('.puntari-control')) {
      control.readOnly = this.#isSending;
    }
    this.#later?.updated();
    const { data, form, subject } = this;
    if (this.isReady && data) form?.shown?.(data);
    // After what was typed before the script came, which wins.
    if (form?.valuesAtStart && (changed.has('form') || changed.has('subject')))
      void this.updateComplete.then(
        () => (this.values = { ...this.values, ...form.valuesAtStart?.(subject, this.values) }),
      );
  }

  /** Tells where it is, for a map of the page's own in the slot `map`. What is left out stays as it was written. */
  setPlace(place: Place): void {
    // A page has a map in hand before the rest may have come.
    this.rules().then(
      () => this.#later?.setPlace(place),
      () => undefined,
    );
  }

  override documentParts(): DocumentParts | undefined {
    const { data, form, headingLevel: level, locale } = this;
    const isCompact = this.variant === 'compact';
    const { resolve } = this.#host;
    const parts = data && form?.documentOf?.(data, locale, { level, isCompact, resolve });
    return parts && { ...parts, lang: locale.lang };
  }

  protected override get canSend(): boolean {
    // What only shows something has nothing to send.
    return this.#formName === 'answers' || super.canSend;
  }

  protected override get place(): string {
    return this.#goesOn ? 'full' : '';
  }

  protected override set place(place: string) {
    this.#goesOn = place === 'full';
    void this.#takeForm();
  }

  protected override recordTaken(data: FeedbackChannel): void {
    super.recordTaken(data);
    if (!this.form) void this.#takeForm();
  }

  protected override startAnew(): void {
    super.startAnew();
    this.#later?.startAnew();
    this.#given = undefined;
    this.#hasAsked = false;
    this.place = '';
  }

  protected override async loadRules(): Promise<
    SubmissionRules<FeedbackChannel, Draft<FeedbackSubmission>>
  > {
    const words = this.#formName === 'question' ? [] : [LATER];
    const [later] = await Promise.all([
      import('./feedback-block.later.js'),
      ...words.map((name) => this.locale.join(name)),
    ]);
    this.#later ??= new later.Later(this.#host);
    return this.#later.rules;
  }

  protected override lateLoaded(): void {
    this.requestUpdate();
  }

  protected override hasField(name: string): boolean {
    return this.#fields.includes(name);
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
    const { data, form } = this;
    const placed = errors.map((error) => (data && form?.errorAt?.(error, data)) ?? error);
    super.showErrors(inOrder(placed, this.#fields));
  }

  protected override readServerRoot(root: ShadowRoot): void {
    const input = root.querySelector<HTMLInputElement>('input[type=file]');
    // What is chosen in it is no text, and a script can write nothing but nothing into it.
    if (input) void this.updateComplete.then(this.#takeFiles(input));
    super.readServerRoot(root);
  }

  protected override arrived(receipt: Receipt): void {
    const { key } = this;
    const helped = this.answerTo('helped');
    super.arrived(receipt);
    this.#given = helped === '' ? undefined : { key, helped };
    this.#later?.startAnew();
  }

  protected override renderWidget(channel: FeedbackChannel): unknown {
    const { form } = this;
    return html`<div class="puntari-card" data-form=${ifDefined(form?.name)}>
      ${form?.render(channel, this.#parts)}
    </div>`;
  }

  get #parts(): BlockParts {
    const { action, canSend, canTryAgain, context, headingLevel, locale, sendState, subject } =
      this;
    return {
      ...{ action, canSend, canTryAgain, context, locale, sendState, subject },
      level: headingLevel,
      waits: this.waits,
      isLoading: this.isWaiting,
      given: this.#given?.helped,
      later: this.#later,
      resolve: this.#host.resolve,
      errorSummary: (level) => this.renderErrorSummary(level),
      sendProblem: (level) => this.renderSendProblem(level),
      receipt: this.receipt && ((options) => this.renderReceipt(options)),
      onEdit: this.#onEdit,
      onClick: this.#onClick,
      onSubmit: this.#onSubmit,
      goOn: this.#goOn,
    };
  }

  get #fields(): readonly string[] {
    return (this.data && this.form?.fieldsOf(this.data, this.values)) ?? [];
  }

  get #formName(): FormName {
    return this.#goesOn ? 'full' : formNameOf(this.variant);
  }

  get #isSending(): boolean {
    return this.sendState === 'sending';
  }

  /** Takes the form that is asked for. The one that is shown stays until the other and its words are in hand. */
  async #takeForm(): Promise<void> {
    const name = this.#formName;
    try {
      // With a form that comes after another, what comes later has come already.
      await takeForm(name, this.locale, this.#later !== undefined, (form) => {
        if (name === this.#formName && name !== this.form?.name)
          this.form = form.for?.(this.#host) ?? form;
      });
    } catch {
      this.#host.failed({ title: `The form "${name}" did not load.`, status: 0, code: 'form' });
      addEventListener('online', () => void this.#takeForm(), { once: true });
    }
  }

  readonly #goOn = (): void => {
    this.startAnew();
    this.#goesOn = true;
    void this.#takeForm().then(() => {
      this.focusAfterUpdate('input:not([type=hidden]), textarea');
    });
  };

  readonly #onEdit = (event: Event): void => {
    const { target } = event;
    if (target instanceof HTMLInputElement && target.type === 'file') this.#takeFiles(target)();
    else this.onEdit(event);
  };

  /** Takes out what was chosen at once; what becomes of it may have to wait for a module. */
  #takeFiles(input: HTMLInputElement): () => void {
    const chosen = [...(input.files ?? [])];
    input.value = '';
    return () => {
      if (chosen.length > 0 && !this.#isSending)
        this.rules().then(
          () => this.#later?.addFiles(chosen),
          () => {
            this.showErrors([{ pointer: '/attachments', code: 'notAdded' }]);
          },
        );
    };
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.waits) return;
    const { submitter } = event as SubmitEvent;
    if (submitter instanceof HTMLButtonElement && submitter.name) {
      // Another answer to the one-line question takes the place of the first.
      this.sendState = 'editing';
      this.receipt = undefined;
      this.key ??= this.#given?.key;
      this.setValue(submitter.name, submitter.value);
    }
    void this.#trySending();
  };

  /** Boxes and buttons know no read-only; arrow keys among them click too. */
  readonly #onClick = (event: Event): void => {
    const isChoice = event.target instanceof HTMLInputElement && event.target.type !== 'text';
    if (this.#isSending && isChoice) event.preventDefault();
  };

  /** A second press while the first is looked into is the same press. */
  async #trySending(): Promise<void> {
    if (!this.data || this.waits || !this.canTryAgain) return;
    this.#trying ??= this.#checkAndSend().finally(() => (this.#trying = undefined));
    await this.#trying;
  }

  async #checkAndSend(): Promise<void> {
    if (!(await this.haveRules())) return;
    const later = this.#later;
    await this.whileWaiting(Promise.resolve(later?.settled()));
    const errors = [...(await this.findErrors()), ...(later?.errors ?? [])];
    if (this.#isSending) return;
    this.errors = [];
    if (errors.length > 0) {
      this.sendState = 'editing';
      this.showErrors(errors);
    } else if (!later?.asks()) await this.submit();
  }
}
