/** Topics as they are served: those of the content folder and of the database, with who supports them and who may be named. */
import type { Topic, TopicList } from '@puntari/contracts';

import { type Content, hashOf, type ServedRecord, servedRecord } from '../content/content.js';
import type { Queryable } from '../database/database.js';
import { inEveryLanguage } from '../pages/words.js';
import { type Proposer, proposersByTopic } from './proposers.js';
import { authoredTopic } from './record.js';
import { recordedTopics } from './store.js';
import { supportsByTopic } from './supports.js';

const HASH_LENGTH = 8;

interface Found {
  readonly topic: Topic;
  /** Whether it is what its author wrote, byte for byte. */
  readonly isAuthored: boolean;
}

/** A record with something more in it is another version: pages keep what they show as long as it is the same. */
function withVersion(base: string, topic: Topic): Topic {
  const hash = hashOf(JSON.stringify(topic)).slice(0, HASH_LENGTH);
  return { ...topic, version: `${base}+${hash}` };
}

/** Those whom the topic names itself come first: a proposal that is merged into it takes nobody's place. */
function named(
  { proposedBy, proposerKind }: Topic,
  proposers: readonly Proposer[],
): Pick<Topic, 'proposedBy' | 'proposerKind'> {
  const names = proposers.map(({ name }) => name).join(', ');
  const by =
    proposedBy === undefined || typeof proposedBy === 'string'
      ? [proposedBy, names].filter(Boolean).join(', ')
      : Object.fromEntries(
          Object.entries(proposedBy).map(([lang, own]) => [lang, `${own}, ${names}`]),
        );
  // Nobody is shown in a role that is another's.
  const isShared = proposers.every(({ kind }) => kind === proposerKind);
  return { proposedBy: by, ...(isShared && proposerKind ? { proposerKind } : {}) };
}

function complete(
  topic: Topic,
  {
    supports,
    proposers,
    isRecorded,
  }: { supports: number; proposers: readonly Proposer[]; isRecorded: boolean },
): Found {
  if (!isRecorded && supports === 0 && proposers.length === 0) return { topic, isAuthored: true };
  const { proposedBy: _by, proposerKind: _kind, ...rest } = topic;
  const more = {
    ...(proposers.length === 0 ? topic : { ...rest, ...named(topic, proposers) }),
    ...(supports === 0 ? {} : { supporters: (topic.supporters ?? 0) + supports }),
  };
  return { topic: withVersion(topic.version, more), isAuthored: false };
}

/** All topics, or the one of an id. */
async function find(db: Queryable, content: Content, id?: string): Promise<Found[]> {
  const [recorded, supports, proposers] = await Promise.all([
    recordedTopics(db, id),
    supportsByTopic(db, id),
    proposersByTopic(db, id),
  ]);
  const byId = new Map(recorded.map((topic) => [topic.id, topic]));
  const ids = id === undefined ? [...content.topics.keys()] : [id];
  const authored = ids.flatMap((known) => authoredTopic(content, known) ?? []);
  const made = recorded.filter((topic) => !content.topics.has(topic.id));
  return [...authored.map((topic) => byId.get(topic.id) ?? topic), ...made].map((topic) =>
    complete(topic, {
      supports: supports.get(topic.id) ?? 0,
      proposers: proposers.get(topic.id) ?? [],
      isRecorded: byId.has(topic.id),
    }),
  );
}

/** All topics that everybody can read; of a year, where one is named. */
export async function publishedTopics(
  db: Queryable,
  content: Content,
  year?: number,
): Promise<Topic[]> {
  const found = await find(db, content);
  return found
    .map(({ topic }) => topic)
    .filter((topic) => year === undefined || topic.year === year);
}

/** One topic; nothing where there is none. */
export async function publishedTopic(
  db: Queryable,
  content: Content,
  id: string,
): Promise<Topic | undefined> {
  const [found] = await find(db, content, id);
  return found?.topic;
}

/** The record of a topic. One that nothing was added to is what its author wrote. */
export async function servedTopic(
  db: Queryable,
  content: Content,
  id: string,
): Promise<ServedRecord | undefined> {
  const [found] = await find(db, content, id);
  if (!found) return undefined;
  const authored = found.isAuthored ? content.served.get(`/topics/${id}.json`) : undefined;
  return authored ?? servedRecord(JSON.stringify(found.topic));
}

/** All topics as one record. */
export async function servedList(
  db: Queryable,
  content: Content,
  year?: number,
): Promise<ServedRecord> {
  const topics = await publishedTopics(db, content, year);
  const list: TopicList = {
    schemaVersion: 1,
    version: hashOf(JSON.stringify(topics)).slice(0, HASH_LENGTH),
    id: year === undefined ? 'topics' : `topics-${String(year)}`,
    title:
      year === undefined
        ? inEveryLanguage('topics.list')
        : inEveryLanguage('topics.listOf', { year: String(year) }),
    topics,
  };
  return servedRecord(JSON.stringify(list));
}
