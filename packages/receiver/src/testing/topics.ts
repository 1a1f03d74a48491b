/** A call for topics, and a receiver that has one. */
import { afterEach, beforeEach } from 'node:test';

import type { LightMyRequestResponse } from 'fastify';

import type { Topic, TopicProposal } from '@puntari/contracts';

import { contentOf } from '../content/content.js';
import { embedRenderer } from '../pages/embed-renderer.js';
import type { ServerOptions } from '../server.js';
import { CHANNEL, NOW, TOPIC } from './records.js';
import {
  fileOf,
  newKey,
  OPERATOR_TOKEN,
  postJson,
  receiptOf,
  startReceiver,
  type TestReceiver,
} from './receiver.js';

export const CALL = {
  schemaVersion: 1,
  version: '1',
  id: 'aiheet-2028',
  title: { fi: 'Ehdota aihetta', sv: 'Föreslå ett ämne' },
  year: 2028,
  asks: 'Mistä asukkaiden pitäisi keskustella?',
  opens: '2027-01-15T08:00:00+02:00',
  closes: '2027-02-15T16:00:00+02:00',
  chosenBy: { name: 'Kaupunginvaltuusto' },
  readBy: 'Osallisuustiimi',
  answerWithinDays: 10,
  answersAt: 'Aiheet julkaistaan kaupungin verkkosivuilla.',
  areas: [{ id: 'ranta', label: { fi: 'Ranta', sv: 'Stranden' } }],
  decisions: [
    {
      id: 'valaistus',
      title: 'Valaistusohjelma',
      body: { name: 'Tekninen lautakunta' },
      plannedOn: '2028-03-14',
    },
  ],
  contact: { name: 'Osallisuustiimi', phone: '09 123 456' },
  purpose: CHANNEL.purpose,
  privacy: {
    controller: 'Esimerkkikaupunki',
    purpose: 'Aiheiden kerääminen',
    legalBasis: 'Suostumus',
    retainUntil: '2028-12-31',
    noticeUrl: 'https://example.fi/tietosuoja',
    noticeVersion: '2027-01',
  },
};

/** A complete proposal to the call above. */
export const PROPOSAL: TopicProposal = {
  schemaVersion: 1,
  callId: CALL.id,
  lang: 'fi',
  title: 'Rantaraitin valaistus',
  question: 'Miten rantaraitti valaistaan niin, että luonto säästyy?',
  suitability: { reasons: ['hard-values'], text: 'Turvallisuus ja luonto ovat vastakkain.' },
  area: { ids: ['ranta'] },
  decision: { id: 'valaistus' },
  proposer: {
    kind: 'resident',
    name: 'Äijä Öhman',
    email: 'aija@example.fi',
    phone: '+358401234567',
  },
  nameMayBePublished: true,
  noticeVersion: '2027-01',
};

/** The same as a page without JavaScript posts it. */
export const PROPOSAL_FIELDS: readonly (readonly [string, string])[] = [
  ['lang', 'fi'],
  ['title', PROPOSAL.title],
  ['question', PROPOSAL.question],
  ['suitability/reasons', 'hard-values'],
  ['area/ids', 'ranta'],
  ['proposer/name', PROPOSAL.proposer.name],
  ['proposer/email', 'aija@example.fi'],
];

export const CALL_URL = `/api/topics/${CALL.id}`;
export const TOPIC_CONTENT = contentOf([fileOf('topic-calls', CALL), fileOf('topics', TOPIC)]);
export const AS_OPERATOR = { authorization: `Bearer ${OPERATOR_TOKEN}` };

/** What an office adds when it makes a topic of a proposal. */
export const CREATED = {
  kind: 'create',
  recordedBy: 'Aino Virkanen',
  topic: { summary: { fi: 'Rantaraitti on pimeä.' } },
};

/** One receiver for each test, and what people do with it. */
export class Topics {
  now = NOW;
  #receiver: TestReceiver | undefined;

  get receiver(): TestReceiver {
    if (!this.#receiver) throw new Error('The receiver starts before each test');
    return this.#receiver;
  }

  async start(options: Partial<ServerOptions> = {}): Promise<void> {
    await this.#receiver?.close();
    this.#receiver = await startReceiver({
      content: TOPIC_CONTENT,
      forms: embedRenderer,
      operatorToken: OPERATOR_TOKEN,
      now: () => this.now,
      ...options,
    });
  }

  async stop(): Promise<void> {
    this.now = NOW;
    await this.#receiver?.close();
    this.#receiver = undefined;
  }

  send(body: unknown = PROPOSAL, key = newKey(), url = CALL_URL): Promise<LightMyRequestResponse> {
    return postJson(this.receiver.app, url, body, { 'idempotency-key': key });
  }

  /** Proposes, and gives the reference. */
  async propose(changes: Partial<TopicProposal> = {}): Promise<string> {
    return receiptOf(await this.send({ ...PROPOSAL, ...changes })).reference;
  }

  record(
    topic: string,
    body: unknown,
    version = 0,
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> {
    return postJson(this.receiver.app, `/operator/topics/${topic}/entries`, body, {
      ...AS_OPERATOR,
      'if-match': `"${String(version)}"`,
      ...headers,
    });
  }

  /** What an office does with a proposal that becomes no topic. */
  settle(reference: string, body: object): Promise<LightMyRequestResponse> {
    const act = { by: 'Aino Virkanen', ...body };
    return postJson(this.receiver.app, `/operator/topics/proposals/${reference}`, act, AS_OPERATOR);
  }

  /** A topic that was made of a proposal. */
  async accept(id = 'rantaraitti', changes: Partial<TopicProposal> = {}): Promise<string> {
    const proposal = await this.propose(changes);
    await this.record(id, { ...CREATED, proposal });
    return proposal;
  }

  get(url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    return this.receiver.app.inject({ url, headers });
  }

  async published(id: string): Promise<Topic> {
    return (await this.get(`/topics/${id}.json`)).json();
  }

  /** Everything in every table that tells of those who propose, as text. */
  async everything(): Promise<string> {
    const tables = [
      'topicProposals',
      'topicProposalHistory',
      'topicProposalContacts',
      'topicEntries',
      'receipts',
      'sentKeys',
      'topicSupports',
    ] as const;
    const rows = await Promise.all(
      tables.map((table) => this.receiver.db.selectFrom(table).selectAll().execute()),
    );
    return JSON.stringify(rows);
  }
}

/** Starts a receiver before each test of the file, and closes it afterwards. */
export function withTopics(): Topics {
  const topics = new Topics();
  beforeEach(() => topics.start());
  afterEach(() => topics.stop());
  return topics;
}
