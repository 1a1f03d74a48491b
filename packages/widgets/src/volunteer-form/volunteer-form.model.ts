/** What the volunteer form is, without a browser: its steps, which field stands where, what an answer is called. */
import {
  type FieldError,
  type FieldValues,
  isIneligible,
  NOT_STATED,
  type Panel,
  panelState,
  type PanelState,
} from '@puntari/contracts';

export const STEPS = [
  'eligibility',
  'background',
  'taking-part',
  'contact',
  'consent',
  'check',
] as const;
export type Step = (typeof STEPS)[number];

/** What the form shows: the first page, a step, or a page that ends it. */
export type View = 'start' | Step | 'ineligible';

const CONTACT_FIELDS = [
  'contact/firstName',
  'contact/lastName',
  'address/protected',
  'address/line1',
  'address/postcode',
  'address/city',
  'contact/email',
  'contact/phone',
  'contact/preferred',
  'helper/name',
] as const;

/** What is not asked of somebody whose address is protected. */
const ADDRESS_FIELDS: readonly string[] = ['address/line1', 'address/postcode', 'address/city'];

export const isProtected = (values: FieldValues): boolean =>
  String(values['address/protected'] ?? '') === 'true';

/** The answers without an address that is protected: it is not asked any more, and kept nowhere. */
export const withoutUnasked = (values: FieldValues): FieldValues =>
  isProtected(values)
    ? Object.fromEntries(Object.entries(values).filter(([name]) => !ADDRESS_FIELDS.includes(name)))
    : values;

/** The names of the fields of a step to which there is an answer to show, or to mend: asides that were not used are none. */
export function shownFieldsOf(step: Step, panel: Panel, values: FieldValues): string[] {
  const without = isProtected(values) ? ADDRESS_FIELDS : ['address/protected'];
  return fieldsOf(step, panel).filter(
    (name) =>
      !without.includes(name) && !(name === 'helper/name' && String(values[name] ?? '') === ''),
  );
}

/** The names of the fields of a step, in their order on the page. */
export function fieldsOf(step: Step, panel: Panel): string[] {
  const { registration, questions, sessions, support } = panel;
  switch (step) {
    case 'eligibility':
      return [
        ...(registration.mode === 'invited' ? ['invitationCode'] : []),
        'eligibility/livesInArea',
        ...(registration.excluded ? ['eligibility/excluded'] : []),
        'birthYear',
      ];
    case 'background':
      return questions.flatMap(({ id, ownWords }) => [
        `strata/${id}`,
        ...(ownWords ? [`ownWords/${id}`] : []),
      ]);
    case 'taking-part':
      return [
        ...(sessions.length > 0 ? ['availability'] : []),
        ...(support ? ['support/needs', 'support/note'] : []),
      ];
    case 'contact':
      return [...CONTACT_FIELDS];
    case 'consent':
      return ['consent/process', 'consent/contactAgain'];
    case 'check':
      return [];
  }
}

/** The steps of this panel: one without questions is left out, so that "step n of m" tells the truth. */
export function stepsOf(panel: Panel): Step[] {
  return STEPS.filter((step) => step === 'check' || fieldsOf(step, panel).length > 0);
}

/** The step a field stands on; the first one for a field the form does not have. */
export function stepOf(name: string, panel: Panel): Step {
  return stepsOf(panel).find((step) => fieldsOf(step, panel).includes(name)) ?? 'eligibility';
}

/** Whether the form has a field of that name. */
export function isAsked(name: string, panel: Panel): boolean {
  return stepsOf(panel).some((step) => fieldsOf(step, panel).includes(name));
}

/** The view that somebody comes back to without the answers of these fields: the first that asks for one of them. */
export function firstOf(view: View, names: readonly string[], panel: Panel): View {
  const steps: readonly View[] = stepsOf(panel);
  const places = [view, ...names.map((name) => stepOf(name, panel))];
  return steps.find((step) => places.includes(step)) ?? view;
}

const nameOfError = ({ pointer }: FieldError): string => pointer.slice(1);

/** The errors that belong to a step's fields, in the order of the page. */
export function errorsOf(step: Step, panel: Panel, errors: readonly FieldError[]): FieldError[] {
  const names = fieldsOf(step, panel);
  return errors
    .filter((error) => names.includes(nameOfError(error)))
    .sort((a, b) => names.indexOf(nameOfError(a)) - names.indexOf(nameOfError(b)));
}

/**
 * What Continue leads to. Someone who cannot take part is thanked on a page of their own; that is no mistake of theirs.
 *
 * @param errors - All errors of the submission as it is now.
 * @param isChanging - Whether the person came to this step by Change and returns to the answers.
 */
export function afterContinue(
  step: Step,
  panel: Panel,
  errors: readonly FieldError[],
  isChanging: boolean,
):
  | { readonly view: View; readonly reasons?: readonly FieldError[] }
  | { readonly errors: readonly FieldError[] } {
  const mine = errorsOf(step, panel, errors);
  const mistakes = mine.filter((error) => !isIneligible(error));
  if (mistakes.length > 0) return { errors: mistakes };
  if (mine.length > 0) return { view: 'ineligible', reasons: mine };
  const steps = stepsOf(panel);
  const next = steps[steps.indexOf(step) + 1] ?? 'check';
  return { view: isChanging ? 'check' : next };
}

/** What Back leads to. */
export function beforeStep(step: Step, panel: Panel): View {
  const steps = stepsOf(panel);
  return steps[steps.indexOf(step) - 1] ?? 'start';
}

/** Whether a kept place is one that this panel's form has. */
export function isView(place: string, panel: Panel): place is View {
  return ['start', 'ineligible', ...stepsOf(panel)].includes(place);
}

/**
 * How the panel stands, by the server's word and clock where we have them.
 *
 * @param status - What the receiver said, and when we asked, in milliseconds since 1970.
 */
export function stateNow(
  panel: Panel,
  now: number,
  isOpenByServer: boolean | undefined,
): PanelState {
  const state = panelState(panel, now);
  // The organizer's word; a receiver that has not heard of it yet does not take it back.
  if (panel.status) return panel.status;
  const isOpenHere = state === 'open' || state === 'closing-soon';
  if (isOpenByServer === undefined || isOpenByServer === isOpenHere) return state;
  if (isOpenByServer) return 'open';
  return now < Date.parse(panel.registration.opens) ? 'upcoming' : 'closed';
}

/** The choices of a background question, the one that declines last. */
export function codesOf({ options, declinable }: Panel['questions'][number]): string[] {
  return [...options.map(({ code }) => code), ...(declinable ? [NOT_STATED] : [])];
}
