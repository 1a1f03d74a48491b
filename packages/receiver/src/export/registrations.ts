import type { Panel, Registration, Submission } from '@puntari/contracts';

import type { Db } from '../database/database.js';
import { suspicionsIn } from '../submissions/suspicions.js';
import { freeText } from '@puntari/contracts';
import { type Column, column, type Table } from './table.js';

type History = Registration['history'];

async function historiesOf(db: Db, panelId: string): Promise<Map<string, History>> {
  const rows = await db
    .selectFrom('registrationHistory as history')
    .innerJoin('registrations', 'registrations.id', 'history.entryId')
    .select(['history.entryId', 'history.at', 'history.fromStatus', 'history.toStatus'])
    .select(['history.by', 'history.comment'])
    .where('registrations.panelId', '=', panelId)
    .orderBy('history.line')
    .execute();
  const histories = new Map<string, History>();
  for (const { entryId, at, fromStatus, toStatus, by, comment } of rows) {
    const lines = histories.get(entryId) ?? [];
    const line = { at, from: fromStatus, to: toStatus, by };
    lines.push(comment === null ? line : { ...line, comment });
    histories.set(entryId, lines);
  }
  return histories;
}

/** Nothing where the person has had it deleted. */
function submissionIn(json: string): Pick<Registration, 'submission'> {
  const submission = JSON.parse(json) as Submission | null;
  return submission === null ? {} : { submission };
}

async function registrationsOf(db: Db, panelId: string): Promise<Registration[]> {
  const rows = await db
    .selectFrom('registrations')
    .selectAll()
    .where('panelId', '=', panelId)
    .orderBy('receivedAt')
    .orderBy('reference')
    .execute();
  const histories = await historiesOf(db, panelId);
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    panelId: row.panelId,
    receivedAt: row.receivedAt,
    channel: row.channel as Registration['channel'],
    status: row.status as Registration['status'],
    revision: row.revision,
    ...submissionIn(row.submission),
    history: histories.get(row.id) ?? [],
  }));
}

/** Ids of questions: those of the panel first, then any that were asked before the panel changed. */
function questionIds(
  panel: Panel | undefined,
  items: readonly Registration[],
  part: 'strata' | 'ownWords',
): string[] {
  const now = (panel?.questions ?? []).filter((question) => part === 'strata' || question.ownWords);
  const before = items.flatMap(({ submission }) => Object.keys(submission?.[part] ?? {}).sort());
  return [...new Set([...now.map(({ id }) => id), ...before])];
}

function columnsOf(
  panel: Panel | undefined,
  items: readonly Registration[],
): Column<Registration>[] {
  const own = (name: string, cell: (s: Submission) => ReturnType<Column<Registration>['cell']>) =>
    column<Registration>(name, ({ submission }) => submission && cell(submission));
  return [
    column('reference', ({ reference }) => reference),
    column('receivedAt', ({ receivedAt }) => receivedAt),
    column('channel', ({ channel }) => channel),
    column('status', ({ status }) => status),
    column('revision', ({ revision }) => revision),
    own('lang', ({ lang }) => lang),
    own('invitationCode', ({ invitationCode }) => invitationCode),
    own('birthYear', ({ birthYear }) => birthYear),
    ...questionIds(panel, items, 'strata').map((id) => own(`strata/${id}`, (s) => s.strata[id])),
    ...questionIds(panel, items, 'ownWords').map((id) =>
      own(`ownWords/${id}`, (s) => freeText(s.ownWords?.[id])),
    ),
    // Ids hold no spaces.
    own('availability', ({ availability }) => availability.join(' ')),
    own('contact/firstName', ({ contact }) => freeText(contact.firstName)),
    own('contact/lastName', ({ contact }) => freeText(contact.lastName)),
    own('contact/email', ({ contact }) => freeText(contact.email)),
    // Digits after at most a plus, and a quote before it would no longer be a number to call.
    own('contact/phone', ({ contact }) => contact.phone),
    own('contact/preferred', ({ contact }) => contact.preferred),
    own('address/line1', ({ address }) => freeText(address.line1)),
    own('address/postcode', ({ address }) => address.postcode),
    own('address/city', ({ address }) => freeText(address.city)),
    // Empty where nobody said so; such an address is asked for by telephone, never looked up.
    own('address/protected', ({ address }) => address.protected),
    own('helper/name', ({ helper }) => freeText(helper?.name)),
    own('consent/process', ({ consent }) => consent.process),
    own('consent/contactAgain', ({ consent }) => consent.contactAgain),
    own('consent/noticeVersion', ({ consent }) => freeText(consent.noticeVersion)),
    column('notes', ({ history }) => suspicionsIn(history.map(({ comment }) => comment)).join(' ')),
  ];
}

/** The volunteers of a panel, without their support needs. */
export async function registrationTable(
  db: Db,
  id: string,
  panel: Panel | undefined,
): Promise<Table<Registration>> {
  const items = await registrationsOf(db, id);
  return { items, columns: columnsOf(panel, items) };
}

interface SupportItem {
  readonly reference: string;
  readonly status: string;
  readonly lang: string;
  readonly needs: readonly string[];
  readonly note?: string;
}

/** What volunteers need to take part, for those who arrange it. The reference leads to the person. */
export async function supportTable(db: Db, panelId: string): Promise<Table<SupportItem>> {
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('registrationSupport as support', (join) =>
      join
        .onRef('support.registrationId', '=', 'registrations.id')
        .onRef('support.revision', '=', 'registrations.revision'),
    )
    .select(['reference', 'status', 'lang', 'support.needs', 'support.note'])
    .where('panelId', '=', panelId)
    .orderBy('receivedAt')
    .orderBy('reference')
    .execute();
  const items = rows.map(({ needs, note, ...row }) => ({
    ...row,
    needs: JSON.parse(needs) as string[],
    ...(note === null ? {} : { note }),
  }));
  return {
    items,
    columns: [
      column('reference', ({ reference }) => reference),
      column('status', ({ status }) => status),
      column('lang', ({ lang }) => lang),
      column('support/needs', ({ needs }) => needs.join(' ')),
      column('support/note', ({ note }) => freeText(note)),
    ],
  };
}
