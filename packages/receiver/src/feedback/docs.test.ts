import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';

import { readCommand } from '../command/commands.js';
import { giveFeedback, recordOn } from '../testing/feedback.js';
import { OPERATOR_TOKEN, startReceiver, type TestReceiver } from '../testing/receiver.js';

const read = (name: string): string =>
  readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8');

let receiver: TestReceiver;

beforeEach(async () => {
  receiver = await startReceiver({ operatorToken: OPERATOR_TOKEN });
});

afterEach(() => receiver.close());

describe('what the documents say of handling feedback', () => {
  it('can be recorded as it stands there', async () => {
    const [, json = ''] = /-d '(\{\s*"kind": "outcome"[^']*\})'/.exec(read('http.md')) ?? [];
    const { reference } = await giveFeedback(receiver.app);
    const response = await recordOn(receiver.app, reference, JSON.parse(json));
    assert.equal(response.statusCode, 201, response.body);
  });

  it('is a command that exists, with options that exist', () => {
    const lines = read('receiver.md').matchAll(/^node \S+main\.js (feedback .*)$/gm);
    const commands = [...lines].map(([, line = '']) =>
      [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain = '']) => quoted ?? plain),
    );
    assert.ok(commands.length >= 5);
    for (const args of commands) assert.equal(typeof readCommand(args), 'function');
  });
});
