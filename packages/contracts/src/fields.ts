/**
 * Form fields on their way to a submission. A field's name is the JSON Pointer of its place in the submission without
 * the first slash, repeated for arrays: `contact/firstName`, `support/needs`. The widget's state, a form post from a page
 * without JavaScript and the errors of a problem answer all use these names, so that there is one way in.
 */
import * as v from 'valibot';

import {
  type FeedbackAttachment,
  feedbackAttachment,
  type FeedbackChannel,
  type FeedbackSubmission,
  subject,
} from './feedback.js';
import { surveyQuestionsOf } from './feedback-rules.js';
import {
  cleanEmail,
  cleanPhone,
  compact,
  isTicked,
  languageOf,
  latinDigits,
  line,
  many,
  one,
  some,
} from './field-values.js';
import type { Panel } from './panel.js';
import type { Submission } from './submission.js';

/** Field names to what stands in them: one string, or for several checkboxes a list. */
export type FieldValues = Readonly<Record<string, string | readonly string[] | undefined>>;

const cleanPostcode = (text: string): string => latinDigits(text).replaceAll(/\s/g, '');

/**
 * A year as people write or dictate it: `1985.`, `19 85`. `NaN` when it is no number, so that the rules can tell "wrong"
 * from "missing". A day of birth is no year: of `1.9.05` nobody knows whether it is 1905.
 */
const yearOf = (text: string): number => {
  const [, digits = '', rest = ''] = /^(\d{1,4})\s?(\d{0,3})\s?\.?$/.exec(latinDigits(text)) ?? [];
  const year = digits + rest;
  return /^\d{1,4}$/.test(year) ? Number(year) : Number.NaN;
};

/** Upper case, without spaces and dashes, with look-alikes resolved: O is 0, I and L are 1. */
export function normalizeInvitationCode(text: string): string {
  return latinDigits(text)
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** A submission as far as it is filled in. Where nothing was chosen the key is absent. */
export type Draft<T> = { [K in keyof T]?: NonNullable<T[K]> extends object ? Partial<T[K]> : T[K] };

const yesNo = (values: FieldValues, name: string): boolean | undefined => {
  const value = one(values, name);
  return value === '' ? undefined : value === 'true';
};

/** The answers to those questions that were answered, by the id of the question; nothing when none was. */
function answersTo(
  questions: Panel['questions'],
  values: FieldValues,
  prefix: 'strata' | 'ownWords',
): Record<string, string> | undefined {
  const answers = questions.flatMap(({ id }) => {
    const answer = some(values, `${prefix}/${id}`);
    return answer === undefined ? [] : [[id, answer] as const];
  });
  return answers.length > 0 ? Object.fromEntries(answers) : undefined;
}

const contactFrom = (values: FieldValues): Partial<Submission['contact']> =>
  compact({
    firstName: line(values, 'contact/firstName'),
    lastName: line(values, 'contact/lastName'),
    email: some(values, 'contact/email', cleanEmail),
    phone: some(values, 'contact/phone', cleanPhone),
    preferred: some(values, 'contact/preferred') as Submission['contact']['preferred'] | undefined,
  });

/** Of a protected address nothing is taken, also where it had been written before that was said. */
const addressFrom = (values: FieldValues): Partial<Submission['address']> =>
  isTicked(values, 'address/protected')
    ? { protected: true }
    : compact({
        line1: line(values, 'address/line1'),
        postcode: some(values, 'address/postcode', cleanPostcode),
        city: line(values, 'address/city'),
      });

function helperFrom(values: FieldValues): Submission['helper'] {
  const name = line(values, 'helper/name');
  return name === undefined ? undefined : { name };
}

function supportFrom(panel: Panel, values: FieldValues): Submission['support'] {
  if (!panel.support) return undefined;
  // Whether they are codes of ours is for the rules to say.
  const needs = many(values, 'support/needs') as NonNullable<Submission['support']>['needs'];
  const note = some(values, 'support/note');
  if (needs.length === 0 && note === undefined) return undefined;
  return note === undefined ? { needs } : { needs, note };
}

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
  const inOwnWords = panel.questions.filter((question) => question.ownWords);
  return compact({
    schemaVersion: 1 as const,
    panelId: panel.id,
    lang: languageOf(lang),
    invitationCode:
      panel.registration.mode === 'invited'
        ? some(values, 'invitationCode', normalizeInvitationCode)
        : undefined,
    eligibility: compact({
      livesInArea: yesNo(values, 'eligibility/livesInArea'),
      excluded: panel.registration.excluded ? yesNo(values, 'eligibility/excluded') : undefined,
    }),
    birthYear: year === '' ? undefined : yearOf(year),
    strata: answersTo(panel.questions, values, 'strata') ?? {},
    ownWords: answersTo(inOwnWords, values, 'ownWords'),
    availability: many(values, 'availability'),
    contact: contactFrom(values),
    address: addressFrom(values),
    helper: helperFrom(values),
    support: supportFrom(panel, values),
    consent: {
      process: isTicked(values, 'consent/process'),
      contactAgain: isTicked(values, 'consent/contactAgain'),
      noticeVersion: panel.privacy.noticeVersion,
    },
  });
}

/** Degrees as people write or copy them, with a comma or a point; `NaN` when it is no number. */
const degrees = (values: FieldValues, name: string): number | undefined => {
  const text = latinDigits(one(values, name))
    .replaceAll(/\s/g, '')
    .replace('\u2212', '-')
    .replace(/[,\u066B]/, '.');
  if (text === '') return undefined;
  return /^[+-]?\d{1,3}(\.\d*)?$/.test(text) ? Number(text) : Number.NaN;
};

/** What is left of a part of the submission when nothing was answered in it. */
const someOf = <T extends object>(part: T): T | undefined =>
  Object.keys(part).length > 0 ? part : undefined;

const locationFrom = (values: FieldValues): FeedbackSubmission['location'] =>
  someOf(
    compact({
      address: line(values, 'location/address'),
      latitude: degrees(values, 'location/latitude'),
      longitude: degrees(values, 'location/longitude'),
    }),
  );

function surveyFrom(channel: FeedbackChannel, values: FieldValues): FeedbackSubmission['survey'] {
  const answers = surveyQuestionsOf(channel).map((question) => [
    question,
    some(values, `survey/${question}`),
  ]);
  return someOf(compact(Object.fromEntries(answers) as NonNullable<FeedbackSubmission['survey']>));
}

/** A file as its sending was answered, or its id alone: the receiver knows the rest. */
function fileFrom(text: string): Partial<FeedbackAttachment> {
  try {
    const file: unknown = JSON.parse(text);
    if (v.is(feedbackAttachment, file)) return file;
  } catch {
    // An id is no JSON.
  }
  return { id: text };
}

function attachmentsFrom(
  { attachments }: FeedbackChannel,
  values: FieldValues,
): FeedbackSubmission['attachments'] {
  const files = attachments ? many(values, 'attachments').map(fileFrom) : [];
  return files.length > 0 ? (files as FeedbackAttachment[]) : undefined;
}

/** Whom to reply to. Without a wish for a reply there is no reason to keep it. */
const replyTo = (wantsReply: boolean, values: FieldValues): FeedbackSubmission['contact'] =>
  wantsReply
    ? someOf(
        compact({
          name: line(values, 'contact/name'),
          email: some(values, 'contact/email', cleanEmail),
          phone: some(values, 'contact/phone', cleanPhone),
        }),
      )
    : undefined;

/**
 * The words. Of what does not work for somebody the page and the tools belong to it: who mends it needs the three
 * together, and where nothing is said of what happened the others say nothing.
 */
function feedbackText(values: FieldValues, form: FeedbackSubmission['form']): string | undefined {
  const text = some(values, 'text');
  if (form !== 'accessibility' || text === undefined) return text;
  const more = [line(values, 'where'), line(values, 'tool')];
  return [text, ...more].filter((part) => part !== undefined).join('\n\n');
}

/**
 * The feedback from the fields of the block.
 *
 * @param about - What it is about, in the grammar `page:`, `topic:`, `statement:`, `panel:`. Anything else is left out:
 *   it is the mistake of a page, and must not keep a resident from sending.
 */
export function feedbackFromFields(
  channel: FeedbackChannel,
  values: FieldValues,
  lang: string,
  about?: string,
): Draft<FeedbackSubmission> {
  const wantsReply = channel.offersReply && isTicked(values, 'wantsReply');
  const named = about ?? some(values, 'subject');
  // Codes as they came; whether they are ours is for the rules to say.
  const code = <K extends keyof FeedbackSubmission>(name: K): FeedbackSubmission[K] | undefined =>
    some(values, name) as FeedbackSubmission[K] | undefined;
  const form = code('form');
  const [first, ...others] = channel.kinds;
  const isOnlyKind = (form ?? 'full') === 'full' && others.length === 0;
  return compact({
    schemaVersion: 1 as const,
    channelId: channel.id,
    lang: languageOf(lang),
    form,
    kind: code('kind') ?? (isOnlyKind ? first : undefined),
    text: feedbackText(values, form),
    helped: yesNo(values, 'helped'),
    survey: surveyFrom(channel, values),
    subject: v.is(subject, named) ? named : undefined,
    target: channel.asksTarget === true ? code('target') : undefined,
    serviceCode: channel.services ? code('serviceCode') : undefined,
    attachments: attachmentsFrom(channel, values),
    experience: channel.asksExperience ? code('experience') : undefined,
    location: channel.asksLocation === true ? locationFrom(values) : undefined,
    wantsReply,
    mayBePublished: isTicked(values, 'mayBePublished'),
    contact: replyTo(wantsReply, values),
  });
}
