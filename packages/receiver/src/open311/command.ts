/** What an operator asks and decides about forwarding, on the machine of the receiver. */
import {
  type Command,
  CommandError,
  demandNoMore,
  demandOwn,
  misspelled,
  readOptions,
  type Surroundings,
} from '../command/command.js';
import { CityClient } from './client.js';
import {
  expectedChannel,
  isState,
  markSent,
  NotDecidable,
  outboxCounts,
  type OutboxFilter,
  type OutboxItem,
  outboxItems,
  sendAgain,
  sendGivenUp,
} from './operator.js';
import { STATES } from './outbox.js';
import type { CityAttribute } from './services.js';
import type { CitySettings } from './settings.js';

export const OPEN311_USAGE = `  open311 status
  open311 list [--state uncertain] [--channel <channel>]
  open311 retry <reference> | --given-up
  open311 sent <reference> [--request <id at the city>]
  open311 services --channel <channel>`;

async function showStatus({ db, open311, out }: Surroundings): Promise<void> {
  const configured = open311 ?? new Map<string, CitySettings>();
  for (const { channelId, states } of await outboxCounts(db, configured.keys())) {
    const counts = STATES.map((state) => `${state} ${String(states[state])}`);
    const note = configured.has(channelId) ? '' : '  (has no settings any more)';
    out(`${channelId}  ${counts.join('  ')}${note}\n`);
  }
}

const lineOf = (item: OutboxItem): string =>
  [
    item.reference,
    item.channelId,
    item.state,
    `tries ${String(item.tries)}`,
    ...(item.requestId === undefined ? [] : [`request ${item.requestId}`]),
    ...(item.status === undefined ? [] : [`city: ${item.status}`]),
    ...(item.isOutdated ? ['changed after it was sent'] : []),
    ...(item.isDeleted ? ['deleted here'] : []),
    ...(item.isCut ? ['sent without its end'] : []),
    ...(item.nextAt === undefined ? [] : [`next ${item.nextAt}`]),
    ...(item.error === undefined ? [] : [item.error]),
  ].join('  ');

async function showList(
  filter: OutboxFilter,
  { db, open311, out, say }: Surroundings,
): Promise<void> {
  const counts = await outboxCounts(db, open311?.keys() ?? []);
  const expected = expectedChannel(counts, filter.channelId);
  if (expected !== undefined) {
    throw new CommandError(`--channel: expected ${expected}, received "${filter.channelId ?? ''}"`);
  }
  const items = await outboxItems(db, filter);
  for (const item of items) out(`${lineOf(item)}\n`);
  if (items.length === 0) say('There is none.');
}

/** A decision, with the reason when it cannot be made. */
async function decided<T>(decision: Promise<T>): Promise<T> {
  try {
    return await decision;
  } catch (error) {
    throw error instanceof NotDecidable ? new CommandError(error.message) : error;
  }
}

const attributeLine = ({ code, description, datatype, isRequired }: CityAttribute): string =>
  `  attribute "${code}"${isRequired ? ', required' : ''}: ${description ?? ''} (${datatype ?? 'string'})`;

/** Prints what a channel record takes as its `services`; what the city asks besides is said. */
async function showServices(
  channelId: string,
  { open311, now, out, say }: Surroundings,
): Promise<void> {
  const city = open311?.get(channelId);
  if (!city) {
    const ids = [...(open311?.keys() ?? [])].join(', ') || 'a channel in the file OPEN311';
    throw new CommandError(`--channel: expected ${ids}, received "${channelId}"`);
  }
  const client = new CityClient(city, now);
  try {
    const services = await client.services();
    const records = services.map(({ hasAttributes: _asks, ...service }) => service);
    out(`${JSON.stringify(records, null, 2)}\n`);
    for (const { code, hasAttributes } of services) {
      const attributes = hasAttributes ? await client.attributesOf(code) : [];
      if (attributes.length > 0)
        say([`${code} asks more:`, ...attributes.map(attributeLine)].join('\n'));
    }
  } catch (error) {
    throw new CommandError(`${city.endpoint.href}: ${error instanceof Error ? error.message : ''}`);
  }
}

function readList({ state, channel }: { state?: string; channel?: string }): Command {
  if (state !== undefined && !isState(state))
    throw misspelled('--state', `one of ${STATES.join(', ')}`, `"${state}"`);
  return (surroundings) => showList({ state, channelId: channel }, surroundings);
}

function readRetry(reference: string | undefined, isGivenUp: boolean): Command {
  if ((reference === undefined) !== isGivenUp)
    throw misspelled('open311 retry', 'the reference of a receipt, or --given-up');
  return async ({ db, now, say }) => {
    if (reference === undefined) say(`Sends again: ${String(await sendGivenUp(db, now()))}`);
    else say(`Sends again: ${await decided(sendAgain(db, reference, now()))}`);
  };
}

function readSent(reference: string | undefined, requestId: string | undefined): Command {
  if (reference === undefined) throw misspelled('<reference>', 'the reference of a receipt');
  return async ({ db, now, say }) => {
    const found = await decided(markSent(db, reference, { requestId, now: now() }));
    say(`Taken for sent: ${found}`);
  };
}

/** The options that each has a use for. */
const OWN: Readonly<Partial<Record<string, readonly string[]>>> = {
  status: [],
  list: ['state', 'channel'],
  retry: ['given-up'],
  sent: ['request'],
  services: ['channel'],
};

/** @throws CommandError - With what is wrong. */
export function readOpen311(args: readonly string[]): Command {
  const { texts, flags, words } = readOptions(args, ['state', 'channel', 'request'], ['given-up']);
  const [name, reference] = words;
  demandNoMore(words, name === 'retry' || name === 'sent' ? 2 : 1);
  const own = OWN[name ?? ''];
  if (own) demandOwn({ ...texts, ...flags }, own);
  if (name === 'status') return showStatus;
  if (name === 'list') return readList(texts);
  if (name === 'retry') return readRetry(reference, flags['given-up'] === true);
  if (name === 'sent') return readSent(reference, texts.request);
  if (name !== 'services') {
    const names = '"status", "list", "retry", "sent" or "services"';
    throw misspelled('The command', names, name === undefined ? undefined : `"${name}"`);
  }
  const { channel } = texts;
  if (channel === undefined) throw misspelled('--channel', 'the id of a channel');
  return (surroundings) => showServices(channel, surroundings);
}
