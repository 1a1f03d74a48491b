/**
 * The address on which a person sees and takes back what was sent, and corrects a registration. Whoever has it can, so it is given out
 * with the receipt only, and cannot be guessed.
 */
import { createHash, createHmac } from 'node:crypto';

/** 192 bits. */
const BYTES = 24;

/**
 * The unguessable part of the address. It is made anew for every answer that gives it out, so that the database need not
 * hold it: what this function gives must never change, or links that residents keep would no longer lead anywhere.
 *
 * @param pageId - Of the receipt; of a file its own id.
 */
export function privateId(
  secret: string,
  pageId: string,
  kind: 'registration' | 'feedback' | 'proposal' | 'file' = 'registration',
): string {
  const made = createHmac('sha256', secret).update(`${kind}\n${pageId}`).digest();
  return made.subarray(0, BYTES).toString('base64url');
}

/** By which the database finds what belongs to it. An id has more bits than anybody can try, so no salt is needed. */
export const hashOfId = (id: string): string => createHash('sha256').update(id).digest('base64url');

export const privatePath = (id: string): string => `/registrations/${id}`;

export const privateFeedbackPath = (id: string): string => `/given-feedback/${id}`;

export const privateProposalPath = (id: string): string => `/given-proposals/${id}`;
