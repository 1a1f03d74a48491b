/** What a record owes before it is published, beyond its shape. In a module of its own: no widget needs it. */
import type { Purpose } from './common.js';
import { EMAIL } from './findings.js';
import { purposeGaps } from './purpose.js';
import { asksOfResidents, parseRecord, type RecordKind, type RecordProblem } from './records.js';
import { listOf, objectOf } from './unknown.js';
import { STATUSES_WITH_REASON } from './vocabularies.js';

type Data = Readonly<Record<string, unknown>>;

/** Enough of a wrong address to find it by. */
const MAX_RECEIVED = 80;

/** Ways to reach somebody; a name alone is none. */
const WAYS = ['phone', 'email', 'address', 'hours', 'url'] as const;

const missing = (pointer: string, expected: string): RecordProblem => ({
  pointer,
  expected,
  received: 'nothing',
});

function owedToResidents({ contact, purpose }: Data): RecordProblem[] {
  const gaps = purposeGaps(objectOf(purpose) as Purpose).map((gap) =>
    missing(`/purpose${gap}`, 'to be told to residents before publishing'),
  );
  const canBeReached = WAYS.some((way) => objectOf(contact)[way]);
  return canBeReached
    ? gaps
    : [missing('/contact', 'a way to reach somebody when a form fails'), ...gaps];
}

function owedByTopic({ status, statusReason }: Data): RecordProblem[] {
  return status === 'not-chosen' && !statusReason
    ? [missing('/statusReason', 'a reason why the topic was not chosen')]
    : [];
}

function reasonsOwed(items: readonly unknown[]): RecordProblem[] {
  return items.flatMap((item, index) => {
    const { status, reason } = objectOf(objectOf(item)['response']);
    const owesReason = (STATUSES_WITH_REASON as readonly unknown[]).includes(status);
    if (!owesReason || reason) return [];
    const pointer = `/items/${String(index)}/response/reason`;
    return [missing(pointer, `a reason, because the status is "${String(status)}"`)];
  });
}

/**
 * Addresses of those who tell more about an answer, checked like those that residents write. A widget shows such a record all
 * the same; whoever presses the address would write to nobody.
 */
function wrongAddresses(items: readonly unknown[]): RecordProblem[] {
  return items.flatMap((item, index) => {
    const { email } = objectOf(objectOf(objectOf(item)['response'])['contact']);
    if (typeof email !== 'string' || email === '' || EMAIL.test(email)) return [];
    const pointer = `/items/${String(index)}/response/contact/email`;
    const expected = 'an e-mail address such as "kirjaamo@example.fi"';
    return [{ pointer, expected, received: `"${email.slice(0, MAX_RECEIVED)}"` }];
  });
}

/** References that lead nowhere. A widget shows such a record all the same; its author still meant something else. */
function lostReferences({ themes, items, dissents }: Data): RecordProblem[] {
  const idsIn = (list: unknown): unknown[] => listOf(list).map((entry) => objectOf(entry)['id']);
  const lost = (id: unknown, ids: readonly unknown[], pointer: string, what: string) =>
    typeof id !== 'string' || ids.includes(id)
      ? []
      : [{ pointer, expected: `the id of one of the ${what}`, received: `"${id}"` }];
  const themeIds = idsIn(themes);
  const itemIds = idsIn(items);
  return [
    ...listOf(items).flatMap((item, index) =>
      lost(objectOf(item)['theme'], themeIds, `/items/${String(index)}/theme`, 'themes'),
    ),
    ...listOf(dissents).flatMap((dissent, index) =>
      listOf(objectOf(dissent)['itemIds']).flatMap((id, place) =>
        lost(id, itemIds, `/dissents/${String(index)}/itemIds/${String(place)}`, 'items'),
      ),
    ),
  ];
}

function owedBy(kind: RecordKind, data: Data): RecordProblem[] {
  return [
    ...(asksOfResidents(kind) ? owedToResidents(data) : []),
    ...(kind === 'topic' ? owedByTopic(data) : []),
    ...(kind === 'statement'
      ? [
          ...reasonsOwed(listOf(data['items'])),
          ...wrongAddresses(listOf(data['items'])),
          ...lostReferences(data),
        ]
      : []),
  ];
}

/**
 * Everything that keeps a record from being published, all at once: its shape, unknown codes, gaps in the purpose block,
 * answers that owe a reason or name an address that is none, references that lead nowhere. The receiver starts only when
 * this is empty for every record.
 */
export function publishingProblems(kind: RecordKind, data: unknown): RecordProblem[] {
  const { problems } = parseRecord(kind, data);
  if (objectOf(data) !== data) return [...problems];
  const told = new Set(problems.map(({ pointer }) => pointer));
  return [...problems, ...owedBy(kind, objectOf(data)).filter(({ pointer }) => !told.has(pointer))];
}
