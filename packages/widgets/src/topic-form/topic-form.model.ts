/** What the topic form is, without a browser: how its call stands, which fields it has, in which order. */
import type { FieldError, ProposerKind, SuitabilityReason, TopicCall } from '@puntari/contracts';

/** How soon before the end a call counts as closing soon: three days, in milliseconds. */
const CLOSING_SOON = 3 * 24 * 60 * 60 * 1000;

/** Written out here: with the other vocabularies would come all of them, before anybody needs them. */
const KINDS: readonly ProposerKind[] = ['resident', 'group', 'councillor', 'unit'];
export const REASONS: readonly SuitabilityReason[] = ['hard-values', 'hard-compromise'];

/** Longest text where the call says nothing else, in characters (code points). */
const TEXT_MAX = 4000;

export type CallState = 'upcoming' | 'open' | 'closing-soon' | 'closed';
export type View = 'form' | 'check';

/**
 * How the call stands, by the receiver's word and clock where we have them.
 *
 * @param now - In milliseconds since 1970.
 */
export function stateNow(
  { opens, closes }: Pick<TopicCall, 'opens' | 'closes'>,
  now: number,
  isOpenByServer: boolean | undefined,
): CallState {
  const isBefore = now < Date.parse(opens);
  const left = Date.parse(closes) - now;
  const isOpen = isOpenByServer ?? (!isBefore && left > 0);
  if (!isOpen) return isBefore ? 'upcoming' : 'closed';
  // Where the receiver is more patient than the record, the day that the record names says nothing any more.
  return left > 0 && left <= CLOSING_SOON ? 'closing-soon' : 'open';
}

export const isTaking = (state: CallState): boolean => state === 'open' || state === 'closing-soon';

/** Who can say of themselves that they propose. One we have no word for could not be sent either. */
export function kindsOf({ proposers = ['resident'] }: TopicCall): ProposerKind[] {
  const known = proposers.filter((kind) => KINDS.includes(kind));
  return known.length > 0 ? known : ['resident'];
}

export const textMax = ({ limits }: TopicCall): number => limits?.textMax ?? TEXT_MAX;

/** The names of the fields, in their order on the page. */
export function fieldsOf(call: TopicCall): string[] {
  return [
    'title',
    'question',
    'background',
    'suitability/reasons',
    'suitability/text',
    ...(call.areas?.length ? ['area/ids'] : []),
    'area/text',
    ...(call.decisions?.length ? ['decision/id'] : []),
    'decision/text',
    ...(kindsOf(call).length > 1 ? ['proposer/kind'] : []),
    'proposer/name',
    'proposer/email',
    'proposer/phone',
    'nameMayBePublished',
  ];
}

/** Errors in the order of the page; those of no field here come last. */
export function inOrder(errors: readonly FieldError[], call: TopicCall): FieldError[] {
  const names = fieldsOf(call);
  const place = ({ pointer }: FieldError): number => {
    const index = names.indexOf(pointer.slice(1));
    return index === -1 ? names.length : index;
  };
  return errors.toSorted((a, b) => place(a) - place(b));
}
