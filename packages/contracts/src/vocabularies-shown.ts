/**
 * The vocabularies that a widget reads before it checks anything. A module of its own: the others come with the schemas,
 * which follow.
 */

/** Levels of participation, 1 (informing) to 5 (transfer of power). Levels 3 and 4 share one description. */
export const PARTICIPATION_LEVELS = [1, 2, 3, 4, 5] as const;
export type ParticipationLevel = (typeof PARTICIPATION_LEVELS)[number];

/** Where deciding attaches to a panel: a set of none to three of these. */
export const ATTACH_POINTS = ['start', 'during', 'after'] as const;
export type AttachPoint = (typeof ATTACH_POINTS)[number];

/** What the authority did with an item. `noted` (merkitään tiedoksi) is not `accepted`. */
export const RESPONSE_STATUSES = [
  'awaiting',
  'noted',
  'accepted',
  'partly',
  'rejected',
  'under-study',
  'other-authority',
  'done',
] as const;
export type ResponseStatus = (typeof RESPONSE_STATUSES)[number];

/** Whether an item of this kind asks something of the authority, and so is owed an answer. Facts and arguments are not. */
export const asksForAnswer = (kind: string): boolean =>
  ['recommendation', 'proposal', 'position'].includes(kind);

export const FEEDBACK_KINDS = ['thanks', 'complaint', 'idea', 'question', 'experience'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/** Was the person heard? */
export const HEARD_EXPERIENCES = ['heard', 'partly', 'not'] as const;
export type HeardExperience = (typeof HEARD_EXPERIENCES)[number];

/** The option of a background question that says "I prefer not to say". A real answer, never a missing one. */
export const NOT_STATED = 'not-stated';

export const SUPPORT_NEEDS = [
  'interpretation',
  'accessibility',
  'transport',
  'care',
  'device',
  'diet',
  'other',
] as const;
export type SupportNeed = (typeof SUPPORT_NEEDS)[number];

export const CONTACT_METHODS = ['email', 'phone', 'post'] as const;
export type ContactMethod = (typeof CONTACT_METHODS)[number];

/**
 * What a form sends as `availability` of somebody who can attend none of the sessions. No id of a session, so that none can
 * be mistaken for it and no registration with it can be kept.
 */
export const NO_SESSION = '_none';
