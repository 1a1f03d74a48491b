import * as v from 'valibot';

import { contact, instant, isoDate } from './common.js';
import { localizedText } from './text-schema.js';

/**
 * Proof that something arrived. Texts keep all their languages, so that a receipt follows a switch of language.
 */
export const receipt = v.object({
  /** Short, and can be read aloud: `K7M-4PX`. */
  reference: v.pipe(v.string(), v.nonEmpty()),
  receivedAt: instant,
  /** Who reads it. */
  readBy: localizedText,
  /** By when it is answered, or the person hears. */
  answerBy: v.optional(isoDate),
  /** Where the answer appears. */
  answerAt: v.optional(localizedText),
  /** How to take it back. */
  withdraw: v.optional(localizedText),
  /**
   * Address of the page on which the person sees, corrects and withdraws what was sent; whoever has it can. Relative to the
   * address that the form was sent to.
   */
  manage: v.optional(v.pipe(v.string(), v.nonEmpty())),
  contact: v.optional(contact),
  /** Set when an earlier submission with the same key was replaced. */
  replaced: v.optional(v.boolean()),
});
export type Receipt = v.InferOutput<typeof receipt>;

/** What `GET {action}` tells before a form is sent. */
export const formStatus = v.object({
  open: v.boolean(),
  now: instant,
  token: v.optional(v.string()),
  limits: v.optional(v.record(v.string(), v.number())),
});
export type FormStatus = v.InferOutput<typeof formStatus>;
