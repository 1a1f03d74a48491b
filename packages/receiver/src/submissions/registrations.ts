import {
  checkSubmission,
  DEFAULT_TIME_ZONE,
  type Draft,
  MAX_LINE,
  MAX_NOTE,
  normalizeInvitationCode,
  type Panel,
  panelState,
  type Receipt,
  submission as submissionSchema,
  submissionFromFields,
  type Submission,
} from '@puntari/contracts';

import { sql } from 'kysely';

import type { Queryable } from '../database/database.js';
import { HttpProblem } from '../http/problem.js';
import { claimCode } from '../invitations/invitations.js';
import { inEveryLanguage } from '../pages/words.js';
import { type Action, checkDraft, type Entry } from './action.js';
import { correctableUntil } from './correcting.js';
import { hashOfId, privateId, privatePath } from './private-link.js';
import { arrivalOf, newRow, nextRow, replacementOf } from './rows.js';
import { isInPool, STATUS_AT_START } from './status.js';
import { commentOf } from './suspicions.js';

type Address = Submission['address'];

/** Of a protected address only that it is: what else a program sent along is not kept. */
const keptAddress = ({ protected: isProtected, ...address }: Address): Address =>
  isProtected === true ? { protected: true } : address;

/** Only what the panel asks is kept. */
function asked(panel: Panel, submission: Submission): Submission {
  const { address, eligibility, invitationCode, support, ...rest } = submission;
  const isInvited = panel.registration.mode === 'invited';
  return {
    ...rest,
    address: keptAddress(address),
    eligibility: panel.registration.excluded
      ? eligibility
      : { livesInArea: eligibility.livesInArea },
    ...(isInvited && invitationCode !== undefined
      ? { invitationCode: normalizeInvitationCode(invitationCode) }
      : {}),
    ...(panel.support && support !== undefined ? { support } : {}),
  };
}

function receipt(panel: Panel, { reference, at }: Entry<Submission>): Receipt {
  const { toldBy } = panel.registration;
  return {
    reference,
    receivedAt: at,
    readBy: panel.organizer.name,
    ...(toldBy === undefined ? {} : { answerBy: toldBy }),
    withdraw: inEveryLanguage('withdraw.registration', { reference }),
    contact: panel.contact,
  };
}

/** Support needs go to their own table: who draws the panel must not see them. */
async function insertSupport(
  db: Queryable,
  registrationId: string,
  revision: number,
  support: Submission['support'],
): Promise<void> {
  if (support === undefined) return;
  const { needs, note = null } = support;
  await db
    .insertInto('registrationSupport')
    .values({ registrationId, revision, needs: JSON.stringify(needs), note })
    .execute();
}

/** What residents send has lost the member by then. */
const isOfOfficer = (draft: unknown): boolean =>
  (draft as Partial<Submission> | undefined)?.channel !== undefined;

const isBeforeDraw = (panel: Panel, now: Date): boolean => now.getTime() < correctableUntil(panel);

/** Only officers name a way; what a resident sends comes over the web. */
const senderOf = ({ channel }: Submission): string =>
  channel === undefined ? 'resident' : 'officer';

/** Addresses that were given before they were protected are not kept in the history either. */
async function forgetAddresses(db: Queryable, entryId: string): Promise<void> {
  const forgotten = sql<string>`json_set(submission, '$.address', json('{"protected":true}'))`;
  await db
    .updateTable('registrationHistory')
    .set({ submission: forgotten })
    .where('entryId', '=', entryId)
    .where('submission', 'is not', null)
    .execute();
}

async function insert(
  db: Queryable,
  entry: Entry<Submission>,
  manageHash: string,
): Promise<string> {
  const { support, channel = 'web', ...submission } = entry.submission;
  const row = newRow(entry, STATUS_AT_START, submission);
  await db
    .insertInto('registrations')
    .values({ ...row, panelId: entry.recordId, channel, manageHash })
    .execute();
  await insertSupport(db, row.id, 1, support);
  const told = { by: senderOf(entry.submission), comment: commentOf(entry.suspicions) };
  await db
    .insertInto('registrationHistory')
    .values(arrivalOf(row, entry, told))
    .execute();
  return row.id;
}

interface Replaced {
  readonly id: string;
  readonly codeBefore: string | undefined;
}

/** @throws HttpProblem - `closed` when somebody counts on the answers already. */
async function replace(db: Queryable, entry: Entry<Submission>): Promise<Replaced> {
  const { support, channel, ...submission } = entry.submission;
  const before = await db
    .selectFrom('registrations')
    .select(['id', 'revision', 'status', 'submission'])
    .where('reference', '=', entry.reference)
    .executeTakeFirstOrThrow();
  if (!isInPool(before.status)) throw new HttpProblem('closed');
  const told = { by: senderOf(entry.submission), comment: commentOf(entry.suspicions, 'replaced') };
  await db
    .insertInto('registrationHistory')
    .values(replacementOf(before, entry, told))
    .execute();
  if (submission.address.protected) await forgetAddresses(db, before.id);
  const { fillSeconds, ...next } = nextRow(entry, before, submission);
  await db
    .updateTable('registrations')
    .set({
      ...next,
      ...(channel === undefined ? {} : { channel }),
      // A correction does not tell; how the form was filled in at first stays known.
      ...(fillSeconds === null ? {} : { fillSeconds }),
    })
    .where('id', '=', before.id)
    .execute();
  await insertSupport(db, before.id, next.revision, support);
  const { invitationCode } = JSON.parse(before.submission) as Submission;
  return { id: before.id, codeBefore: invitationCode };
}

/** When everything else is stored, so that a code that is refused takes it all back. */
async function useCode(
  db: Queryable,
  { recordId, submission, at }: Entry<Submission>,
  used: { readonly panels: ReadonlyMap<string, Panel>; secret: string; registrationId: string },
): Promise<void> {
  const panel = used.panels.get(recordId);
  const { invitationCode: code } = submission;
  if (!panel || code === undefined) return;
  await claimCode(db, { ...used, panel, code, now: new Date(at) });
}

export type RegistrationAction = Action<Panel, Submission> &
  Required<Pick<Action<Panel, Submission>, 'managePath' | 'forgets'>>;

/** Volunteering for a panel. */
export function registrationAction(
  panels: ReadonlyMap<string, Panel>,
  secret: string,
): RegistrationAction {
  return {
    kind: 'registration',
    form: 'volunteer',
    path: '/api/panels/:id/registrations',
    records: panels,
    ofOfficers: ['channel'],
    contact: (panel) => panel.contact,
    times: ({ registration: { opens, closes }, timeZone = DEFAULT_TIME_ZONE }) => ({
      opens,
      closes,
      timeZone,
    }),
    asksCode: (panel) => panel.registration.mode === 'invited',
    refusal(panel, now, draft) {
      const state = panelState(panel, now);
      // What was posted in time may be written down after the last day, until the draw.
      const isLatePost = state === 'closed' && isOfOfficer(draft) && isBeforeDraw(panel, now);
      return state === 'open' || state === 'closing-soon' || isLatePost ? undefined : state;
    },
    limits: () => ({ line: MAX_LINE, note: MAX_NOTE }),
    fromFields: submissionFromFields,
    check(panel, draft) {
      const errors = checkSubmission(panel, draft as Draft<Submission>);
      const checked = checkDraft(submissionSchema, draft, errors);
      return 'errors' in checked ? checked : { submission: asked(panel, checked.submission) };
    },
    receipt,
    managePath: (pageId) => privatePath(privateId(secret, pageId)),
    async insert(db, entry) {
      const registrationId = await insert(db, entry, hashOfId(privateId(secret, entry.pageId)));
      await useCode(db, entry, { panels, secret, registrationId });
    },
    async replace(db, entry) {
      const { id, codeBefore } = await replace(db, entry);
      // One's own code is kept, also one that was taken before the panel had a list of codes.
      if (codeBefore === entry.submission.invitationCode) return;
      await useCode(db, entry, { panels, secret, registrationId: id });
    },
    forgets: ({ address }) => address.protected === true,
  };
}
