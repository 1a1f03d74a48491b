/** What the forms ask with which an officer handles feedback. */
import type { FieldValues } from '@puntari/contracts';

import type { WordKey } from '../pages/words.js';
import { type Asked, filledIn, valuesFrom } from '../statements/form-fields.js';
import type { FeedbackChange } from './change.js';
import { type FeedbackState, lastOf } from './record.js';

export type HandlingKind = FeedbackChange['kind'];
export const HANDLING_KINDS = ['moderation', 'status', 'outcome'] as const satisfies HandlingKind[];

const texts = (name: string, label: WordKey): Asked => ({
  name,
  label,
  control: 'lines',
  isLocalized: true,
});

export const HANDLING_FIELDS: Readonly<Record<HandlingKind, readonly Asked[]>> = {
  moderation: [
    { name: 'text', label: 'handling.text', hint: 'handling.textHint', control: 'lines' },
  ],
  status: [
    { name: 'handler', label: 'handling.handler', control: 'line', isLocalized: true },
    texts('statusNote', 'handling.note'),
  ],
  outcome: [
    texts('outcome/said', 'given.said'),
    texts('outcome/decided', 'given.decided'),
    texts('outcome/why', 'given.why'),
    { name: 'outcome/on', label: 'given.on', control: 'date' },
  ],
};

/** What a button of the form says besides its fields, as `[name, value, words]`. */
export const HANDLING_BUTTONS: Readonly<
  Record<HandlingKind, readonly (readonly [string, string, WordKey])[]>
> = {
  moderation: [
    ['decision', 'publish', 'handling.publish'],
    ['decision', 'hide', 'handling.hide'],
  ],
  status: [
    ['status', 'in-progress', 'handling.inProgress'],
    ['status', 'closed', 'handling.close'],
  ],
  outcome: [['', '', 'handling.save']],
};

/** What a form is opened on: what was recorded last. */
export function openedOn(kind: HandlingKind, { entries }: FeedbackState): FieldValues {
  const change = lastOf(entries, kind)?.change ?? {};
  return valuesFrom(HANDLING_FIELDS[kind], change);
}

interface Filled {
  readonly kind: HandlingKind;
  readonly values: FieldValues;
  readonly recordedBy: string;
  readonly state: FeedbackState;
}

/** A draft of a change from a form. Whether it can be recorded is checked later. */
export function draftFrom({ kind, values, recordedBy, state }: Filled): object {
  // The form asks for no link; one that is there stays.
  const link = lastOf(state.entries, 'outcome')?.change.outcome.link;
  const outcome = link === undefined ? {} : { link };
  const isOutcome = kind === 'outcome';
  const start = isOutcome ? { kind, recordedBy, outcome } : { kind, recordedBy };
  const [[button] = ['']] = HANDLING_BUTTONS[kind];
  const pressed = button === '' ? {} : { [button]: values[button] };
  // Of an answer in which nothing stands each part is missing, and not the whole.
  const empty = isOutcome ? { outcome: {} } : {};
  const data = { ...empty, ...filledIn(HANDLING_FIELDS[kind], values, start) };
  // What is not published has no text to be.
  const isHidden = values['decision'] === 'hide';
  const { text, ...others } = data as { readonly text?: unknown };
  return { ...others, ...(text === undefined || isHidden ? {} : { text }), ...pressed };
}
