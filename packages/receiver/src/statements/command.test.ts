import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';

import type { Response } from '@puntari/contracts';

import { readCommand } from '../command/commands.js';
import { contentOf } from '../content/content.js';
import { type Db, openDatabase } from '../database/database.js';
import { makeFolder, type TestFolder } from '../testing/folder.js';
import { fileOf } from '../testing/receiver.js';
import { STATEMENT } from '../testing/statement.js';
import { stateOfItem } from './record.js';

const content = contentOf([fileOf('statements', STATEMENT)]);
const ID = STATEMENT.id;
const BY = ['--by', 'Aino Virkanen'];

let db: Db;
let folder: TestFolder;

beforeEach(async () => {
  db = await openDatabase(':memory:');
  folder = makeFolder();
});

afterEach(async () => {
  await db.destroy();
  folder.remove();
});

/** What the command wrote for programs, and what it said. */
async function run(...args: string[]): Promise<{ out: string; said: string }> {
  const command = readCommand(args);
  assert.ok(command);
  let [out, said] = ['', ''];
  await command({
    now: () => new Date(),
    content,
    db,
    out: (text) => {
      out += text;
    },
    say: (text) => {
      said += text;
    },
  });
  return { out, said };
}

const answerTo = async (item: string): Promise<Response | undefined> =>
  (await stateOfItem(db, content, ID, item)).response;

const write = (entry: unknown): string => {
  folder.remove();
  folder = makeFolder({ 'entry.json': typeof entry === 'string' ? entry : JSON.stringify(entry) });
  return join(folder.path, 'entry.json');
};

describe('answer', () => {
  it('records an answer in several languages', async () => {
    const { said } = await run(
      ...['answer', ID, 'r1', ...BY, '--status', 'rejected', '--text', 'Ei rakenneta.'],
      ...[
        '--reason-fi',
        'Rahaa ei ole.',
        '--reason-sv',
        'Pengar saknas.',
        '--body-fi',
        'Kaupunginhallitus',
      ],
      ...['--decided-on', '2027-03-16', '--next', 'Uusi arvio', '--next-by', '2028-01-31'],
    );
    assert.match(said, /^Recorded:\nr1 {2}version 1 {2}.* {2}Aino Virkanen\n/);
    assert.deepEqual(await answerTo('r1'), {
      status: 'rejected',
      text: { fi: 'Ei rakenneta.' },
      reason: { fi: 'Rahaa ei ole.', sv: 'Pengar saknas.' },
      body: { name: { fi: 'Kaupunginhallitus' } },
      decidedOn: '2027-03-16',
      next: { text: { fi: 'Uusi arvio' }, by: '2028-01-31' },
      handling: [],
      progress: [],
    });
  });

  it('changes what is said, and leaves the rest as it was', async () => {
    const { said } = await run(
      'answer',
      ID,
      'r2',
      ...BY,
      '--status',
      'done',
      '--text-sv',
      'Genomförs.',
    );
    const answer = await answerTo('r2');
    assert.match(said, /Left as it was in other languages.*\n {2}text: fi$/m);
    assert.equal(answer?.status, 'done');
    assert.deepEqual(answer.text, { fi: 'Toteutetaan.', sv: 'Genomförs.' });
    assert.equal(answer.decidedOn, '2027-04-10');
    assert.equal(answer.handling.length, 1);
  });

  it('reads an entry from a file', async () => {
    const entry = { kind: 'response', response: { status: 'noted' }, note: 'Tiedostosta.' };
    await run('answer', ID, 'r1', ...BY, '--file', write(entry));
    assert.equal((await answerTo('r1'))?.status, 'noted');
    assert.match((await run('answers', 'history', ID, 'r1')).out, /why: Tiedostosta\./);
  });

  it('records nothing where something is said besides the file that would be lost', async () => {
    const file = write({ kind: 'response', response: { status: 'noted' } });
    await assert.rejects(
      run('answer', ID, 'r1', ...BY, '--file', file, '--why', 'Virhe', '--due', '2027-06-30'),
      /--file: expected the whole entry in the file, received also --why, --due/,
    );
    assert.equal((await run('answers', 'history', ID, 'r1')).out, '');
  });

  it('asks who gives it whether they have seen what was recorded before', async () => {
    await run('answer', ID, 'r1', ...BY, '--status', 'noted');
    const again = ['answer', ID, 'r1', '--by', 'Veikko', '--status', 'accepted'];
    await assert.rejects(run(...again), /version 1 .*Aino Virkanen[\s\S]*say so: --version 1/);
    assert.equal((await answerTo('r1'))?.status, 'noted');
    const late = /at version 1, and you have seen 0.* send again with --version 1\./;
    await assert.rejects(run(...again, '--version', '0'), late);
    await run(...again, '--version', '1');
    assert.equal((await answerTo('r1'))?.status, 'accepted');
  });

  it('tells everything that is wrong, and then records nothing', async () => {
    await assert.rejects(
      run('answer', ID, 'r1', ...BY, '--status', 'postponed', '--due', '31.3.2027'),
      (error: Error) => {
        assert.match(error.message, /^Nothing was recorded:/);
        assert.match(error.message, /\/response\/status: expected/);
        assert.match(
          error.message,
          /\/response\/due: expected a date such as "2027-03-01", received "31\.3\.2027"/,
        );
        return true;
      },
    );
    await assert.rejects(
      run('answer', ID, 'r1', ...BY, '--status', 'partly'),
      /\/response\/reason: expected a reason/,
    );
    assert.equal(await answerTo('r1'), undefined);
  });

  it('tells what there is in place of what is not there', async () => {
    await assert.rejects(
      run('answer', 'none', 'r1', ...BY, '--status', 'noted'),
      /There are: liikenne-2027/,
    );
    await assert.rejects(
      run('answer', ID, 'r9', ...BY, '--status', 'noted'),
      /It has: r1, r2, fakta-1/,
    );
    for (const [file, problem] of [
      ['/none.json', /expected a file that can be read/],
      [write('[]'), /expected an entry as a JSON object/],
    ] as const) {
      await assert.rejects(run('answer', ID, 'r1', ...BY, '--file', file), problem);
    }
  });
});

describe('answers handling and answers progress', () => {
  it('add to the answer', async () => {
    await run(
      ...['answers', 'handling', ID, 'r1', ...BY, '--body', 'Valtuusto', '--date', '2027-05-01'],
      ...['--section', '§ 89', '--decision-fi', 'Hyväksytään.'],
    );
    await run(
      'answers',
      'progress',
      ID,
      'r1',
      ...BY,
      '--version',
      '1',
      '--on',
      '2027-06-01',
      '--status',
      'done',
      '--sets-status',
    );
    const answer = await answerTo('r1');
    assert.deepEqual(answer?.handling, [
      {
        body: { name: { fi: 'Valtuusto' } },
        date: '2027-05-01',
        section: '§ 89',
        decision: { fi: 'Hyväksytään.' },
      },
    ]);
    assert.equal(answer.status, 'done');
    assert.equal(answer.progress.length, 1);
  });

  it('put right one that is there', async () => {
    await run(
      'answers',
      'handling',
      ID,
      'r2',
      ...BY,
      '--place',
      '0',
      '--section',
      '§ 13',
      '--why',
      'Väärä pykälä.',
    );
    const [handling] = (await answerTo('r2'))?.handling ?? [];
    assert.equal(handling?.section, '§ 13');
    assert.deepEqual(handling.body.name, 'Tekninen lautakunta');
  });
});

describe('answers history and answers since', () => {
  it('say who recorded what, and what the public learns', async () => {
    await run('answer', ID, 'r1', ...BY, '--status', 'noted');
    const history = await run('answers', 'history', ID);
    assert.match(
      history.out,
      /^r1 {2}version 1 .*Aino Virkanen\n {2}response: status; status noted\n$/,
    );
    const since = await run('answers', 'since', '2026-01-01');
    assert.match(since.out, /liikenne-2027#r1 {2}response {2}noted {2}1\. Pyörätie keskustaan\n/);
    assert.match(
      since.out,
      /2027-04-10 {2}liikenne-2027#r2 {2}response {2}accepted {2}4a\. Bussit/,
    );
    assert.doesNotMatch(since.out, /Virkanen/);
    assert.match((await run('answers', 'since', '2199-01-01', ID)).said, /Nothing has changed/);
    assert.match((await run('answers', 'history', ID, 'r2')).said, /Nothing was recorded/);
  });

  it('tell a day or a statement that is none', async () => {
    await assert.rejects(
      run('answers', 'since', '1.1.2027'),
      /expected a day such as 2027-01-31, received "1\.1\.2027"/,
    );
    await assert.rejects(
      run('answers', 'since', '2027-01-01', 'none'),
      /expected one of liikenne-2027/,
    );
    await assert.rejects(run('answers', 'history', 'none'), /expected one of liikenne-2027/);
    await assert.rejects(run('answers', 'history', ID, 'r9'), /It has: r1, r2, fakta-1/);
  });
});

describe('a command about answers that cannot be done', () => {
  for (const [args, problem] of [
    [['answer'], /<statement>: expected the id of a statement/],
    [['answer', ID], /<item>: expected the id of an item/],
    [['answer', ID, 'r1'], /--by: expected the name of who records it/],
    [['answer', ID, 'r1', 'r2', '--by', 'A'], /received also "r2"/],
    [
      ['answer', ID, 'r1', '--by', 'A', '--version', 'x'],
      /--version: expected a whole number, received "x"/,
    ],
    [['answer', ID, 'r1', '--state', 'done'], /Unknown option '--state'/],
    [['answers'], /expected "handling", "progress", "history" or "since", received nothing/],
    [['answers', 'since'], /<date>: expected a date/],
    [['answers', 'history'], /<statement>: expected/],
  ] as const) {
    it(`(${args.join(' ')}) says what is wrong, and how it is written`, () => {
      assert.throws(() => readCommand(args), problem);
      assert.throws(() => readCommand(args), /Usage:/);
    });
  }
});
