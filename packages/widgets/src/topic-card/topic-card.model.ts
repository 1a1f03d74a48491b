import type { Topic } from '@puntari/contracts';

/** How much a card tells. `compact` is for lists and sidebars. */
export const VARIANTS = ['compact'] as const;

/** What the reason of a status is called: a "no" is owed a plain name. */
export function reasonName(status: string): 'notChosen' | 'statusReason' {
  return status === 'not-chosen' ? 'notChosen' : 'statusReason';
}

/** Equal as long as the card would say the same. */
export function documentKey(topic: Topic, lang: string, level: number, variant?: string): string {
  return `${topic.id}@${topic.version}@${lang}@h${String(level)}@${variant ?? ''}`;
}
