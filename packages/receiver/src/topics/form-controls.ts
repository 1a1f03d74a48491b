/** Native controls of the form on which topics are proposed without JavaScript. */
import type { FieldError, FieldValues } from '@puntari/contracts';

import { type Html, html } from '../pages/html.js';
import { type Translate, type WordKey, wordsIn } from '../pages/words.js';

/** What a form is printed with. */
export interface Printed {
  readonly lang: string;
  readonly t: Translate;
  readonly values: FieldValues;
  readonly errors: readonly FieldError[];
}

export interface Choice {
  readonly value: string;
  readonly label: Html;
}

const ROWS = 5;

export const idOf = (name: string): string => `field-${name.replaceAll('/', '-')}`;

const MISSING: Readonly<Record<string, WordKey>> = {
  '/title': 'proposalError.title',
  '/question': 'proposalError.question',
  '/suitability/reasons': 'proposalError.suitability',
  '/proposer/kind': 'proposalError.kind',
  '/proposer/name': 'proposalError.name',
  '/proposer/email': 'proposalError.contact',
};

/** An error in words that say what to do. */
export function errorWords({ pointer, code, params }: FieldError, lang: string): string {
  const { t } = wordsIn(lang);
  if (code === 'missing' || code === 'needed') return t(MISSING[pointer] ?? 'proposalError.other');
  if (code === 'tooLong') return t('proposalError.tooLong', { max: String(params?.['max'] ?? '') });
  if (pointer === '/proposer/email') return t('proposalError.email');
  if (pointer === '/proposer/phone') return t('proposalError.phone');
  return t(code === 'unknown' ? 'proposalError.choice' : 'proposalError.other');
}

const errorAt = ({ errors, lang }: Printed, name: string): string | undefined => {
  const error = errors.find(({ pointer }) => pointer === `/${name}`);
  return error && errorWords(error, lang);
};

const valuesAt = ({ values }: Printed, name: string): readonly string[] =>
  [values[name] ?? []].flat();

/** Hint and error of a field, and the attributes that make them heard with it. */
function remarks(
  printed: Printed,
  name: string,
  hint: string | undefined,
): { readonly shown: Html; readonly attributes: Html } {
  const error = errorAt(printed, name);
  const id = idOf(name);
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    shown: html`${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
    ${error && html`<p class="error" id="${id}-error">${error}</p>`}`,
    attributes: html`${ids !== '' && html`aria-describedby="${ids}"`}
    ${error && html`aria-invalid="true"`}`,
  };
}

interface Asked {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
}

const labelOf = ({ label, isOptional }: Asked, t: Translate): string =>
  isOptional ? `${label} ${t('proposing.optional')}` : label;

export function textField(
  printed: Printed,
  asked: Asked & { readonly type?: 'text' | 'email' | 'tel'; readonly autocomplete?: string },
): Html {
  const { name, hint, type = 'text', autocomplete } = asked;
  const { shown, attributes } = remarks(printed, name, hint);
  const [value = ''] = valuesAt(printed, name);
  return html`<label for="${idOf(name)}">${labelOf(asked, printed.t)}</label>
    ${shown}
    <input
      type="${type}"
      id="${idOf(name)}"
      name="${name}"
      value="${value}"
      ${autocomplete && html`autocomplete="${autocomplete}"`}
      ${attributes}
    />`;
}

export function textArea(printed: Printed, asked: Asked): Html {
  const { name, hint } = asked;
  const { shown, attributes } = remarks(printed, name, hint);
  const [value = ''] = valuesAt(printed, name);
  // A line break directly after the tag is no part of the text, one that was written is.
  return html`<label for="${idOf(name)}">${labelOf(asked, printed.t)}</label>
    ${shown}
    <textarea rows="${ROWS}" id="${idOf(name)}" name="${name}" ${attributes}>
${'\n'}${value}</textarea>`;
}

/** Several to tick, or one to choose. The first has the id that an error leads to. */
export function choices(
  printed: Printed,
  asked: Asked & { readonly type: 'checkbox' | 'radio'; readonly options: readonly Choice[] },
): Html {
  const { name, hint, type, options } = asked;
  const { shown, attributes } = remarks(printed, name, hint);
  const chosen = valuesAt(printed, name);
  return html`<fieldset ${attributes}>
    <legend>${labelOf(asked, printed.t)}</legend>
    ${shown}
    ${options.map(
      ({ value, label }, index) =>
        html`<label
          ><input
            type="${type}"
            name="${name}"
            value="${value}"
            ${index === 0 && html`id="${idOf(name)}"`}
            ${(chosen.includes(value) || (value === '' && chosen.length === 0)) && html`checked`}
          />
          ${label}</label
        >`,
    )}
  </fieldset>`;
}

export function box(printed: Printed, name: string, label: string): Html {
  const isTicked = valuesAt(printed, name).includes('true');
  return html`<p class="box">
    <input
      type="checkbox"
      id="${idOf(name)}"
      name="${name}"
      value="true"
      ${isTicked && html`checked`}
    />
    <label for="${idOf(name)}">${label}</label>
  </p>`;
}
