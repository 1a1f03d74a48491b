/** Topics as they are served: those of the content folder and of the database, with who supports them and who may be named. */
import type { Topic, TopicList } from '@puntari/contracts';

import { type Content, hashOf, type ServedRecord, servedRecord } from '../content/content.js';
import type { Queryable } from '../database/database.js';
import { inEveryLanguage } from '../pages/words.js';
import { namesByTopic } from './proposal-store.js';
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

function complete(
  topic: Topic,
  {
    supports,
    names,
    isRecorded,
  }: { supports: number; names: readonly string[]; isRecorded: boolean },
): Found {
  if (!isRecorded && supports === 0 && names.length === 0) return { topic, isAuthored: true };
  const more = {
    ...topic,
    ...(supports === 0 ? {} : { supporters: (topic.supporters ?? 0) + supports }),
    ...(names.length === 0 ? {} : { proposedBy: names.join(', ') }),
  };
  return { topic: withVersion(topic.version, more), isAuthored: false };
}

/** All topics, or the one of an id. */
async function find(db: Queryable, content: Content, id?: string): Promise<Found[]> {
  const [recorded, supports, names] = await Promise.all([
    recordedTopics(db, id),
    supportsByTopic(db, id),
    namesByTopic(db, id),
  ]);
  const byId = new Map(recorded.map((topic) => [topic.id, topic]));
  const ids = id === undefined ? [...content.topics.keys()] : [id];
  const authored = ids.flatMap((known) => authoredTopic(content, known) ?? []);
  const made = recorded.filter((topic) => !content.topics.has(topic.id));
  return [...authored.map((topic) => byId.get(topic.id) ?? topic), ...made].map((topic) =>
    complete(topic, {
      supports: supports.get(topic.id) ?? 0,
      names: names.get(topic.id) ?? [],
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
