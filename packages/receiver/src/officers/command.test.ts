import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { readCommand } from '../command/commands.js';
import { contentOf } from '../content/content.js';
import { makeFolder } from '../testing/folder.js';
import { PANEL } from '../testing/records.js';
import { withVolunteers } from '../testing/volunteers.js';

const people = withVolunteers();

/** What the command said. */
async function run(...args: string[]): Promise<string> {
  const command = readCommand(['registrations', ...args]);
  assert.ok(command);
  let said = '';
  await command({
    content: contentOf([]),
    db: people.receiver.db,
    now: () => people.now,
    out: () => undefined,
    say: (text) => {
      said += text;
    },
  });
  return said;
}

async function runWith(csv: string, ...args: string[]): Promise<string> {
  const folder = makeFolder({ 'outcome.csv': csv });
  try {
    return await run('import', PANEL.id, join(folder.path, 'outcome.csv'), ...args);
  } finally {
    folder.remove();
  }
}

const statuses = async (): Promise<string[]> =>
  (await people.exported()).map(({ status }) => status).sort();

describe('registrations set', () => {
  it('changes one, and says so', async () => {
    const { reference } = await people.register();
    const said = await run(
      'set',
      PANEL.id,
      reference,
      'withdrawn',
      '--by',
      'Maija',
      '--comment',
      'Soitti',
    );
    assert.match(said, /Changed 1 in liikenne-2027/);
    const [row] = await people.exported();
    assert.equal(row?.status, 'withdrawn');
    assert.equal(row.history.at(-1)?.by, 'officer: Maija');
    assert.equal(row.history.at(-1)?.comment, 'Soitti');
  });

  it('says why a change is impossible', async () => {
    const { reference } = await people.register();
    await assert.rejects(
      run('set', PANEL.id, reference, 'confirmed', '--by', 'Maija'),
      /Nothing was changed:\n.*is "pool" and cannot become "confirmed"/,
    );
    await assert.rejects(
      run('set', 'another', reference, 'selected', '--by', 'Maija'),
      /the panel has no registration with this reference/,
    );
    assert.deepEqual(await statuses(), ['pool']);
  });
});

describe('registrations import', () => {
  it('reads the list of those drawn', async () => {
    const { reference } = await people.register();
    await people.register();
    const csv = `unique_id,name\n${reference},X\n`;
    assert.match(await runWith(csv, '--status', 'selected', '--by', 'Maija'), /Changed 1/);
    assert.deepEqual(await statuses(), ['pool', 'selected']);
  });

  it('names the rows that are impossible, and changes none', async () => {
    const { reference } = await people.register();
    const csv = `reference,status\n${reference},selected\n\nA2A-2AA,selected\n`;
    await assert.rejects(
      runWith(csv, '--by', 'Maija'),
      /outcome\.csv: row 4: A2A-2AA: the panel has no/,
    );
    await assert.rejects(runWith('reference,status\nX,x\n', '--by', 'M'), /row 2: expected one of/);
    assert.deepEqual(await statuses(), ['pool']);
  });
});

describe('a command about registrations that cannot be read', () => {
  for (const [args, problem] of [
    [['put'], /expected "set" or "import", received "put"/],
    [['set'], /<panel>: expected/],
    [['set', PANEL.id], /<reference>: expected/],
    [['set', PANEL.id, 'K7M-4PX'], /<status>: expected one of pool, .*received nothing/],
    [['set', PANEL.id, 'K7M-4PX', 'chosen', '--by', 'M'], /received "chosen"/],
    [['set', PANEL.id, 'K7M-4PX', 'selected'], /--by: expected the name/],
    [['import', PANEL.id], /The file: expected/],
    [['import', PANEL.id, 'x.csv', '--status', 'x', '--by', 'M'], /--status: expected one of/],
  ] as const) {
    it(`(${args.join(' ')}) says what is wrong, and how it is written`, () => {
      assert.throws(() => readCommand(['registrations', ...args]), problem);
      assert.throws(() => readCommand(['registrations', ...args]), /Usage:/);
    });
  }
});
