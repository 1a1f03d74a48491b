/** What goes with a change of status, whoever makes it. */
import type { RegistrationStatus } from '@puntari/contracts';

import type { Queryable } from '../database/database.js';
import { releaseCode } from '../invitations/invitations.js';
import { hasLeft } from './status.js';

/** What has to be known of a registration for its status to change. */
export const CHANGED_COLUMNS = ['id', 'reference', 'status', 'revision'] as const;

interface Registration {
  readonly id: string;
  readonly reference: string;
  readonly status: string;
  readonly revision: number;
}

export interface StatusChange {
  readonly status: RegistrationStatus;
  /** Who, as it stands in the history. */
  readonly by: string;
  readonly comment: string | null;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** Everything that tells of the person. That there was a registration, and when, is kept, so that counts stay true. */
async function forget(within: Queryable, id: string): Promise<void> {
  await within
    .updateTable('registrations')
    .set({ submission: 'null', lang: 'und', fillSeconds: null })
    .where('id', '=', id)
    .execute();
  // An officer may have written of the person in a comment.
  await within
    .updateTable('registrationHistory')
    .set({ submission: null, comment: null })
    .where('entryId', '=', id)
    .execute();
  await within.deleteFrom('registrationSupport').where('registrationId', '=', id).execute();
}

/**
 * The code of the letter is free again, and the keys it was sent with mean nothing any more: what is sent from now on
 * is a new registration, and no late try brings the old one back.
 */
async function release(within: Queryable, { id, reference }: Registration): Promise<void> {
  await releaseCode(within, id);
  await within.deleteFrom('sentKeys').where('reference', '=', reference).execute();
}

/**
 * Gives a registration another status, in a transaction of the caller's, and writes down who did it and when.
 *
 * @param registration - One that can become what the change says; see `canBecome`.
 */
export async function changeStatus(
  within: Queryable,
  registration: Registration,
  { status, by, comment, at }: StatusChange,
): Promise<void> {
  const { id, status: fromStatus, revision } = registration;
  if (status === 'deleted') await forget(within, id);
  if (hasLeft(status)) await release(within, registration);
  await within
    .updateTable('registrations')
    .set({ status, updatedAt: at })
    .where('id', '=', id)
    .execute();
  await within
    .insertInto('registrationHistory')
    .values({
      entryId: id,
      revision,
      at,
      fromStatus,
      toStatus: status,
      by,
      comment,
      submission: null,
    })
    .execute();
}
