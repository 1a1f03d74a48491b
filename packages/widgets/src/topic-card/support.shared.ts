/**
 * What the cards of one topic have in common on a page: it is one person who presses on any of them. It lives as long as
 * one of the cards is on the page; the next reader of a page that takes its cards away and shows new ones starts anew.
 */
export interface Shared<Card> {
  readonly cards: Set<Card>;
  key: string | undefined;
  /** Whether the receiver counts this person's support now. */
  isSupported: boolean;
  isSending: boolean;
  /** What the receiver said last; nothing where it has said nothing. */
  supporters: number | undefined;
}

const known = new Map<string, Shared<unknown>>();

/** Takes a card to the others of its topic; to `own` where there are no others. */
export function join<Card>(topicId: string, card: Card, own: Shared<Card>): Shared<Card> {
  const shared = (known.get(topicId) as Shared<Card> | undefined) ?? own;
  known.set(topicId, shared);
  shared.cards.add(card);
  return shared;
}

export function leave<Card>(topicId: string, card: Card, shared: Shared<Card>): void {
  shared.cards.delete(card);
  if (shared.cards.size === 0 && known.get(topicId) === shared) known.delete(topicId);
}
