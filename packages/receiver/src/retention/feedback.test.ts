import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';

import { readCommand } from '../command/commands.js';
import { contentOf } from '../content/content.js';
import { giveFeedback } from '../testing/feedback.js';
import {
  CONTENT_FILES,
  FEEDBACK_URL,
  postForm,
  postJson,
  problemOf,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import { FEEDBACK, NOW } from '../testing/records.js';

/** The day that the channel promises, as it begins in Finland. */
const THE_DAY = new Date('2028-12-30T22:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;

let receiver: TestReceiver;
let now: Date;
let logged: object[];

async function start(db?: TestReceiver['db']): Promise<void> {
  receiver = await startReceiver({
    ...(db ? { db } : {}),
    now: () => now,
    log: (line) => logged.push(line),
  });
}

beforeEach(async () => {
  mock.timers.enable({ apis: ['setInterval'] });
  now = NOW;
  logged = [];
  await start();
});

afterEach(async () => {
  await receiver.close();
  mock.timers.reset();
});

const words = async (): Promise<string> =>
  JSON.stringify([
    await receiver.db.selectFrom('feedback').select('submission').execute(),
    await receiver.db.selectFrom('feedbackContacts').selectAll().execute(),
  ]);

async function purgeByHand(...args: readonly string[]): Promise<string[]> {
  const said: string[] = [];
  await readCommand(['purge', ...args])?.({
    content: contentOf(CONTENT_FILES),
    db: receiver.db,
    now: () => now,
    out: () => undefined,
    say: (line) => said.push(line),
  });
  return said;
}

describe('the day until which feedback may be kept', () => {
  it('leaves words before it, and none from its beginning on', async () => {
    await giveFeedback(receiver.app);
    now = new Date(THE_DAY.getTime() - 1);
    mock.timers.tick(DAY_MS);
    assert.deepEqual(await purgeByHand(), ['Nothing has to be deleted.']);
    assert.match(await words(), /Lisää penkkejä/);
    now = THE_DAY;
    assert.deepEqual(await purgeByHand('--dry-run'), [
      'palaute: the words of 1 feedback would be deleted, promised by 2028-12-31',
    ]);
    assert.match(await words(), /Lisää penkkejä/);
    assert.deepEqual(await purgeByHand(), [
      'palaute: the words of 1 feedback deleted, promised by 2028-12-31',
    ]);
    assert.doesNotMatch(await words(), /penkkejä|aija/i);
    assert.match(await words(), /"kind\\":\\"idea/);
    assert.deepEqual(await purgeByHand(), ['Nothing has to be deleted.']);
  });

  it('is the first on which none is taken, since it would be deleted unread', async () => {
    now = new Date(THE_DAY.getTime() - 1);
    assert.equal((await postJson(receiver.app, FEEDBACK_URL, FEEDBACK)).statusCode, 201);
    now = THE_DAY;
    const refused = await postJson(receiver.app, FEEDBACK_URL, FEEDBACK);
    assert.equal(refused.statusCode, 409);
    assert.equal(problemOf(refused).code, 'closed');
    const asked = await receiver.app.inject({ url: FEEDBACK_URL });
    assert.equal(asked.json<{ open: boolean }>().open, false);
    const fields = [['text', 'Lisää penkkejä pysäkeille.']] as const;
    const page = await postForm(receiver.app, FEEDBACK_URL, fields);
    assert.equal(page.statusCode, 409);
    assert.match(page.body, /Palautetta ei voi enää antaa.*09 123 456/s);
    assert.equal(await receiver.count('feedback'), 1);
  });

  it('is kept by the receiver itself, which says how many', async () => {
    await giveFeedback(receiver.app);
    now = THE_DAY;
    mock.timers.tick(DAY_MS);
    while (!logged.some((line) => 'forgotten' in line)) await new Promise(setImmediate);
    assert.deepEqual(
      logged.find((line) => 'forgotten' in line),
      { forgotten: 1 },
    );
    assert.doesNotMatch(await words(), /penkkejä/);
    assert.equal(await receiver.count('feedback'), 1);
  });
});
