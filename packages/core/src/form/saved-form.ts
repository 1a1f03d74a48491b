/**
 * Answers that a person chose to leave on the device, to go on later. In the page's own storage, for a few days, and never
 * unless it was asked for: a phone is lent, and a library's computer has many readers.
 */

import type { KeptForm } from './kept-form.js';

/** How long they stay. Long enough for a week of work, shorter than most registrations are open. */
export const SAVED_DAYS = 7;
const DAY = 24 * 60 * 60 * 1000;
const SAVED_FOR = SAVED_DAYS * DAY;

export interface SavedForm extends KeptForm {
  /** In milliseconds since 1970. */
  readonly savedAt: number;
}

/** @param form - The name of the widget's tag, and the id of its record: `volunteer-form:liikenne-2027`. */
export const storageKey = (form: string): string => `puntari:${form}`;

const isObject = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

const isText = (data: unknown): boolean => typeof data === 'string';

const isValue = (data: unknown): boolean =>
  isText(data) || (Array.isArray(data) && data.every(isText));

/** What stands there may be from another version of ours, or from somebody else's script. */
function isSavedForm(data: unknown): data is SavedForm {
  if (!isObject(data)) return false;
  const { recordId, values, view, key, savedAt } = data;
  return (
    isText(recordId) &&
    isText(view) &&
    (key === undefined || isText(key)) &&
    typeof savedAt === 'number' &&
    isObject(values) &&
    Object.values(values).every(isValue)
  );
}

/** Takes them off the device. */
export function deleteSaved(form: string): void {
  try {
    localStorage.removeItem(storageKey(form));
  } catch {
    // Where nothing can be stored nothing is there.
  }
}

/** What stands there, not older than it may be; what is too old, or nothing of ours, is taken away. */
function readOne(form: string, now: number): SavedForm | undefined {
  const text = localStorage.getItem(storageKey(form));
  if (text === null) return undefined;
  try {
    const data: unknown = JSON.parse(text);
    // A clock that was set back would make them stay for ever; one that is put right by hours loses nothing.
    if (isSavedForm(data) && data.savedAt - now < DAY && now - data.savedAt < SAVED_FOR)
      return data;
  } catch {
    // Nothing that can be read.
  }
  deleteSaved(form);
  return undefined;
}

/**
 * What is left on this device, not older than it may be. Looks through the other forms of the kind as well: whoever left
 * answers to one may never open that one again.
 *
 * @param now - In milliseconds since 1970.
 */
export function readSaved(form: string, now: number): SavedForm | undefined {
  try {
    const [kind = ''] = form.split(':', 1);
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(storageKey(`${kind}:`))) readOne(name.slice(storageKey('').length), now);
    }
    return readOne(form, now);
  } catch {
    // No storage.
    return undefined;
  }
}

/** @returns Whether the browser let it be stored. */
export function writeSaved(form: string, kept: KeptForm, now: number): boolean {
  try {
    const saved: SavedForm = { ...kept, savedAt: now };
    localStorage.setItem(storageKey(form), JSON.stringify(saved));
    return true;
  } catch {
    return false;
  }
}
