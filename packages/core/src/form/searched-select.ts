/** A long native select with a field above it that leaves what fits what is written there. */
import { html, type TemplateResult } from 'lit';

import { type Choice, type FieldContext, fieldId, valueOf } from './field-context.js';
import { select, type SelectOptions } from './select.js';

export interface SearchOptions {
  readonly label: unknown;
  /** How many fit, in words. */
  readonly found: (count: number) => string;
  /** The words of each choice as plain text. */
  readonly textOf: (choice: Choice) => string;
}

/** The name of the field that searches in the list of another; nothing of it is ever sent. */
export const searchName = (name: string): string => `search/${name}`;

const MARKS = /\p{M}/gu;

/** As somebody may write it who has no Finnish keyboard: `jarvi` finds Järvenpää. */
const plain = (text: string): string =>
  // Not as the device writes them: in Turkish a small I has no dot, and "iisalmi" would not find Iisalmi.
  text.normalize('NFD').replaceAll(MARKS, '').toLowerCase().trim();

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
  { name, label }: SelectOptions,
  search: SearchOptions,
  found: number,
): TemplateResult {
  const id = fieldId(searchName(name));
  // Enter would send the form off before anything has been chosen.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
    root.querySelector<HTMLElement>(`#${CSS.escape(fieldId(name))}`)?.focus();
  };
  // A form may have several long lists, and each search a name of its own.
  return html`<label class="puntari-label" for=${id}
      >${search.label}<span class="puntari-visually-hidden"> (${label})</span></label
    >
    <input
      class="puntari-control"
      data-width="medium"
      type="text"
      id=${id}
      name=${searchName(name)}
      value=${valueOf(context.values, searchName(name))}
      autocomplete="off"
      spellcheck="false"
      aria-describedby="${id}-found"
      @keydown=${onKeyDown}
    />
    <p class="puntari-hint" id="${id}-found">${search.found(found)}</p>`;
}

export function searchedSelect(
  context: FieldContext,
  options: SelectOptions,
  search: SearchOptions,
): TemplateResult {
  const { name, choices } = options;
  const chosen = valueOf(context.values, name);
  const fitting = matching(choices, valueOf(context.values, searchName(name)), search.textOf);
  return select(context, {
    ...options,
    // What was chosen stays, or it would be lost without a word; and one can always decline.
    choices: choices.filter(
      (choice) => choice.isApart === true || choice.value === chosen || fitting.includes(choice),
    ),
    ...(context.isStatic ? {} : { above: searchField(context, options, search, fitting.length) }),
  });
}
