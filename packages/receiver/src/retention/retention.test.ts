import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';

import { readCommand } from '../command/commands.js';
import { type Content, contentOf } from '../content/content.js';
import { openDatabase } from '../database/database.js';
import type { Tables } from '../database/schema.js';
import type { Log } from '../http/log.js';
import { addCodes } from '../invitations/invitations.js';
import { makeFolder, type TestFolder } from '../testing/folder.js';
import { CHANNEL, FEEDBACK, FIELDS, NOW, PANEL, SUBMISSION } from '../testing/records.js';
import {
  CONTENT_FILES,
  FEEDBACK_URL,
  fileOf,
  openPage,
  PANEL_URL,
  postForm,
  postJson,
  receiptOf,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';

const OTHER = { ...PANEL, id: 'toinen', privacy: { ...PANEL.privacy, retainUntil: '2030-01-31' } };
const OTHER_URL = '/api/panels/toinen/registrations';
/** Of feedback it is told in feedback.test.ts. */
const CHANNEL_KEPT = { ...CHANNEL, privacy: { ...CHANNEL.privacy, retainUntil: '2030-01-31' } };
const content = contentOf([
  ...CONTENT_FILES.filter(({ folder: name }) => name !== 'feedback'),
  fileOf('feedback', CHANNEL_KEPT),
  fileOf('panels', OTHER),
]);

/** The promise is 31 December 2028, which begins at ten in the evening of UTC. */
const BEFORE = new Date('2028-12-30T21:59:59Z');
const THE_DAY = new Date('2028-12-30T22:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;

let folder: TestFolder;
let now = NOW;
let lines: Parameters<Log>[0][] = [];

beforeEach(() => {
  folder = makeFolder();
  now = NOW;
  lines = [];
});

afterEach(() => {
  folder.remove();
});

const path = (): string => join(folder.path, 'puntari.db');

const start = async (known: Content = content): Promise<TestReceiver> =>
  startReceiver({
    db: await openDatabase(path()),
    content: known,
    now: () => now,
    log: (line) => lines.push(line),
  });

/** Two in the panel whose day comes, one of them corrected, and one in another. */
async function fill({ app }: TestReceiver): Promise<string> {
  const { manage = '' } = receiptOf(await postJson(app, PANEL_URL, SUBMISSION));
  await postForm(app, manage);
  await postForm(app, PANEL_URL, [...FIELDS, ['contact/phone', '0401234567']]);
  const contact = { ...SUBMISSION.contact, lastName: 'Muu' };
  await postJson(app, OTHER_URL, { ...SUBMISSION, panelId: 'toinen', contact });
  await postJson(app, FEEDBACK_URL, FEEDBACK);
  return manage;
}

/** Lets others do what they have begun, until something is so or it has had time enough. */
async function turns(isDone: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !isDone(); turn += 1) await new Promise(setImmediate);
}

const purged = (): number[] => lines.flatMap((line) => ('purged' in line ? [line.purged] : []));

const TABLES = ['registrations', 'registrationSupport', 'registrationHistory'] as const;
const counts = (of: TestReceiver, names: readonly (keyof Tables)[] = TABLES): Promise<number[]> =>
  Promise.all(names.map((name) => of.count(name)));

describe('a receiver that starts', () => {
  it('keeps everything until the day that was promised', async () => {
    const first = await start();
    await fill(first);
    await first.close();
    now = BEFORE;
    const later = await start();
    assert.deepEqual(await counts(later), [3, 4, 4]);
    assert.deepEqual(purged(), []);
    await later.close();
  });

  it('deletes on that day the codes of a panel that nobody signed up for', async () => {
    const first = await start();
    const codes = [{ code: 'K7M4-PX2Y-99', expires: null }];
    for (const panelId of [PANEL.id, OTHER.id])
      await addCodes(first.db, { secret: 'x', panelId, codes });
    await first.close();
    now = THE_DAY;
    const later = await start();
    const left = await later.db.selectFrom('invitations').select('panelId').execute();
    assert.deepEqual(left, [{ panelId: OTHER.id }]);
    await later.close();
  });

  it('deletes on that day whatever it has of the panel, and of no other', async () => {
    const first = await start();
    const link = await fill(first);
    await first.close();
    now = THE_DAY;
    const later = await start();
    assert.deepEqual(await counts(later), [1, 1, 1]);
    assert.deepEqual(await counts(later, ['receipts', 'sentKeys', 'feedback']), [2, 2, 1]);
    assert.equal((await openPage(later.app, link)).statusCode, 404);
    assert.deepEqual(purged(), [2]);
    await later.close();
    const bytes = readFileSync(path());
    assert.equal(bytes.includes(Buffer.from('+358401234567')), false);
    assert.equal(bytes.includes(Buffer.from('Muu')), true);
  });

  it('keeps the promise of a panel whose record is no longer there', async () => {
    const first = await start();
    await fill(first);
    await first.close();
    now = THE_DAY;
    const later = await start(contentOf([]));
    assert.equal(await later.count('registrations'), 1);
    await later.close();
  });

  it('logs how many, and nothing else', async () => {
    const first = await start();
    await fill(first);
    await first.close();
    lines = [];
    now = THE_DAY;
    await (await start()).close();
    assert.deepEqual(lines, [{ purged: 2 }]);
  });
});

describe('a receiver that runs', () => {
  it('deletes once a day, and stops when it is closed', async () => {
    mock.timers.enable({ apis: ['setInterval'] });
    try {
      const running = await start();
      await fill(running);
      now = THE_DAY;
      mock.timers.tick(DAY_MS - 1);
      assert.equal(await running.count('registrations'), 3);
      mock.timers.tick(1);
      await turns(() => purged().length > 0);
      assert.equal(await running.count('registrations'), 1);
      await running.close();
      const before = lines.length;
      mock.timers.tick(DAY_MS);
      await turns(() => lines.length > before);
      // Nor is it tried in a database that is closed, which would be logged as a fault.
      assert.equal(lines.length, before);
      assert.deepEqual(purged(), [2]);
    } finally {
      mock.timers.reset();
    }
  });
});

describe('the command purge', () => {
  async function run(...args: string[]): Promise<string[]> {
    const command = readCommand(['purge', ...args]);
    assert.ok(command);
    const said: string[] = [];
    const db = await openDatabase(path());
    const say = (text: string): void => void said.push(text);
    await command({ content, db, now: () => now, out: () => undefined, say });
    await db.destroy();
    return said;
  }

  it('--dry-run says what would be deleted, and deletes nothing', async () => {
    const running = await start();
    await fill(running);
    now = THE_DAY;
    assert.deepEqual(await run('--dry-run'), [
      'liikenne-2027: 2 registrations would be deleted, promised by 2028-12-31',
    ]);
    assert.deepEqual(await counts(running), [3, 4, 4]);
    await running.close();
  });

  it('deletes while a receiver runs, and says how many', async () => {
    const running = await start();
    await fill(running);
    now = THE_DAY;
    assert.deepEqual(await run(), [
      'liikenne-2027: 2 registrations deleted, promised by 2028-12-31',
    ]);
    assert.deepEqual(await counts(running), [1, 1, 1]);
    assert.deepEqual(await run(), ['Nothing has to be deleted.']);
    await running.close();
  });

  it('is told apart from what it is not', () => {
    assert.throws(() => readCommand(['purge', 'liikenne-2027']), /nothing but --dry-run.*\nUsage:/);
    assert.throws(() => readCommand(['purge', '--all']), /Unknown option '--all'/);
  });
});

describe('content', () => {
  it('that deletes people while they can sign up is not published', () => {
    const early = { ...PANEL, privacy: { ...PANEL.privacy, retainUntil: '2027-02-15' } };
    assert.throws(
      () => contentOf([fileOf('panels', early)]),
      /retainUntil: expected a day after registration closes .*, received "2027-02-15"/,
    );
  });
});
