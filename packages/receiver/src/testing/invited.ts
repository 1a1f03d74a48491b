/** A receiver for tests of codes of invitation. */
import { afterEach, beforeEach } from 'node:test';

import type { LightMyRequestResponse } from 'fastify';

import { contentOf } from '../content/content.js';
import { getSecret } from '../database/secret.js';
import { createCode } from '../invitations/codes.js';
import { addCodes } from '../invitations/invitations.js';
import { NOW, PANEL, SUBMISSION } from './records.js';
import {
  fileOf,
  newKey,
  PANEL_URL,
  postJson,
  startReceiver,
  type TestReceiver,
} from './receiver.js';

export const INVITED = { ...PANEL, registration: { ...PANEL.registration, mode: 'invited' } };
export const INVITATION_URL = `${PANEL_URL}/invitation`;
export const CITY = 'https://www.example.fi';

export const withCode = (invitationCode: string | undefined, changes: object = {}): object => ({
  ...SUBMISSION,
  ...changes,
  invitationCode,
});

/** One receiver for each test, with a panel by invitation and five codes. */
export class Invited {
  now = NOW;
  codes: readonly string[] = [];
  #receiver: TestReceiver | undefined;

  get receiver(): TestReceiver {
    if (!this.#receiver) throw new Error('The receiver starts before each test');
    return this.#receiver;
  }

  /** A receiver of the same kind; without codes. */
  start(options: object = {}): Promise<TestReceiver> {
    return startReceiver({
      content: contentOf([fileOf('panels', INVITED)]),
      origins: [CITY],
      now: () => this.now,
      ...options,
    });
  }

  async begin(): Promise<void> {
    this.now = NOW;
    this.#receiver = await this.start();
    this.codes = await this.add(5);
  }

  async add(count: number, expires: string | null = null): Promise<string[]> {
    const made = Array.from({ length: count }, createCode);
    const secret = await getSecret(this.receiver.db);
    const codes = made.map((code) => ({ code, expires }));
    await addCodes(this.receiver.db, { secret, panelId: PANEL.id, codes });
    return made;
  }

  post(
    code: string | undefined,
    key = newKey(),
    changes: object = {},
  ): Promise<LightMyRequestResponse> {
    const headers = { 'idempotency-key': key };
    return postJson(this.receiver.app, PANEL_URL, withCode(code, changes), headers);
  }

  ask(code: unknown, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    return this.receiver.app.inject({
      method: 'POST',
      url: INVITATION_URL,
      headers: { 'content-type': 'application/json', ...headers },
      payload: JSON.stringify({ code }),
    });
  }

  async stateOf(code: unknown, headers: Record<string, string> = {}): Promise<string> {
    return (await this.ask(code, headers)).json<{ state: string }>().state;
  }
}

/** Starts a receiver before each test of the file, and closes it afterwards. */
export function withInvited(): Invited {
  const invited = new Invited();
  beforeEach(() => invited.begin());
  afterEach(() => invited.receiver.close());
  return invited;
}
