import type { FieldError } from './problem.js';

/** Whether what is wrong is not a mistake but means that this person cannot take part. */
export function isIneligible(error: FieldError): boolean {
  return ['notEligible', 'tooYoung', 'tooOld'].includes(error.code);
}
