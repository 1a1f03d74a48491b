/** A receiver for tests of what happens to a registration after it was sent. */
import { afterEach, beforeEach } from 'node:test';

import type { LightMyRequestResponse } from 'fastify';

import type { Registration } from '@puntari/contracts';

import { contentOf } from '../content/content.js';
import { NOW, PANEL, SUBMISSION } from './records.js';
import {
  fileOf,
  newKey,
  openPage,
  OPERATOR_TOKEN,
  PANEL_URL,
  postForm,
  postJson,
  receiptOf,
  startReceiver,
  type TestReceiver,
} from './receiver.js';

/** The panel of the tests, with a day on which it is drawn. */
export const DRAWN = {
  ...PANEL,
  registration: { ...PANEL.registration, drawnOn: '2027-02-20' },
};
export const BEFORE_DRAW = new Date('2027-02-19T21:59:00Z');
export const DAY_OF_DRAW = new Date('2027-02-19T22:00:00Z');

export const AS_OPERATOR = { authorization: `Bearer ${OPERATOR_TOKEN}` };

/** One receiver for each test, and what people do with it. */
export class Volunteers {
  now = NOW;
  #receiver: TestReceiver | undefined;

  get receiver(): TestReceiver {
    if (!this.#receiver) throw new Error('The receiver starts before each test');
    return this.#receiver;
  }

  async start(): Promise<void> {
    this.now = NOW;
    this.#receiver = await startReceiver({
      content: contentOf([fileOf('panels', DRAWN)]),
      operatorToken: OPERATOR_TOKEN,
      now: () => this.now,
    });
  }

  /** Signs up and gives the private link. */
  async signUp(body: unknown = SUBMISSION, key = newKey()): Promise<string> {
    return (await this.register(body, key)).manage;
  }

  /** Signs up and gives the private link and the reference. */
  async register(
    body: unknown = SUBMISSION,
    key = newKey(),
  ): Promise<{ manage: string; reference: string }> {
    const headers = { 'idempotency-key': key };
    const response = await postJson(this.receiver.app, PANEL_URL, body, headers);
    const { manage = '', reference } = receiptOf(response);
    return { manage, reference };
  }

  open(url: string): Promise<LightMyRequestResponse> {
    return openPage(this.receiver.app, url);
  }

  press(url: string): Promise<LightMyRequestResponse> {
    return postForm(this.receiver.app, url, []);
  }

  async exported(): Promise<Registration[]> {
    const response = await this.receiver.app.inject({
      url: '/api/export/panels/liikenne-2027/registrations.json',
      headers: AS_OPERATOR,
    });
    return response.json<{ items: Registration[] }>().items;
  }

  /** Everything in every table that tells of people, as text. */
  async everything(): Promise<string> {
    const tables = [
      'registrations',
      'registrationHistory',
      'registrationSupport',
      'receipts',
    ] as const;
    const rows = await Promise.all(
      tables.map((table) => this.receiver.db.selectFrom(table).selectAll().execute()),
    );
    return JSON.stringify(rows);
  }
}

/** Starts a receiver before each test of the file, and closes it afterwards. */
export function withVolunteers(): Volunteers {
  const volunteers = new Volunteers();
  beforeEach(() => volunteers.start());
  afterEach(() => volunteers.receiver.close());
  return volunteers;
}
