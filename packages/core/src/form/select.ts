/** A module of its own: not every form asks a question with so many answers. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import { marksOf } from '../texts.js';
import {
  type Choice,
  describedBy,
  type FieldContext,
  fieldId,
  type FieldOptions,
  valueOf,
} from './field-context.js';
import { errorText, hintText, withOptional } from './fields.js';

export interface SelectOptions extends FieldOptions {
  readonly choices: readonly Choice[];
  readonly reason?: unknown;
  /** What stands right above the list and belongs to it. */
  readonly above?: unknown;
}

/** One of many: a native select, for more than seven choices. */
export function select(context: FieldContext, options: SelectOptions): TemplateResult {
  const { name, hint, reason, choices } = options;
  const id = fieldId(name);
  const chosen = valueOf(context.values, name);
  const isInvalid = context.errors.has(name);
  return html`<div class="puntari-field" ?data-invalid=${isInvalid}>
    <label class="puntari-label" for=${id}>${withOptional(context, options)}</label>
    ${hintText(name, hint)}
    ${reason === undefined ? nothing : html`<p class="puntari-hint">${reason}</p>`}
    ${errorText(context, name)} ${options.above ?? nothing}
    <select
      class="puntari-control"
      data-width="medium"
      id=${id}
      name=${name}
      aria-required=${ifDefined(options.optional ? undefined : 'true')}
      aria-invalid=${ifDefined(isInvalid ? 'true' : undefined)}
      aria-describedby=${ifDefined(describedBy(hint !== undefined && `${id}-hint`, isInvalid && `${id}-error`))}
    >
      <option value="" ?selected=${chosen === ''}>${context.t('choose')}</option>
      ${choices.map(({ value, label, said }) => {
        const { lang, dir } = said ? marksOf(said, context.locale.lang) : {};
        return html`<option
          value=${value}
          lang=${ifDefined(lang)}
          dir=${ifDefined(dir)}
          ?selected=${chosen === value}
        >
          ${said?.text ?? label}
        </option>`;
      })}
    </select>
  </div>`;
}
