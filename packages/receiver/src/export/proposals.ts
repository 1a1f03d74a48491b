import { freeText, type FreeText } from '@puntari/contracts';

import type { Db } from '../database/database.js';
import { type ListedProposal, proposalsOf } from '../topics/proposal-store.js';
import { contactsOf } from '../topics/proposers.js';
import type { ProposerContact, StoredWords } from '../topics/proposals.js';
import { suspicionsIn } from '../submissions/suspicions.js';
import { type Column, column, type Table } from './table.js';

const own = (
  name: string,
  cell: (words: StoredWords) => ReturnType<Column<ListedProposal>['cell']>,
): Column<ListedProposal> => column(name, ({ submission }) => submission && cell(submission));

const words = (
  name: string,
  text: (words: StoredWords) => string | undefined,
): Column<ListedProposal> => own(name, (said): FreeText | undefined => freeText(text(said)));

const COLUMNS: readonly Column<ListedProposal>[] = [
  column('reference', ({ reference }) => reference),
  column('receivedAt', ({ receivedAt }) => receivedAt),
  column('status', ({ status }) => status),
  column('topicId', ({ topicId }) => topicId),
  column('revision', ({ revision }) => revision),
  own('lang', ({ lang }) => lang),
  words('title', ({ title }) => title),
  words('question', ({ question }) => question),
  words('background', ({ background }) => background),
  own('suitability/reasons', ({ suitability }) => suitability.reasons.join(' ')),
  words('suitability/text', ({ suitability }) => suitability.text),
  own('area/ids', ({ area }) => area?.ids?.join(' ')),
  words('area/text', ({ area }) => area?.text),
  own('decision/id', ({ decision }) => decision?.id),
  words('decision/text', ({ decision }) => decision?.text),
  own('proposer/kind', ({ proposer }) => proposer.kind),
  own('nameMayBePublished', ({ nameMayBePublished }) => nameMayBePublished),
  column('suspicious', ({ history }) =>
    suspicionsIn(history.map(({ comment }) => comment)).join(' '),
  ),
];

/** The proposals to a call, without the contacts of those who made them. */
export async function proposalTable(db: Db, callId: string): Promise<Table<ListedProposal>> {
  return { items: await proposalsOf(db, callId), columns: COLUMNS };
}

interface ContactItem {
  readonly reference: string;
  readonly lang: string;
  readonly contact: ProposerContact;
}

/** Whom to write to, by reference. */
export async function proposerTable(db: Db, callId: string): Promise<Table<ContactItem>> {
  return {
    items: await contactsOf(db, callId),
    columns: [
      column('reference', ({ reference }) => reference),
      column('lang', ({ lang }) => lang),
      column('proposer/name', ({ contact }) => freeText(contact.name)),
      column('proposer/email', ({ contact }) => freeText(contact.email)),
      column('proposer/phone', ({ contact }) => contact.phone),
    ],
  };
}
