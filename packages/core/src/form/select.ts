/** A module of its own: not every form asks a question with so many answers. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

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
  /** A field above a long list that leaves what fits; the words of each choice as plain text. */
  readonly search?: SearchOptions;
}

export interface SearchOptions {
  readonly label: unknown;
  /** How many fit, in words. */
  readonly found: (count: number) => string;
  readonly textOf: (choice: Choice) => string;
}

/** The name of the field that searches in the list of another; nothing of it is ever sent. */
export const searchName = (name: string): string => `search/${name}`;

const MARKS = /\p{M}/gu;

/** As somebody may write it who has no Finnish keyboard: `jarvi` finds Järvenpää. */
const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(MARKS, '').toLocaleLowerCase().trim();

/** Those of many choices that fit what was written, in their order. */
export function matching(
  choices: readonly Choice[],
  written: string,
  textOf: SearchOptions['textOf'],
): readonly Choice[] {
  const wanted = plain(written);
  return wanted === ''
    ? choices
    : choices.filter((choice) => plain(textOf(choice)).includes(wanted));
}

function searchField(
  context: FieldContext,
  name: string,
  search: SearchOptions,
  found: number,
): TemplateResult {
  const id = fieldId(searchName(name));
  const written = valueOf(context.values, searchName(name));
  // Enter would send the form off before anything has been chosen.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
    root.querySelector<HTMLElement>(`#${CSS.escape(fieldId(name))}`)?.focus();
  };
  return html`<label class="puntari-label" for=${id}>${search.label}</label>
    <input
      class="puntari-control"
      data-width="medium"
      type="text"
      id=${id}
      name=${searchName(name)}
      value=${written}
      autocomplete="off"
      spellcheck="false"
      aria-describedby="${id}-found"
      @keydown=${onKeyDown}
    />
    <p class="puntari-hint" id="${id}-found">${search.found(found)}</p>`;
}

/** One of many: a native select, for more than seven choices. */
export function select(context: FieldContext, options: SelectOptions): TemplateResult {
  const { name, hint, reason, search } = options;
  const id = fieldId(name);
  const chosen = valueOf(context.values, name);
  const isInvalid = context.errors.has(name);
  const written = search ? valueOf(context.values, searchName(name)) : '';
  const fitting = search ? matching(options.choices, written, search.textOf) : options.choices;
  // What was chosen stays, or it would be lost without a word; and one can always decline.
  const choices = options.choices.filter(
    (choice) => choice.isApart === true || choice.value === chosen || fitting.includes(choice),
  );
  return html`<div class="puntari-field" ?data-invalid=${isInvalid}>
    <label class="puntari-label" for=${id}>${withOptional(context, options)}</label>
    ${hintText(name, hint)}
    ${reason === undefined ? nothing : html`<p class="puntari-hint">${reason}</p>`}
    ${errorText(context, name)}
    ${search && !context.isStatic ? searchField(context, name, search, fitting.length) : nothing}
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
      ${choices.map(
        ({ value, label }) =>
          html`<option value=${value} ?selected=${chosen === value}>${label}</option>`,
      )}
    </select>
  </div>`;
}
