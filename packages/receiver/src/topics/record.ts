/** Recording what is done with a topic: the one way in for the route, the page and the command. */
import {
  type FieldError,
  type LocalizedText,
  type Topic,
  type TopicCall,
} from '@puntari/contracts';

import { type Content, TAKEN_IDS } from '../content/content.js';
import type { Db, Queryable } from '../database/database.js';
import { HttpProblem } from '../http/problem.js';
import { VersionChanged } from '../http/version-changed.js';
import { hashBody } from '../submissions/body.js';
import { applyChange, type Change, type Making, parseChange, topicErrors } from './change.js';
import { byOfficer, changeStatus, findProposal, type Proposal } from './proposal-store.js';
import { addEntry, entriesOf, type Entry, entryUnderKey } from './store.js';

/** A topic, and where it stands now. */
export interface TopicState {
  /** As it is now: recorded, or else that of the content folder. Nothing where there is none yet. */
  readonly topic: Topic | undefined;
  /** How many entries there are; what a change has to name. */
  readonly version: number;
  readonly entries: readonly Entry[];
  /** Whether the content folder says something else since the first entry, which nobody is shown. */
  readonly differsInContent: boolean;
}

/** As its author wrote it, with what the contracts do not know. */
export function authoredTopic(content: Content, id: string): Topic | undefined {
  const served = content.served.get(`/topics/${id}.json`);
  return served && (JSON.parse(served.body) as Topic);
}

export async function stateOfTopic(
  db: Queryable,
  content: Content,
  id: string,
): Promise<TopicState> {
  const entries = await entriesOf(db, id);
  const authored = authoredTopic(content, id);
  const known = [entries[0]?.before ?? undefined, entries.at(-1)?.after].map(hashBody);
  return {
    topic: entries.at(-1)?.after ?? authored,
    version: entries.length,
    entries,
    differsInContent:
      entries.length > 0 && authored !== undefined && !known.includes(hashBody(authored)),
  };
}

/** What somebody wants to record. */
export interface Attempt {
  readonly topicId: string;
  /** Any JSON. */
  readonly draft: unknown;
  /** Of the topic that they have seen. */
  readonly version: number;
  /** The same for a repeat, so that nothing is recorded twice. */
  readonly key: string;
  readonly now: Date;
}

export interface Recorded {
  readonly entry: Entry;
  /** Whether it was there already, from an earlier try. */
  readonly isRepeat: boolean;
}

function demandVersion(id: string, { version, entries }: TopicState, seen: number): void {
  if (seen === version) return;
  const last = entries.at(-1);
  const since = last ? ` The last change was recorded at ${last.recordedAt}.` : '';
  const what = `The topic "${id}" is at version ${String(version)}, and you have seen ${String(seen)}.${since}`;
  throw new VersionChanged(what, version);
}

/** @throws HttpProblem - When a topic is made that is there, or one is changed that is not. */
function demandPlace(id: string, { topic }: TopicState, { kind }: Change): void {
  if (kind === 'create' && id === TAKEN_IDS.topics) {
    const params = { expected: 'another id: this one is part of an address', received: `"${id}"` };
    throw new HttpProblem('invalid', { errors: [{ pointer: '/id', code: 'format', params }] });
  }
  if (kind === 'create' && topic) {
    const detail = `There is a topic "${id}" already. Choose another id, or merge the proposal into it.`;
    throw new HttpProblem('impossible-change', { detail });
  }
  if (kind !== 'create' && !topic) {
    throw new HttpProblem('not-found', { detail: `There is no topic "${id}"` });
  }
}

type Words = NonNullable<Proposal['words']>;

/** Where it is in the words of who proposed, which the list of areas does not have. */
export const ownPlaceOf = ({ area, lang }: Words): LocalizedText | undefined =>
  area?.text === undefined ? undefined : { [lang]: area.text };

/** What a proposal says of the topic that is made of it, in the language that it was written in. */
export function proposedFields(
  { words }: Proposal,
  call: TopicCall | undefined,
): Making['proposed'] {
  if (words === null) return undefined;
  const { lang, title, question, background, suitability, area, decision, proposer } = words;
  const text = (said: string): LocalizedText => ({ [lang]: said });
  const chosen = call?.decisions?.find(({ id }) => id === decision?.id);
  const areas = (call?.areas ?? []).filter(({ id }) => area?.ids?.includes(id));
  const ownPlace = ownPlaceOf(words);
  const places = [...areas.map(({ label }) => label), ...(ownPlace ? [ownPlace] : [])];
  return {
    title: text(title),
    question: text(question),
    ...(background === undefined ? {} : { background: text(background) }),
    suitability: {
      reasons: suitability.reasons,
      ...(suitability.text === undefined ? {} : { text: text(suitability.text) }),
    },
    ...(places.length === 0 ? {} : { area: places }),
    ...(call === undefined ? {} : { year: call.year }),
    ...(chosen?.body === undefined
      ? {}
      : {
          decision: {
            body: chosen.body,
            ...(chosen.plannedOn === undefined ? {} : { plannedOn: chosen.plannedOn }),
          },
        }),
    proposerKind: proposer.kind,
  };
}

/** A name is shown by consent of who bears it, and goes with it: so it is not written into what stays. */
function nameErrors(change: Change, isProposed: boolean): FieldError[] {
  if (change.kind !== 'create' && change.kind !== 'edit') return [];
  if (!isProposed || (change.topic.proposedBy ?? undefined) === undefined) return [];
  const expected = 'no name: that of who proposed is shown by their consent';
  return [{ pointer: '/topic/proposedBy', code: 'unknown', params: { expected } }];
}

async function isFromProposal(db: Queryable, topicId: string): Promise<boolean> {
  const row = await db
    .selectFrom('topicProposals')
    .select('id')
    .where('topicId', '=', topicId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes up the proposal that a change speaks of. */
async function takeUp(
  within: Queryable,
  change: Change,
  { topicId, now }: Attempt,
): Promise<Proposal | undefined> {
  if (change.kind !== 'create' && change.kind !== 'merge') return undefined;
  if (change.proposal === undefined) return undefined;
  const proposal = await findProposal(within, change.proposal);
  const { recordedBy, note: comment } = change;
  const by = byOfficer(recordedBy);
  const status = change.kind === 'create' ? 'checked' : 'merged';
  await changeStatus(within, proposal, { status, by, comment, topicId, now });
  return proposal;
}

const demandNone = (errors: readonly FieldError[]): void => {
  if (errors.length > 0) throw new HttpProblem('invalid', { errors });
};

/**
 * Records a change to a topic, all of it or nothing. Of two at once one is recorded, and the other is told.
 *
 * @throws HttpProblem - `not-found`, `version-changed`, `key-used`, `impossible-change`, or `invalid` with everything that
 *   is wrong.
 */
export function recordChange(db: Db, content: Content, attempt: Attempt): Promise<Recorded> {
  const { topicId, draft, key, now } = attempt;
  const bodyHash = hashBody(draft);
  return db.transaction().execute(async (within) => {
    const state = await stateOfTopic(within, content, topicId);
    const known = await entryUnderKey(within, { topicId, key });
    if (known) {
      // A repeat names the version that it saw, which is not the last any more: so keys go before versions.
      if (known.bodyHash === bodyHash) return { entry: known.entry, isRepeat: true };
      throw new HttpProblem('key-used');
    }
    const parsed = parseChange(draft);
    if ('errors' in parsed) throw new HttpProblem('invalid', { errors: parsed.errors });
    const change = parsed.output;
    demandPlace(topicId, state, change);
    demandVersion(topicId, state, attempt.version);
    const proposal = await takeUp(within, change, attempt);
    const isProposed = proposal !== undefined || (await isFromProposal(within, topicId));
    demandNone(nameErrors(change, isProposed));
    const proposed = proposal && proposedFields(proposal, content.calls.get(proposal.callId));
    const after = applyChange(state.topic, change, { id: topicId, now, proposed });
    demandNone(topicErrors(after, change));
    const entry = await addEntry(within, {
      topicId,
      version: state.version + 1,
      recordedAt: now.toISOString(),
      change,
      before: state.topic ?? null,
      after,
      key,
      bodyHash,
    });
    return { entry, isRepeat: false };
  });
}
