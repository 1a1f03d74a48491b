/**
 * Fields as template functions, never elements of their own: label, hint, error, radio group, Enter and autofill are
 * the browser's. Values are written as attributes here and as properties by the form after rendering, since lit-ssr
 * would print `.checked=${false}` as checked.
 */
import { countCharacters } from '@puntari/contracts';
import { html, isServer, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import { countMessage } from './count-message.js';
import {
  type Choice,
  describedBy,
  type FieldContext,
  fieldId,
  type FieldOptions,
  valueOf,
  valuesOf,
} from './field-context.js';

type Autocomplete = HTMLInputElement['autocomplete'];

export interface TextFieldOptions extends FieldOptions {
  readonly type?: 'text' | 'email' | 'tel';
  /** The token for autofill; only for what the form asks about the person filling it in. */
  readonly autocomplete?: Autocomplete;
  readonly inputmode?: 'numeric';
  readonly width?: 'short' | 'medium';
  readonly spellcheck?: boolean;
  readonly autocapitalize?: 'none' | 'words';
  /** E-mail, phone and codes are written left to right in every language. */
  readonly isLeftToRight?: boolean;
}

export function errorText(context: FieldContext, name: string): TemplateResult | typeof nothing {
  const message = context.errors.get(name);
  if (message === undefined) return nothing;
  return html`<span class="puntari-field-error" id="${fieldId(name)}-error"
    >${`${context.t('errorPrefix')} ${message}`}</span
  >`;
}

export function hintText(name: string, hint: unknown): TemplateResult | typeof nothing {
  return hint === undefined
    ? nothing
    : html`<span class="puntari-hint" id="${fieldId(name)}-hint">${hint}</span>`;
}

/** The space belongs to a text: one that stands alone between two expressions is left out of names by Chromium. */
export const withOptional = (context: FieldContext, { label, optional }: FieldOptions): unknown =>
  optional ? html`${label}${` ${context.t('optional')}`}` : label;

/** One line of text. */
export function textField(context: FieldContext, options: TextFieldOptions): TemplateResult {
  const { name, hint, type = 'text', width } = options;
  const id = fieldId(name);
  const isInvalid = context.errors.has(name);
  return html`<div class="puntari-field" ?data-invalid=${isInvalid}>
    <label class="puntari-label" for=${id}>${withOptional(context, options)}</label>
    ${hintText(name, hint)} ${errorText(context, name)}
    <input
      class="puntari-control"
      data-width=${ifDefined(width)}
      id=${id}
      name=${name}
      type=${type}
      value=${valueOf(context.values, name)}
      inputmode=${ifDefined(options.inputmode)}
      autocomplete=${options.autocomplete ?? 'off'}
      autocapitalize=${ifDefined(options.autocapitalize)}
      spellcheck=${options.spellcheck === true ? 'true' : 'false'}
      dir=${ifDefined(options.isLeftToRight ? 'ltr' : undefined)}
      aria-required=${ifDefined(options.optional || options.isAlternative ? undefined : 'true')}
      aria-invalid=${ifDefined(isInvalid ? 'true' : undefined)}
      aria-describedby=${ifDefined(describedBy(hint !== undefined && `${id}-hint`, isInvalid && `${id}-error`))}
    />
  </div>`;
}

/** A year of birth: text with a numeric keyboard, never a spinner that a scroll wheel changes. */
export function birthYearField(context: FieldContext, options: FieldOptions): TemplateResult {
  return textField(context, {
    ...options,
    inputmode: 'numeric',
    autocomplete: 'bday-year',
    width: 'short',
  });
}

export interface LongTextOptions extends FieldOptions {
  /** Most characters the receiver takes. Writing beyond it is possible and said, never cut. */
  readonly max?: number;
  readonly rows?: number;
}

/**
 * Several lines of text, with a count where there is a limit. Lit allows no expression between the tags of a textarea:
 * in the browser the form writes the value, and the server's renderer moves `data-value` to where it belongs.
 */
export function longTextField(context: FieldContext, options: LongTextOptions): TemplateResult {
  const { name, hint, max, rows = 6 } = options;
  const id = fieldId(name);
  const isInvalid = context.errors.has(name);
  const value = valueOf(context.values, name);
  return html`<div class="puntari-field" ?data-invalid=${isInvalid}>
    <label class="puntari-label" for=${id}>${withOptional(context, options)}</label>
    ${hintText(name, hint)} ${errorText(context, name)}
    <textarea
      class="puntari-control"
      id=${id}
      name=${name}
      rows=${rows}
      data-max=${ifDefined(max)}
      aria-required=${ifDefined(options.optional ? undefined : 'true')}
      aria-invalid=${ifDefined(isInvalid ? 'true' : undefined)}
      aria-describedby=${ifDefined(
        describedBy(
          hint !== undefined && `${id}-hint`,
          isInvalid && `${id}-error`,
          max !== undefined && `${id}-limit`,
        ),
      )}
      data-value=${ifDefined(isServer && value !== '' ? value : undefined)}
    ></textarea>
    ${max === undefined ? nothing : countText(context, id, value, max)}
  </div>`;
}

/**
 * The limit stands in the description once and for all; the running count is for the eyes, and the form says it aloud
 * after a pause.
 */
function countText(context: FieldContext, id: string, value: string, max: number): TemplateResult {
  const left = max - countCharacters(value);
  const { t, locale } = context;
  if (context.isStatic) {
    return html`<p class="puntari-hint" id="${id}-limit">
      ${t('count.limit', { count: max, max: locale.number(max) })}
    </p>`;
  }
  return html`<p class="puntari-visually-hidden" id="${id}-limit">
      ${t('count.limit', { count: max, max: locale.number(max) })}
    </p>
    <p class="puntari-hint" ?data-over=${left < 0} aria-hidden="true">
      ${countMessage(context, left)}
    </p>`;
}

export interface GroupOptions extends FieldOptions {
  readonly choices: readonly Choice[];
  /** Why it is asked; read on the way to the choices, outside the legend, which is repeated by some readers. */
  readonly reason?: unknown;
}

function legend(context: FieldContext, options: FieldOptions): TemplateResult {
  // Hint and error stand in the legend: a description of the group is not read by every screen reader.
  return html`<legend>
    <span class="puntari-label">${withOptional(context, options)}</span>
    ${hintText(options.name, options.hint)} ${errorText(context, options.name)}
  </legend>`;
}

function group(
  context: FieldContext,
  options: GroupOptions,
  type: 'radio' | 'checkbox',
): TemplateResult {
  const { name, choices, reason } = options;
  const id = fieldId(name);
  const chosen = valuesOf(context.values, name);
  const isInvalid = context.errors.has(name);
  const describedByError = ifDefined(isInvalid ? `${id}-error` : undefined);
  const choice = ({ value, label, isApart }: Choice, index: number): TemplateResult =>
    html`${isApart ? html`<p class="puntari-or">${context.t('or')}</p>` : nothing}
      <label class="puntari-choice">
        <input
          type=${type}
          id=${index === 0 ? id : `${id}-${String(index)}`}
          name=${name}
          value=${value}
          ?checked=${chosen.includes(value)}
          aria-invalid=${ifDefined(isInvalid ? 'true' : undefined)}
          aria-describedby=${describedByError}
        />
        <span>${label}</span>
      </label>`;
  return html`<fieldset class="puntari-field" ?data-invalid=${isInvalid}>
    ${legend(context, options)}
    ${reason === undefined ? nothing : html`<p class="puntari-hint">${reason}</p>`}
    <div class="puntari-choices">${choices.map(choice)}</div>
  </fieldset>`;
}

/** One of several: radio buttons, nothing chosen beforehand. */
export function radios(context: FieldContext, options: GroupOptions): TemplateResult {
  return group(context, options, 'radio');
}

/** Any of several. */
export function checkboxes(context: FieldContext, options: GroupOptions): TemplateResult {
  return group(context, options, 'checkbox');
}

/** One box to tick, never ticked beforehand; its value is `true` when ticked. */
export function checkbox(context: FieldContext, options: FieldOptions): TemplateResult {
  const { name, hint } = options;
  const id = fieldId(name);
  const isInvalid = context.errors.has(name);
  return html`<div class="puntari-field" ?data-invalid=${isInvalid}>
    ${errorText(context, name)}
    <label class="puntari-choice" for=${id}>
      <input
        type="checkbox"
        id=${id}
        name=${name}
        value="true"
        ?checked=${valueOf(context.values, name) === 'true'}
        aria-required=${ifDefined(options.optional || options.isAlternative ? undefined : 'true')}
        aria-invalid=${ifDefined(isInvalid ? 'true' : undefined)}
        aria-describedby=${ifDefined(describedBy(hint !== undefined && `${id}-hint`, isInvalid && `${id}-error`))}
      />
      <span>${withOptional(context, options)}</span>
    </label>
    ${hintText(name, hint)}
  </div>`;
}
