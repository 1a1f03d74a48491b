import type { Topic } from '@puntari/contracts';

/** How much a card tells. `compact` is for lists and sidebars. */
export const VARIANTS = ['compact'] as const;

/** The stages of preparation in their order. Written out: the vocabulary comes with the schemas, after the card. */
const STAGES = ['preparation', 'draft', 'decision'] as const;
/** Where deciding attaches, in the order in which it happens. */
const ATTACH_ORDER = ['start', 'during', 'after'];
/** As long as one of these holds, nobody has chosen yet and support can still tell them something. */
const SUPPORTABLE = ['proposed', 'checked', 'on-list'];

/** What the reason of a status is called: a "no" is owed a plain name. */
export function reasonName(status: string): 'notChosen' | 'statusReason' {
  return status === 'not-chosen' ? 'notChosen' : 'statusReason';
}

export interface DocumentLook {
  readonly level: number;
  readonly variant?: string | undefined;
  /** Whether it tells how many support the topic. */
  readonly isCounted?: boolean;
}

/** Equal as long as the card would say the same. A count that changes is written into the text that stands there. */
export function documentKey(
  { id, version }: Topic,
  lang: string,
  { level, variant = '', isCounted = false }: DocumentLook,
): string {
  return `${id}@${version}@${lang}@h${String(level)}@${variant}${isCounted ? '@counted' : ''}`;
}

export type StageState = 'past' | 'now' | 'coming';

/** Each stage of preparation with where the matter stands in it; empty where the stage is not known. */
export function stagesOf(
  stage: string | undefined,
): { readonly stage: (typeof STAGES)[number]; readonly state: StageState }[] {
  const now = (STAGES as readonly (string | undefined)[]).indexOf(stage);
  if (now === -1) return [];
  return STAGES.map((name, index) => ({
    stage: name,
    state: index < now ? 'past' : index === now ? 'now' : 'coming',
  }));
}

/** In the order of the work, with what is newer than this widget last. */
export function inAttachOrder(points: readonly string[] = []): string[] {
  const place = (point: string): number =>
    ATTACH_ORDER.includes(point) ? ATTACH_ORDER.indexOf(point) : ATTACH_ORDER.length;
  return points.toSorted((first, second) => place(first) - place(second));
}

/** The steps that the topic has taken, oldest first. */
export function historyOf({ history = [] }: Topic): NonNullable<Topic['history']> {
  return history.toSorted((first, second) => first.on.localeCompare(second.on));
}

/**
 * Whether the topic can still be supported. The receiver has the last word.
 *
 * @param now - In milliseconds since 1970.
 */
export function canBeSupported({ status, supportUntil }: Topic, now: number): boolean {
  if (!SUPPORTABLE.includes(status)) return false;
  return supportUntil === undefined || !(Date.parse(supportUntil) <= now);
}

/**
 * Whether the planned day of the decision is still to come.
 *
 * @param today - `2027-03-01`
 */
export function isDecisionComing({ decision }: Topic, today: string): boolean {
  return decision.plannedOn !== undefined && decision.plannedOn >= today;
}
