import type { PanelProcess, ProcessStep } from '@puntari/contracts';

/** The five elements of deliberation, in their order. */
export const ELEMENTS = ['selection', 'experts', 'discussions', 'joint-statement', 'handover'];

/** Where an element stands on a day; `undated` where the record does not tell when it is. */
export type StepState = 'past' | 'now' | 'coming' | 'undated';

export interface Step {
  readonly step: Partial<ProcessStep> & Pick<ProcessStep, 'element'>;
  readonly state: StepState;
  /** Whether this is where the panel is; of several that go on, the first. */
  readonly isCurrent: boolean;
}

/** @param today - `2027-03-01`; both the first and the last day belong to the element. */
export function stateOf(
  { from, to }: Pick<Partial<ProcessStep>, 'from' | 'to'>,
  today: string,
): StepState {
  const last = to ?? from;
  if (last === undefined) return 'undated';
  if (last < today) return 'past';
  // A last day alone says by when, not since when.
  return (from ?? last) <= today ? 'now' : 'coming';
}

const placeOf = (element: string): number => {
  const place = ELEMENTS.indexOf(element);
  return place < 0 ? ELEMENTS.length : place;
};

/**
 * The elements in their order, whatever the order of the record; one that it does not name is there without a date, one
 * newer than this widget comes last. Empty for a record that tells of none.
 */
export function stepsOf({ process = [] }: PanelProcess, today: string): Step[] {
  if (process.length === 0) return [];
  const named = new Set<string>(process.map(({ element }) => element));
  const missing = ELEMENTS.filter((element) => !named.has(element)) as ProcessStep['element'][];
  const all: Step['step'][] = [...process, ...missing.map((element) => ({ element }))];
  const steps = all
    .sort((first, second) => placeOf(first.element) - placeOf(second.element))
    .map((step) => ({ step, state: stateOf(step, today) }));
  const current = steps.findIndex(({ state }) => state === 'now');
  return steps.map((step, place) => ({ ...step, isCurrent: place === current }));
}

/** Equal as long as the text would be the same; another day may be another text. */
export function documentKey(
  record: PanelProcess,
  lang: string,
  level: number,
  today: string,
): string {
  const states = stepsOf(record, today).map(({ state }) => state[0]);
  return `${record.id}@${record.version}@${lang}@h${String(level)}@${states.join('')}`;
}
