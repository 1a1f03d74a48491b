import {
  type Feedback,
  type FeedbackSubmission,
  freeText,
  SURVEY_QUESTIONS,
} from '@puntari/contracts';

import type { Db } from '../database/database.js';
import { type Column, column, type Table } from './table.js';

const own = (
  name: string,
  cell: (submission: FeedbackSubmission) => ReturnType<Column<Feedback>['cell']>,
): Column<Feedback> => column(name, ({ submission }) => cell(submission));

const COLUMNS: readonly Column<Feedback>[] = [
  column('reference', ({ reference }) => reference),
  column('receivedAt', ({ receivedAt }) => receivedAt),
  column('status', ({ status }) => status),
  column('revision', ({ revision }) => revision),
  own('lang', ({ lang }) => lang),
  own('form', ({ form }) => form),
  own('kind', ({ kind }) => kind),
  own('helped', ({ helped }) => helped),
  ...SURVEY_QUESTIONS.map((question) =>
    own(`survey/${question}`, ({ survey }) => survey?.[question]),
  ),
  own('target', ({ target }) => target),
  own('serviceCode', ({ serviceCode }) => freeText(serviceCode)),
  // A path of a page is whatever its sender says.
  own('subject', ({ subject }) => freeText(subject)),
  own('experience', ({ experience }) => experience),
  own('text', ({ text }) => freeText(text)),
  own('location/address', ({ location }) => freeText(location?.address)),
  own('location/latitude', ({ location }) => location?.latitude),
  own('location/longitude', ({ location }) => location?.longitude),
  own('attachments', ({ attachments }) => attachments?.map(({ id }) => id).join(' ')),
  own('wantsReply', ({ wantsReply }) => wantsReply),
  own('mayBePublished', ({ mayBePublished }) => mayBePublished),
];

/** The feedback of a channel, without the contacts of those who wrote it. */
export async function feedbackTable(db: Db, channelId: string): Promise<Table<Feedback>> {
  const rows = await db
    .selectFrom('feedback')
    .selectAll()
    .where('channelId', '=', channelId)
    .orderBy('receivedAt')
    .orderBy('reference')
    .execute();
  const items = rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    channelId: row.channelId,
    receivedAt: row.receivedAt,
    status: row.status as Feedback['status'],
    revision: row.revision,
    submission: JSON.parse(row.submission) as FeedbackSubmission,
  }));
  return { items, columns: COLUMNS };
}

type Contact = NonNullable<FeedbackSubmission['contact']>;

interface ContactItem {
  readonly reference: string;
  readonly lang: string;
  readonly contact: Contact;
}

/** Whom to reply to, by reference. */
export async function contactTable(db: Db, channelId: string): Promise<Table<ContactItem>> {
  const rows = await db
    .selectFrom('feedback')
    .innerJoin('feedbackContacts as contacts', (join) =>
      join
        .onRef('contacts.feedbackId', '=', 'feedback.id')
        .onRef('contacts.revision', '=', 'feedback.revision'),
    )
    .select(['reference', 'lang', 'contacts.contact'])
    .where('channelId', '=', channelId)
    .orderBy('receivedAt')
    .orderBy('reference')
    .execute();
  return {
    items: rows.map((row) => ({ ...row, contact: JSON.parse(row.contact) as Contact })),
    columns: [
      column('reference', ({ reference }) => reference),
      column('lang', ({ lang }) => lang),
      column('contact/name', ({ contact }) => freeText(contact.name)),
      column('contact/email', ({ contact }) => freeText(contact.email)),
      column('contact/phone', ({ contact }) => contact.phone),
    ],
  };
}
