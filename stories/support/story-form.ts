/** A host for the parts that widgets are made of: a form with the styles, the words and the values, and no record. */
import type { FieldValues } from '@puntari/contracts';
import {
  base,
  field,
  type FieldContext,
  help,
  lateStyles,
  LocaleController,
  steps,
  valueOf,
  valuesOf,
} from '@puntari/core';
import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isTickable = (control: Control): control is HTMLInputElement =>
  ['checkbox', 'radio'].includes(control.type);

/** Shows `content` as a widget would: in one open root, in one form, in the language around it. */
export class StoryForm extends LitElement {
  static override readonly styles = [base, field, help, steps, ...lateStyles];

  /** The part of a widget that the story is about. */
  @property({ attribute: false }) content: (context: FieldContext) => unknown = () => '';
  /** What has been filled in, by the name of the field. */
  @property({ attribute: false }) values: FieldValues = {};
  /** What is wrong, by the name of the field, in the words of the language shown. */
  @property({ attribute: false }) errors: Readonly<Record<string, string | Words>> = {};

  readonly #locale = new LocaleController(this, ['form', 'vocabulary', 'core']);

  /** Whether the words of the language are there. */
  get isReady(): boolean {
    return this.#locale.isReady;
  }

  protected override updated(): void {
    for (const control of this.#controls) {
      if (isTickable(control)) {
        control.checked = valuesOf(this.values, control.name).includes(control.value);
      } else if (control.value !== valueOf(this.values, control.name)) {
        control.value = valueOf(this.values, control.name);
      }
    }
  }

  protected override render(): TemplateResult {
    const { lang, direction, isReady, t } = this.#locale;
    const errors = new Map(
      Object.entries(this.errors).map(([name, words]) => [
        name,
        typeof words === 'string' ? words : t(...words),
      ]),
    );
    const context = { t, locale: this.#locale, values: this.values, errors };
    return html`<div lang=${lang} dir=${this.getAttribute('dir') ?? direction}>
      <form novalidate @input=${this.#onEdit} @change=${this.#onEdit} @submit=${this.#onSubmit}>
        ${isReady ? this.content(context) : ''}
      </form>
      <div id="status" role="status" class="puntari-visually-hidden"></div>
    </div>`;
  }

  get #controls(): Control[] {
    return [
      ...this.renderRoot.querySelectorAll<Control>('input[name], select[name], textarea[name]'),
    ];
  }

  readonly #onEdit = ({ target }: Event): void => {
    const { name } = target as Control;
    const ofName = this.#controls.filter((control) => control.name === name);
    const [first] = ofName;
    if (!first) return;
    const ticked = ofName.filter((control) => isTickable(control) && control.checked);
    const value = isTickable(first) ? ticked.map((control) => control.value) : first.value;
    this.values = { ...this.values, [name]: value };
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
  };
}

/** A message of core's: its key and the values in it. */
type Words = Parameters<FieldContext['t']>;

if (!customElements.get('story-form')) customElements.define('story-form', StoryForm);

export interface FormOptions {
  readonly values?: FieldValues;
  readonly errors?: StoryForm['errors'];
}

/** A story of a part: `() => form((context) => textField(context, {...}))`. */
export function form(
  content: StoryForm['content'],
  { values = {}, errors = {} }: FormOptions = {},
): TemplateResult {
  return html`<story-form .content=${content} .values=${values} .errors=${errors}></story-form>`;
}
