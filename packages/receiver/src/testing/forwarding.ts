/** A receiver that forwards to a city of its own, with a clock that a test moves. */
import { afterEach, beforeEach } from 'node:test';

import type { FeedbackSubmission } from '@puntari/contracts';

import { forgetFeedback } from '../feedback/forget.js';
import type { Log } from '../http/log.js';
import { Forwarder, type ForwarderOptions } from '../open311/forwarder.js';
import { type OutboxItem, outboxItems } from '../open311/operator.js';
import { type Open311Settings, readSettings } from '../open311/settings.js';
import { City } from './city.js';
import { makeFolder } from './folder.js';
import { FEEDBACK, NOW } from './records.js';
import {
  FEEDBACK_URL,
  newKey,
  OPERATOR_TOKEN,
  postJson,
  receiptOf,
  startReceiver,
  type TestReceiver,
} from './receiver.js';

export const API_KEY = 'salainen avain/äö+1';
const CHANNEL_ID = 'palaute';
const MINUTE_MS = 60_000;

/** What a test changes in the settings of the channel. */
export type Changes = Readonly<Record<string, unknown>>;

/** The settings file, read as the receiver does. */
export function settingsOf(channel: Changes, env: Record<string, string> = {}): Open311Settings {
  const folder = makeFolder({
    'open311.json': JSON.stringify({ channels: { [CHANNEL_ID]: channel } }),
  });
  try {
    const path = `${folder.path}/open311.json`;
    const { settings, problems } = readSettings(path, { CITY_KEY: API_KEY, ...env });
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return settings;
  } finally {
    folder.remove();
  }
}

export class Forwarding {
  city = new City();
  readonly lines: Parameters<Log>[0][] = [];
  now = NOW;
  #receiver: TestReceiver | undefined;
  #forwarder: Forwarder | undefined;
  #settings: Open311Settings = new Map();

  get receiver(): TestReceiver {
    if (!this.#receiver) throw new Error('The receiver starts before each test');
    return this.#receiver;
  }

  get settings(): Open311Settings {
    return this.#settings;
  }

  async begin(changes: Changes = {}): Promise<void> {
    this.now = NOW;
    this.lines.length = 0;
    this.city = new City();
    this.city.now = () => this.now.getTime();
    await this.city.start();
    this.#settings = this.settingsWith(changes);
    this.#receiver = await startReceiver({
      open311: this.#settings,
      operatorToken: OPERATOR_TOKEN,
      now: () => this.now,
    });
    this.restart();
  }

  settingsWith(changes: Changes): Open311Settings {
    return settingsOf({
      endpoint: this.city.endpoint,
      jurisdiction: 'esimerkki.fi',
      apiKeyVariable: 'CITY_KEY',
      service: '180',
      lookUp: 'complete',
      // For a machine that is busy; where a city keeps silent, tests ask for less.
      timeoutSeconds: 10,
      ...changes,
    });
  }

  /** Forwards with other settings, as after a new start. What waits is kept. */
  restart(changes?: Changes, mediaUrlsOf?: ForwarderOptions['mediaUrlsOf']): void {
    if (changes) this.#settings = this.settingsWith(changes);
    this.#forwarder = new Forwarder({
      db: this.receiver.db,
      settings: this.#settings,
      now: () => this.now,
      log: (line) => this.lines.push(line),
      mediaUrlsOf,
    });
  }

  /** As when the receiver is told to end. */
  async stop(): Promise<void> {
    await this.#forwarder?.stop();
  }

  async end(): Promise<void> {
    await this.stop();
    await this.receiver.close();
    await this.city.stop();
  }

  /** Sends feedback to the receiver; its reference. */
  async give(changes: Partial<FeedbackSubmission> = {}, key = newKey()): Promise<string> {
    const body = { ...FEEDBACK, ...changes };
    const headers = { 'idempotency-key': key };
    return receiptOf(await postJson(this.receiver.app, FEEDBACK_URL, body, headers)).reference;
  }

  /** Deletes it here, as its writer or the end of retention does. */
  async forget(reference: string): Promise<void> {
    const { db } = this.receiver;
    const { id } = await db
      .selectFrom('feedback')
      .select('id')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();
    await forgetFeedback(db, id, this.now.toISOString());
  }

  step(): Promise<void> {
    if (!this.#forwarder) throw new Error('The forwarder starts before each test');
    return this.#forwarder.step();
  }

  /** Lets time pass, and what is due be done in it. */
  async pass(minutes: number, each = 1): Promise<void> {
    for (let passed = 0; passed < minutes; passed += each) {
      this.now = new Date(this.now.getTime() + each * MINUTE_MS);
      await this.step();
    }
  }

  items(): Promise<OutboxItem[]> {
    return outboxItems(this.receiver.db);
  }

  /** The only row. */
  async item(): Promise<OutboxItem> {
    const [item] = await this.items();
    if (!item) throw new Error('Nothing is forwarded');
    return item;
  }
}

/** Starts one before each test of the file, and ends it afterwards. */
export function withForwarding(changes: Changes = {}): Forwarding {
  const forwarding = new Forwarding();
  beforeEach(() => forwarding.begin(changes));
  afterEach(() => forwarding.end());
  return forwarding;
}
