import { PARTICIPATION_LEVELS, type Topic } from '@puntari/contracts';

/** How much a card tells. `compact` is for lists and sidebars. */
export const VARIANTS = ['compact'] as const;

/** The five steps of participation, true up to the topic's own; empty for a level that is not known. */
export function levelSteps(level: number | undefined): boolean[] {
  if (!(PARTICIPATION_LEVELS as readonly unknown[]).includes(level)) return [];
  return PARTICIPATION_LEVELS.map((step) => step <= Number(level));
}

/** What the reason of a status is called: a "no" is owed a plain name. */
export function reasonName(status: string): 'notChosen' | 'statusReason' {
  return status === 'not-chosen' ? 'notChosen' : 'statusReason';
}

/** Equal as long as the card would say the same. */
export function documentKey(topic: Topic, lang: string, level: number, variant?: string): string {
  return `${topic.id}@${topic.version}@${lang}@h${String(level)}@${variant ?? ''}`;
}
