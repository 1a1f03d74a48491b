import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import { readCommand } from '../command/commands.js';
import { contentOf } from '../content/content.js';
import { giveFeedback } from '../testing/feedback.js';
import { CONTENT_FILES, fileOf, startReceiver, type TestReceiver } from '../testing/receiver.js';
import { CHANNEL, NOW } from '../testing/records.js';
import { stateOf } from './record.js';

const LISBON = { ...CHANNEL, id: 'lissabon', timeZone: 'Europe/Lisbon' };

let receiver: TestReceiver;

beforeEach(async () => {
  receiver = await startReceiver();
});

afterEach(() => receiver.close());

/** What the command wrote, for programs and for whoever gave it. */
async function run(...args: readonly string[]): Promise<string> {
  let written = '';
  const write = (text: string): void => {
    written += text;
  };
  const content = contentOf([...CONTENT_FILES, fileOf('feedback', LISBON)]);
  await readCommand(['feedback', ...args])?.({
    content,
    db: receiver.db,
    now: () => NOW,
    out: write,
    say: write,
  });
  return written;
}

describe('the command feedback', () => {
  it('lists, shows, publishes and answers', async () => {
    const { reference } = await giveFeedback(receiver.app, { mayBePublished: true });
    assert.match(await run('list', '--status', 'received'), new RegExp(`^${reference}  2027`));
    assert.match(await run('show', reference.toLowerCase()), /Lisää penkkejä/);
    const by = ['--by', 'Maija Malli'];
    assert.equal(
      await run('publish', reference, ...by, '--text', 'Penkkejä.'),
      'Recorded as version 1.',
    );
    await run('status', reference, 'in-progress', ...by, '--handler-fi', 'Katuyksikkö');
    const parts = ['--said-fi', 'Penkki.', '--decided-fi', 'Tulee.', '--why-fi', 'Tarvitaan.'];
    await run('answer', reference, ...by, ...parts, '--on', '2027-03-01');
    const { status, entries } = await stateOf(receiver.db, reference);
    assert.equal(status, 'answered');
    assert.deepEqual(entries.at(-1)?.change, {
      kind: 'outcome',
      outcome: {
        said: { fi: 'Penkki.' },
        decided: { fi: 'Tulee.' },
        why: { fi: 'Tarvitaan.' },
        on: '2027-03-01',
      },
      recordedBy: 'Maija Malli',
    });
    assert.equal(await run('list', '--status', 'received'), 'There is none.');
  });

  it('says which channels there are where it is asked for another', async () => {
    await assert.rejects(
      run('list', '--channel', 'palaut'),
      /--channel: expected one of .*\bpalaute\b.*, received "palaut"/,
    );
    assert.equal(await run('list', '--channel', 'palaute'), 'There is none.');
  });

  it('lists what is left of a channel that is published no more', async () => {
    const { reference } = await giveFeedback(receiver.app);
    await receiver.db.updateTable('feedback').set({ channelId: 'vanha' }).execute();
    assert.match(await run('list', '--channel', 'vanha'), new RegExp(`^${reference}`));
  });

  it('lists what came before a day, as the clock of each channel shows it', async () => {
    const { reference } = await giveFeedback(receiver.app);
    // Half past midnight in Helsinki, where it is the evening before in Lisbon.
    const receivedAt = '2027-01-30T22:30:00.000Z';
    await receiver.db.updateTable('feedback').set({ receivedAt }).execute();
    assert.equal(await run('list', '--before', '2027-01-31'), 'There is none.');
    assert.match(await run('list', '--before', '2027-02-01'), new RegExp(`^${reference}`));
    await receiver.db.updateTable('feedback').set({ channelId: 'lissabon' }).execute();
    assert.match(await run('list', '--before', '2027-01-31'), new RegExp(`^${reference}`));
    assert.throws(() => readCommand(['feedback', 'list', '--before', 'x']), /--before: expected a/);
  });

  it('says what is wrong, and records nothing', async () => {
    const { reference } = await giveFeedback(receiver.app);
    await assert.rejects(
      run('publish', reference, '--by', 'Maija'),
      /writer has not allowed[^]*\/decision: impossible/,
    );
    await assert.rejects(run('hide', reference), /\/recordedBy: missing/);
    await assert.rejects(run('answer', reference, '--by', 'Maija'), /\/outcome\/said: missing/);
    await assert.rejects(
      run('hide', 'XXX-XXX', '--by', 'Maija'),
      /<reference>: expected one of feedback/,
    );
    assert.equal(await receiver.count('feedbackEntries'), 0);
  });

  it('says how it is written', () => {
    const read =
      (...args: readonly string[]) =>
      () =>
        readCommand(['feedback', ...args]);
    assert.throws(read('burn'), /list, show, publish[^]*Usage:/);
    assert.throws(read('show'), /<reference>/);
    assert.throws(read('list', '--status', 'odd'), /--status: expected one of received/);
  });
});
