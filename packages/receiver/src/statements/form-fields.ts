/** What the forms of officers ask, and the way from a change to fields and back. Names are JSON Pointers, as in every form. */
import {
  type FieldValues,
  LANGUAGE_TAG,
  type LocalizedText,
  type Response,
  RESPONSE_STATUSES,
  type Statement,
  type StatementItem,
} from '@puntari/contracts';

import { OFFICIAL_LANGUAGES, type WordKey, wordsIn } from '../pages/words.js';
import type { ChangeKind } from './change.js';

export type Control = 'line' | 'lines' | 'date' | 'tel' | 'email' | 'url' | 'choice' | 'box';

/** One of those that can be chosen. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One thing that is asked. */
export interface Asked {
  /** A JSON Pointer without its first slash. */
  readonly name: string;
  readonly label: WordKey;
  readonly hint?: WordKey;
  readonly control: Control;
  /** Of a choice, in the language of the page. */
  readonly options?: (lang: string) => readonly Option[];
  /** Asked once for each language. */
  readonly isLocalized?: boolean;
}

const statuses = (lang: string): readonly Option[] =>
  RESPONSE_STATUSES.map((value) => ({ value, label: wordsIn(lang).t(`responseStatus.${value}`) }));

const NOTE: Asked = {
  name: 'note',
  label: 'answering.field.note',
  hint: 'answering.field.noteHint',
  control: 'line',
};

export const localized = (name: string, label: WordKey, hint?: WordKey): Asked => ({
  name,
  label,
  control: 'lines',
  isLocalized: true,
  ...(hint === undefined ? {} : { hint }),
});

export const localizedLine = (name: string, label: WordKey): Asked => ({
  ...localized(name, label),
  control: 'line',
});

const FIELDS: Readonly<Record<ChangeKind, readonly Asked[]>> = {
  response: [
    {
      name: 'response/status',
      label: 'answering.field.status',
      hint: 'answering.field.statusHint',
      control: 'choice',
      options: statuses,
    },
    localized('response/text', 'answering.field.text'),
    localized('response/reason', 'answering.field.reason', 'answering.field.reasonHint'),
    localizedLine('response/body/name', 'answering.field.body'),
    { name: 'response/decidedOn', label: 'answering.field.decidedOn', control: 'date' },
    {
      name: 'response/due',
      label: 'answering.field.due',
      hint: 'answering.field.dueHint',
      control: 'date',
    },
    localized('response/next/text', 'answering.field.next'),
    { name: 'response/next/by', label: 'answering.field.nextBy', control: 'date' },
    localizedLine('response/next/owner', 'answering.field.nextOwner'),
    localizedLine('response/contact/name', 'answering.field.contactName'),
    { name: 'response/contact/phone', label: 'answering.field.phone', control: 'tel' },
    { name: 'response/contact/email', label: 'answering.field.email', control: 'email' },
    NOTE,
  ],
  handling: [
    localizedLine('handling/body/name', 'answering.field.handlingBody'),
    { name: 'handling/date', label: 'answering.field.date', control: 'date' },
    {
      name: 'handling/section',
      label: 'answering.field.section',
      hint: 'answering.field.sectionHint',
      control: 'line',
    },
    localized('handling/proposal', 'answering.field.proposal'),
    localized('handling/decision', 'answering.field.decision'),
    { name: 'handling/url', label: 'answering.field.url', control: 'url' },
    NOTE,
  ],
  progress: [
    { name: 'progress/on', label: 'answering.field.on', control: 'date' },
    {
      name: 'progress/status',
      label: 'answering.field.status',
      control: 'choice',
      options: statuses,
    },
    localized('progress/note', 'answering.field.progressNote'),
    { name: 'setsStatus', label: 'answering.field.setsStatus', control: 'box' },
    NOTE,
  ],
};

const REMOVE: Asked = {
  name: 'remove',
  label: 'answering.field.remove',
  hint: 'answering.field.removeHint',
  control: 'box',
};

/** The fields of a form; where something is put right, also that it can be taken away. */
export const fieldsOf = (kind: ChangeKind, place: number | undefined): readonly Asked[] =>
  place === undefined ? FIELDS[kind] : [...FIELDS[kind], REMOVE];

export type Data = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether every key is a language: then it is a text in some. */
const isText = (value: unknown): value is Readonly<Record<string, string>> =>
  isMap(value) &&
  Object.entries(value).every(([key, text]) => LANGUAGE_TAG.test(key) && typeof text === 'string');

export function languagesIn(value: unknown): string[] {
  if (isText(value)) return Object.keys(value);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(languagesIn);
}

/** The languages that a form asks in: those of the receiver, and whatever the statement or the answer has besides. */
export function languagesOf(
  statement: Statement,
  item: StatementItem,
  response: Response | undefined,
): string[] {
  const { title, text } = item;
  const has = languagesIn([statement.title, title, text, response]);
  return [...new Set([...OFFICIAL_LANGUAGES, ...has])];
}

const valueAt = (data: unknown, name: string): unknown =>
  name.split('/').reduce<unknown>((part, key) => (isMap(part) ? part[key] : undefined), data);

/** A text without a language is taken for one in the first, which is Finnish. */
const inLanguages = (text: unknown): Readonly<Record<string, string>> =>
  typeof text === 'string' ? { [OFFICIAL_LANGUAGES[0]]: text } : isText(text) ? text : {};

/** What stands in the fields of a form that was opened on something. */
export function valuesFrom(fields: readonly Asked[], data: unknown): FieldValues {
  const pairs = fields.flatMap(({ name, isLocalized }): (readonly [string, string])[] => {
    const value = valueAt(data, name);
    if (isLocalized) {
      return Object.entries(inLanguages(value)).map(([lang, text]) => [`${name}/${lang}`, text]);
    }
    return ['string', 'number'].includes(typeof value) ? [[name, String(value)]] : [];
  });
  return Object.fromEntries(pairs);
}

export const textIn = (values: FieldValues, name: string): string | undefined => {
  const value = values[name];
  const text = (typeof value === 'string' ? value : value?.[0])?.trim();
  return text === '' ? undefined : text;
};

function localizedIn(values: FieldValues, name: string): LocalizedText | undefined {
  const texts = Object.keys(values).flatMap((field) => {
    const lang = field.startsWith(`${name}/`) ? field.slice(name.length + 1) : '';
    const text = textIn(values, field);
    return LANGUAGE_TAG.test(lang) && text !== undefined ? [[lang, text] as const] : [];
  });
  return texts.length > 0 ? Object.fromEntries(texts) : undefined;
}

/** A copy with a value in a place, or without what was there. Nothing is left of a part in which nothing stands. */
function put(data: Data, [key = '', ...rest]: readonly string[], value: unknown): Data {
  const part = data[key];
  const inner = rest.length === 0 ? value : put(isMap(part) ? part : {}, rest, value);
  const { [key]: _old, ...others } = data;
  const isGone = inner === undefined || (isMap(inner) && Object.keys(inner).length === 0);
  return isGone ? others : { ...others, [key]: inner };
}

/** What stands in fields, put into what was there: what is not asked stays. */
export const filledIn = (fields: readonly Asked[], values: FieldValues, start: Data): Data =>
  fields.reduce<Data>((data, { name, control, isLocalized }) => {
    const text = isLocalized ? localizedIn(values, name) : textIn(values, name);
    const value = control === 'box' ? (text === undefined ? undefined : true) : text;
    return put(data, name.split('/'), value);
  }, start);

export interface Filled {
  readonly kind: ChangeKind;
  readonly place: number | undefined;
  readonly values: FieldValues;
  /** What the form was opened on. What it does not ask about stays as it was. */
  readonly before: Data;
  readonly recordedBy: string;
}

/** A draft of a change from a form. Whether it can be recorded is checked later. */
export function draftFrom({ kind, place, values, before, recordedBy }: Filled): Data {
  const start: Data = { ...before, kind, recordedBy, ...(place === undefined ? {} : { place }) };
  if (place !== undefined && textIn(values, 'remove') !== undefined) {
    return put({ ...start, [kind]: null }, ['note'], textIn(values, 'note'));
  }
  return { [kind]: {}, ...filledIn(fieldsOf(kind, undefined), values, start) };
}
