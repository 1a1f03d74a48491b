/** What a volunteer's submission must be to be accepted. The widget checks each step with these rules, the receiver the whole. */
import { type Draft, normalizeInvitationCode } from './fields.js';
import { EMAIL, Findings, PHONE } from './findings.js';
import type { Panel } from './panel.js';
import { type FieldError, toPointer } from './problem.js';
import { submission, type Submission } from './submission.js';
import { listOf, objectOf } from './unknown.js';
import { NO_SESSION, NOT_STATED } from './vocabularies.js';

const FINNISH_POSTCODE = /^\d{5}$/;
const EARLIEST_BIRTH_YEAR = 1900;

/** How old a person turns in the year of the reference date: all that a birth year can tell. */
export function ageInYear(birthYear: number, referenceDate: string): number {
  return Number(referenceDate.slice(0, 4)) - birthYear;
}

function checkBirthYear(found: Findings, panel: Panel, birthYear: number | undefined): void {
  if (!found.need(birthYear, '/birthYear') || birthYear === undefined) return;
  const { minimumAge, maximumAge, referenceDate } = panel.registration;
  const latest = Number(referenceDate.slice(0, 4));
  if (!Number.isInteger(birthYear) || birthYear < EARLIEST_BIRTH_YEAR || birthYear > latest) {
    found.add('/birthYear', 'range', { min: EARLIEST_BIRTH_YEAR, max: latest });
    return;
  }
  const age = ageInYear(birthYear, referenceDate);
  if (age < minimumAge) found.add('/birthYear', 'tooYoung', { min: minimumAge });
  if (maximumAge !== undefined && age > maximumAge)
    found.add('/birthYear', 'tooOld', { max: maximumAge });
}

function checkEligibility(found: Findings, panel: Panel, draft: Draft<Submission>): void {
  if (panel.registration.mode === 'invited') {
    const code: unknown = draft.invitationCode;
    // As it is kept: of `---` nothing would be.
    const kept = typeof code === 'string' ? normalizeInvitationCode(code) : code;
    found.need(kept, '/invitationCode');
  }
  const { livesInArea, excluded } = objectOf(draft.eligibility);
  if (found.need(livesInArea, '/eligibility/livesInArea') && livesInArea === false) {
    found.add('/eligibility/livesInArea', 'notEligible');
  }
  if (
    panel.registration.excluded &&
    found.need(excluded, '/eligibility/excluded') &&
    excluded === true
  ) {
    found.add('/eligibility/excluded', 'notEligible');
  }
  checkBirthYear(found, panel, draft.birthYear);
}

function checkStrata(found: Findings, panel: Panel, draft: Draft<Submission>): void {
  const strata = objectOf(draft.strata);
  for (const question of panel.questions) {
    const pointer = toPointer(['strata', question.id]);
    const answer = Object.hasOwn(strata, question.id) ? strata[question.id] : undefined;
    if (!found.need(answer, pointer)) continue;
    const isOption = question.options.some((option) => option.code === answer);
    if (!isOption && !(question.declinable && answer === NOT_STATED)) found.add(pointer, 'unknown');
  }
  const asked = panel.questions.map((question) => question.id);
  if (Object.keys(strata).some((id) => !asked.includes(id))) found.add('/strata', 'unknown');
  const inOwnWords = panel.questions.filter((question) => question.ownWords).map(({ id }) => id);
  if (Object.keys(objectOf(draft.ownWords)).some((id) => !inOwnWords.includes(id))) {
    found.add('/ownWords', 'unknown');
  }
}

function checkAvailability(found: Findings, panel: Panel, draft: Draft<Submission>): void {
  const chosen = listOf(draft.availability);
  if (panel.sessions.length > 0) {
    if (chosen.length === 0) found.add('/availability', 'missing');
    // Also beside sessions, where no script kept them apart: which of the two is so, only the person knows.
    if (chosen.includes(NO_SESSION)) found.add('/availability', 'notEligible');
  }
  if (chosen.some((id) => !panel.sessions.some((session) => session.id === id))) {
    found.add('/availability', 'unknown');
  }
}

function checkContact(found: Findings, draft: Draft<Submission>): void {
  const { firstName, lastName, email, phone, preferred } = draft.contact ?? {};
  found.need(firstName, '/contact/firstName');
  found.need(lastName, '/contact/lastName');
  if (preferred === 'email') found.need(email, '/contact/email');
  found.format(email, EMAIL, '/contact/email');
  if (preferred === 'phone') found.need(phone, '/contact/phone');
  found.format(phone, PHONE, '/contact/phone');
  const isProtected = draft.address?.protected === true;
  // Nobody can write to an address that is not given.
  if (found.need(preferred, '/contact/preferred') && isProtected && preferred === 'post')
    found.add('/contact/preferred', 'needed');
  if (isProtected) return;
  found.need(draft.address?.line1, '/address/line1');
  if (found.need(draft.address?.postcode, '/address/postcode')) {
    found.format(draft.address?.postcode, FINNISH_POSTCODE, '/address/postcode');
  }
  found.need(draft.address?.city, '/address/city');
}

/** Where the panel offers no support, none is kept, whatever was sent. */
function checkSupport(found: Findings, panel: Panel, draft: Draft<Submission>): void {
  const offered: readonly unknown[] | undefined = panel.support?.needs;
  const chosen = listOf(objectOf(draft.support)['needs']);
  if (offered && chosen.some((need) => !offered.includes(need))) {
    found.add('/support/needs', 'unknown');
  }
}

/**
 * What is wrong with a volunteer's submission, in the order of the form; empty when it can be accepted.
 *
 * @param draft - The submission as far as it is filled in, from `submissionFromFields` or from JSON.
 */
export function checkSubmission(panel: Panel, draft: Draft<Submission>): FieldError[] {
  if (objectOf(draft) !== draft) return [{ pointer: '', code: 'format' }];
  const found = new Findings();
  checkEligibility(found, panel, draft);
  checkStrata(found, panel, draft);
  checkAvailability(found, panel, draft);
  checkSupport(found, panel, draft);
  checkContact(found, draft);
  if (objectOf(draft.consent)['process'] !== true) found.add('/consent/process', 'needed');
  if (draft.panelId !== panel.id) found.add('/panelId', 'unknown');
  found.shape(submission, draft);
  return found.errors;
}
