/** Fields of the forms of officers: each a native control with its label, its hint and its error. */
import { type FieldError, type FieldValues } from '@puntari/contracts';

import { type Html, html } from '../pages/html.js';
import { type Translate, type WordKey, wordsIn } from '../pages/words.js';
import { MAX_RECORDED_BY } from './change.js';
import type { Asked, Control } from './form-fields.js';

export interface FormParts {
  readonly fields: readonly Asked[];
  readonly languages: readonly string[];
  readonly values: FieldValues;
  readonly errors: readonly FieldError[];
  readonly lang: string;
}

/** One control: a field in one language is one. */
interface Shown {
  readonly asked: Asked;
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly lang: string | undefined;
  /** Of the languages that a text is asked in. */
  readonly isFirst: boolean;
  readonly value: string;
  readonly error: string | undefined;
}

const idOf = (name: string): string => name.replaceAll(/[^A-Za-z0-9]+/g, '-');

/** The name of a language in the language of the page. */
function nameOfLanguage(tag: string, lang: string): string {
  return new Intl.DisplayNames([lang], { type: 'language' }).of(tag) ?? tag;
}

const ERRORS: readonly (readonly [RegExp, WordKey])[] = [
  [/\/status$/, 'answering.error.status'],
  [/\/reason$/, 'answering.error.reason'],
  [/\/body(\/name)?$/, 'answering.error.body'],
  [/\/next\/text$/, 'answering.error.nextText'],
  [/\/url$/, 'answering.error.url'],
  [/\/email$/, 'answering.error.email'],
  [/^\/id$/, 'desk.error.id'],
  [/^\/chosen$/, 'desk.error.choose'],
  [/^\/comment$/, 'desk.error.comment'],
  [/\/reasons$/, 'desk.error.reasons'],
  [/\/year$/, 'desk.error.year'],
  [/\/(title|summary|question|text|said|decided|why)$/, 'desk.error.text'],
];

/** An error in words, by what it is about: where it stands tells more than its code. */
function wordsOf({ pointer, code }: FieldError, t: Translate): string {
  if (code === 'tooLong') return t('answering.error.tooLong');
  if (code === 'unsafe') return t('handling.error.unsafe');
  if (/\/(on|date|due|by|decidedOn|plannedOn)$/.test(pointer)) {
    return t(code === 'missing' ? 'answering.error.on' : 'answering.error.date');
  }
  const [, key = 'answering.error.other' as const] =
    ERRORS.find(([where]) => where.test(pointer)) ?? [];
  return t(key);
}

/** The field that an error belongs to: itself, or the first of a part that is missing as a whole. */
const isAbout = (pointer: string, name: string): boolean =>
  pointer === `/${name}` || pointer.startsWith(`/${name}/`) || `/${name}`.startsWith(`${pointer}/`);

/** What a step cannot say: it would give the answer a status that owes more than the step has. */
const BY_STATUS = 'setsStatus';

/** Where the name stands under which something is recorded. The browser asks for it, so that no field does. */
const NAME = '/recordedBy';
const NAME_ID = 'recorded-by';

type Told = Pick<FormParts, 'errors' | 'lang'>;

/** What is wrong with that name, in words. */
function nameError({ errors, lang }: Told): string | undefined {
  const { t } = wordsIn(lang);
  const error = errors.find(({ pointer }) => pointer === NAME);
  if (error?.code !== 'tooLong') return error && wordsOf(error, t);
  return t('answering.error.nameTooLong', { max: String(MAX_RECORDED_BY) });
}

/**
 * Under which name is recorded, and what is wrong with it.
 *
 * @param words - The sentence with the name in it.
 */
export function recordingAs(told: Told, words: string): Html {
  const error = nameError(told);
  if (error === undefined) return html`<p>${words}</p>`;
  return html`<p id="${NAME_ID}" tabindex="-1">${words}</p>
    <p class="error">${error}</p>`;
}

/** Errors by the name of a control; what belongs to none stands at the first. */
function errorsByName(parts: FormParts): Map<string, string> {
  const { t } = wordsIn(parts.lang);
  const names = parts.fields.flatMap(({ name, isLocalized }) =>
    isLocalized ? parts.languages.map((tag) => `${name}/${tag}`) : [name],
  );
  const found = new Map<string, string>();
  for (const error of parts.errors.filter(({ pointer }) => pointer !== NAME)) {
    const own = names.find((candidate) => isAbout(error.pointer, candidate));
    const isOfStatus = error.pointer.startsWith('/response/') && names.includes(BY_STATUS);
    const name = own ?? (isOfStatus ? BY_STATUS : (names[0] ?? ''));
    const words = isOfStatus ? t('answering.error.setsStatus') : wordsOf(error, t);
    if (!found.has(name)) found.set(name, words);
  }
  return found;
}

function shownOf(parts: FormParts): Shown[] {
  const { t } = wordsIn(parts.lang);
  const errors = errorsByName(parts);
  const one = (asked: Asked, tag?: string): Shown => {
    const name = tag === undefined ? asked.name : `${asked.name}/${tag}`;
    const field = t(asked.label);
    const language = tag === undefined ? '' : nameOfLanguage(tag, parts.lang);
    const label = tag === undefined ? field : t('answering.field.inLanguage', { field, language });
    const value = parts.values[name];
    return {
      asked,
      name,
      id: idOf(name),
      label,
      lang: tag,
      isFirst: tag === undefined || tag === parts.languages[0],
      value: (typeof value === 'string' ? value : value?.[0]) ?? '',
      error: errors.get(name),
    };
  };
  return parts.fields.flatMap((asked) =>
    asked.isLocalized ? parts.languages.map((tag) => one(asked, tag)) : [one(asked)],
  );
}

/** What stands wrong, with links to the fields. */
export function errorSummary(parts: FormParts): Html | undefined {
  const { t } = wordsIn(parts.lang);
  const wrong = shownOf(parts).filter(({ error }) => error !== undefined);
  const name = nameError(parts);
  if (wrong.length === 0 && name === undefined) return undefined;
  return html`<div class="notice" role="group" aria-labelledby="summary">
    <h2 id="summary">${t('answering.summary')}</h2>
    <ul>
      ${name !== undefined && html`<li><a href="#${NAME_ID}">${t('answering.name')}: ${name}</a></li>`}
      ${wrong.map(({ asked, id, label, error }) => {
        const [first] = asked.options?.(parts.lang) ?? [];
        const target = first ? `${id}-${first.value}` : id;
        return html`<li><a href="#${target}">${label}: ${error}</a></li>`;
      })}
    </ul>
  </div>`;
}

const TYPES: Readonly<Partial<Record<Control, string>>> = {
  line: 'text',
  date: 'date',
  tel: 'tel',
  email: 'email',
  url: 'url',
};

const ROWS = 5;

const describedBy = ({ asked, id, error }: Shown): string | undefined => {
  const ids = [
    asked.hint && `${idOf(asked.name)}-hint`,
    error !== undefined && `${id}-error`,
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
};

const attributesOf = (shown: Shown): Html => {
  const ids = describedBy(shown);
  return html`id="${shown.id}" name="${shown.name}"
  ${shown.lang !== undefined && html`lang="${shown.lang}"`}
  ${ids !== undefined && html`aria-describedby="${ids}"`}
  ${shown.error !== undefined && html`aria-invalid="true"`}`;
};

/** What helps with a text helps in every language, and stands once. */
const remarks = ({ asked, id, isFirst, error }: Shown, t: Translate): Html =>
  html`${asked.hint && isFirst && html`<p class="hint" id="${idOf(asked.name)}-hint">${t(asked.hint)}</p>`}
  ${error !== undefined && html`<p class="error" id="${id}-error">${error}</p>`}`;

/** A group of its own: which one is chosen is heard with the question. */
function choiceField(shown: Shown, lang: string): Html {
  const { t } = wordsIn(lang);
  const { asked, id, name, label, value } = shown;
  const ids = describedBy(shown);
  return html`<fieldset ${ids !== undefined && html`aria-describedby="${ids}"`}>
    <legend>${label}</legend>
    ${remarks(shown, t)}
    ${asked
      .options?.(lang)
      .map(
        (option) =>
          html`<label
            ><input
              type="radio"
              id="${id}-${option.value}"
              name="${name}"
              value="${option.value}"
              ${value === option.value && html`checked`}
            />
            ${option.label}</label
          >`,
      )}
  </fieldset>`;
}

function field(shown: Shown, lang: string): Html {
  const { t } = wordsIn(lang);
  const { asked, id, label, value } = shown;
  if (asked.control === 'choice') return choiceField(shown, lang);
  if (asked.control === 'box') {
    return html`<p class="box">
        <input
          type="checkbox"
          ${attributesOf(shown)}
          value="true"
          ${value !== '' && html`checked`}
        />
        <label for="${id}">${label}</label>
      </p>
      ${remarks(shown, t)}`;
  }
  const control =
    asked.control === 'lines'
      ? // A line break directly after the tag is no part of the text, one that was written is.
        html`<textarea rows="${ROWS}" ${attributesOf(shown)}>${'\n'}${value}</textarea>`
      : html`<input type="${TYPES[asked.control]}" ${attributesOf(shown)} value="${value}" />`;
  return html`<label for="${id}">${label}</label> ${remarks(shown, t)} ${control}`;
}

export const renderFields = (parts: FormParts): Html =>
  html`${shownOf(parts).map((shown) => field(shown, parts.lang))}`;
