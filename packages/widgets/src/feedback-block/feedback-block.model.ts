/** What the feedback block is, without a browser: which fields it has and what the feedback is about. */
import {
  FEEDBACK_KINDS,
  type FeedbackChannel,
  type FeedbackKind,
  type FieldError,
  type FieldValues,
  SUBJECT,
} from '@puntari/contracts';

export const CONTACT_FIELDS = ['contact/name', 'contact/email', 'contact/phone'] as const;
export const PLACE_FIELDS = [
  'location/address',
  'location/latitude',
  'location/longitude',
] as const;

/** Where the files that have arrived are kept: a field that takes files takes nothing from a script. */
export const FILES = 'files';
/** How many files had not arrived: what a browser keeps for Back has no files in it. */
export const FILES_LOST = 'files/lost';

/** The kinds a resident can choose from. One we have no word for could not be sent either. */
export function kindsOf({ kinds }: FeedbackChannel): FeedbackKind[] {
  return kinds.filter((kind) => FEEDBACK_KINDS.includes(kind));
}

/** Whether a reply is wished for, so that whom to reply to is asked. */
export function wantsReply({ offersReply }: FeedbackChannel, values: FieldValues): boolean {
  return offersReply && values['wantsReply'] === 'true';
}

/** The names of the fields of the whole form that are shown, in their order on the page. */
export function fieldsOf(channel: FeedbackChannel, values: FieldValues): string[] {
  return [
    ...(kindsOf(channel).length > 1 ? ['kind'] : []),
    ...(channel.asksTarget ? ['target'] : []),
    ...(channel.services?.length ? ['serviceCode'] : []),
    'text',
    ...(channel.asksExperience ? ['experience'] : []),
    ...(channel.asksLocation ? PLACE_FIELDS : []),
    ...(channel.attachments ? ['attachments'] : []),
    'mayBePublished',
    ...replyFieldsOf(channel, values),
  ];
}

export function replyFieldsOf(channel: FeedbackChannel, values: FieldValues): string[] {
  return [
    ...(channel.offersReply ? ['wantsReply'] : []),
    ...(wantsReply(channel, values) ? CONTACT_FIELDS : []),
  ];
}

/** Errors in the order of the page; those of no field here come last. */
export function inOrder(errors: readonly FieldError[], names: readonly string[]): FieldError[] {
  const place = ({ pointer }: FieldError): number => {
    const index = names.indexOf(pointer.slice(1));
    return index === -1 ? names.length : index;
  };
  return errors.toSorted((a, b) => place(a) - place(b));
}

/** Whether a page's `subject` says what feedback is about in a way that can be kept. */
export function isSubject(subject: string): boolean {
  return SUBJECT.test(subject);
}
