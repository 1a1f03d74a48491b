/**
 * Form fields on their way to a submission. A field's name is the JSON Pointer of its place in the submission without
 * the first slash, repeated for arrays: `contact/firstName`, `support/needs`. The widget's state, a form post from a page
 * without JavaScript and the errors of a problem answer all use these names, so that there is one way in.
 */
import type { FeedbackChannel, FeedbackSubmission } from './feedback.js';
import type { Panel } from './panel.js';
import type { Submission } from './submission.js';

/** Field names to what stands in them: one string, or for several checkboxes a list. */
export type FieldValues = Readonly<Record<string, string | readonly string[] | undefined>>;

const clean = (text: string): string => text.normalize('NFC').trim();

const one = (values: FieldValues, name: string): string => {
  const value = values[name];
  return clean(typeof value === 'string' ? value : (value?.[0] ?? ''));
};

const some = (values: FieldValues, name: string): string | undefined =>
  one(values, name) || undefined;

const many = (values: FieldValues, name: string): string[] => {
  const value = values[name];
  return (typeof value === 'string' ? [value] : [...(value ?? [])]).map(clean).filter(Boolean);
};

const isTicked = (values: FieldValues, name: string): boolean => one(values, name) === 'true';

/** Spaces people put into addresses by accident or by autocorrect, and a dictated full stop at the end. */
const cleanEmail = (text: string): string => text.replaceAll(/\s/g, '').replace(/[.,;]+$/, '');

/** Spaces, dashes and brackets are ways of writing, not part of the number. A Finnish number becomes `+358…`. */
const cleanPhone = (text: string): string => {
  const digits = text.replaceAll(/[\s().\-/\u2010-\u2014\u00A0]/g, '').replace(/^00/, '+');
  return /^0[1-9]/.test(digits) ? `+358${digits.slice(1)}` : digits;
};

/** A year as people write it; `NaN` when it is no number, so that the rules can tell "wrong" from "missing". */
const yearOf = (text: string): number => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN);

/** Upper case, without spaces and dashes, with look-alikes resolved: O is 0, I and L are 1. */
export function normalizeInvitationCode(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** A submission as far as it is filled in. Where nothing was chosen the key is absent. */
export type Draft<T> = { [K in keyof T]?: NonNullable<T[K]> extends object ? Partial<T[K]> : T[K] };

/** Drops what is empty, so that "not answered" is one thing: an absent key. */
function compact<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const filled = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(filled) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

const yesNo = (values: FieldValues, name: string): boolean | undefined => {
  const value = one(values, name);
  return value === '' ? undefined : value === 'true';
};

/**
 * The volunteer's submission from the fields of the form.
 *
 * @param lang - The language the form was filled in.
 */
export function submissionFromFields(
  panel: Panel,
  values: FieldValues,
  lang: string,
): Draft<Submission> {
  const year = one(values, 'birthYear');
  const needs = many(values, 'support/needs');
  const note = some(values, 'support/note');
  const email = some(values, 'contact/email');
  const phone = some(values, 'contact/phone');
  const code = some(values, 'invitationCode');
  const answered = (prefix: string, ids: readonly string[]): [string, string][] =>
    ids.flatMap((id) => {
      const value = some(values, `${prefix}/${id}`);
      return value === undefined ? [] : [[id, value]];
    });
  const ownWords = answered(
    'ownWords',
    panel.questions.filter((question) => question.ownWords).map((question) => question.id),
  );
  return compact({
    schemaVersion: 1 as const,
    panelId: panel.id,
    lang,
    invitationCode: code === undefined ? undefined : normalizeInvitationCode(code),
    eligibility: compact({
      livesInArea: yesNo(values, 'eligibility/livesInArea'),
      excluded: panel.registration.excluded ? yesNo(values, 'eligibility/excluded') : undefined,
    }),
    birthYear: year === '' ? undefined : yearOf(year),
    strata: Object.fromEntries(
      answered(
        'strata',
        panel.questions.map((question) => question.id),
      ),
    ),
    ownWords: ownWords.length > 0 ? Object.fromEntries(ownWords) : undefined,
    availability: many(values, 'availability'),
    contact: compact({
      firstName: some(values, 'contact/firstName'),
      lastName: some(values, 'contact/lastName'),
      email: email === undefined ? undefined : cleanEmail(email),
      phone: phone === undefined ? undefined : cleanPhone(phone),
      preferred: some(values, 'contact/preferred') as
        Submission['contact']['preferred'] | undefined,
    }),
    address: compact({
      line1: some(values, 'address/line1'),
      postcode: some(values, 'address/postcode')?.replaceAll(/\s/g, ''),
      city: some(values, 'address/city'),
    }),
    support:
      needs.length > 0 || note !== undefined
        ? compact({ needs: needs as NonNullable<Submission['support']>['needs'], note })
        : undefined,
    consent: {
      process: isTicked(values, 'consent/process'),
      contactAgain: isTicked(values, 'consent/contactAgain'),
      noticeVersion: panel.privacy.noticeVersion,
    },
  });
}

/**
 * The feedback from the fields of the block.
 *
 * @param subject - What it is about, in the grammar `page:`, `topic:`, `statement:`, `panel:`.
 */
export function feedbackFromFields(
  channel: FeedbackChannel,
  values: FieldValues,
  lang: string,
  subject?: string,
): Draft<FeedbackSubmission> {
  const wantsReply = channel.offersReply && isTicked(values, 'wantsReply');
  const email = some(values, 'contact/email');
  const phone = some(values, 'contact/phone');
  const contact = compact({
    name: some(values, 'contact/name'),
    email: email === undefined ? undefined : cleanEmail(email),
    phone: phone === undefined ? undefined : cleanPhone(phone),
  });
  return compact({
    schemaVersion: 1 as const,
    channelId: channel.id,
    lang,
    kind: some(values, 'kind') as FeedbackSubmission['kind'] | undefined,
    text: some(values, 'text'),
    subject: subject ?? some(values, 'subject'),
    experience: channel.asksExperience
      ? (some(values, 'experience') as FeedbackSubmission['experience'] | undefined)
      : undefined,
    wantsReply,
    mayBePublished: isTicked(values, 'mayBePublished'),
    // Without a wish for a reply there is no reason to keep whom to reply to.
    contact: wantsReply && Object.keys(contact).length > 0 ? contact : undefined,
  });
}
