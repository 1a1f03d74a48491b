import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';

import { contentOf } from '../content/content.js';
import { type Db, openDatabase } from '../database/database.js';
import { getSecret } from '../database/secret.js';
import { makeFolder, type TestFolder } from '../testing/folder.js';
import { NOW, PANEL } from '../testing/records.js';
import { fileOf } from '../testing/receiver.js';
import { readCommand } from '../command/commands.js';
import { invitationState } from './invitations.js';

const INVITED = { ...PANEL, registration: { ...PANEL.registration, mode: 'invited' } };
const OPEN = { ...PANEL, id: 'avoin' };
const content = contentOf([fileOf('panels', INVITED), fileOf('panels', OPEN)]);

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
  const command = readCommand(['invitations', ...args]);
  assert.ok(command);
  let [out, said] = ['', ''];
  await command({
    content,
    db,
    now: () => NOW,
    out: (text) => {
      out += text;
    },
    say: (text) => {
      said += text;
    },
  });
  return { out, said };
}

const write = (text: string): string => {
  folder.remove();
  folder = makeFolder({ 'codes.csv': text });
  return join(folder.path, 'codes.csv');
};

const stateOf = async (code: string): Promise<string> => {
  const panel = content.panels.get(PANEL.id);
  assert.ok(panel);
  const secret = await getSecret(db);
  return invitationState(db, { secret, panel, code, now: NOW, registrationId: undefined });
};

describe('invitations create', () => {
  it('writes as many codes as were asked for, each of which can be used', async () => {
    const { out, said } = await run('create', PANEL.id, '--count', '20');
    const [head, ...lines] = out.trimEnd().split('\r\n');
    assert.equal(head, 'code,expires');
    assert.equal(new Set(lines).size, 20);
    for (const line of lines) {
      assert.match(line, /^\w{4}-\w{4}-\w{2},$/);
      assert.equal(await stateOf(line.slice(0, -1)), 'valid');
    }
    assert.match(said, /Made 20 codes/);
    assert.equal(await stateOf('K7M4-PX2Y-99'), 'unknown');
  });

  it('gives them a last day', async () => {
    const { out } = await run('create', PANEL.id, '--count', '1', '--expires', '2027-01-31');
    const [code = '', expires] = out.split('\r\n')[1]?.split(',') ?? [];
    assert.equal(expires, '2027-01-31');
    assert.equal(await stateOf(code), 'expired');
  });
});

describe('invitations import', () => {
  it('reads back what create wrote, into another database', async () => {
    const { out } = await run('create', PANEL.id, '--count', '3', '--expires', '2027-03-31');
    await db.destroy();
    db = await openDatabase(':memory:');
    const { said } = await run('import', PANEL.id, write(out));
    assert.match(said, /Added 3 of 3/);
    for (const line of out.trimEnd().split('\r\n').slice(1)) {
      assert.equal(await stateOf(line.split(',')[0] ?? ''), 'valid');
    }
  });

  it('reads what a spreadsheet writes, and codes of other makers', async () => {
    const file = write('\uFEFF"Nimi";"Code"\n"Kirje 1";"abc-1"\n;\nKirje 2;DEF 2\n');
    assert.match((await run('import', PANEL.id, file)).said, /Added 2 of 2/);
    assert.equal(await stateOf('ABC1'), 'valid');
    assert.match((await run('import', PANEL.id, file)).said, /Added 0 of 2/);
  });

  it('tells every line that is wrong, and then adds none', async () => {
    const file = write('code,expires\nABC1,\nABC-1,\n---,\nDEF2,31.3.2027\n');
    await assert.rejects(run('import', PANEL.id, file), (error: Error) => {
      assert.match(error.message, /line 3: expected each code once/);
      assert.match(error.message, /line 4: expected a code, received "---"/);
      assert.match(error.message, /line 5: expected a date/);
      return true;
    });
    assert.deepEqual(await db.selectFrom('invitations').selectAll().execute(), []);
  });

  it('tells a file that is none, or has no codes', async () => {
    await assert.rejects(run('import', PANEL.id, '/none.csv'), /expected a file that can be read/);
    await assert.rejects(run('import', PANEL.id, write('name\nX\n')), /expected a column "code"/);
  });
});

describe('a command that cannot be done', () => {
  for (const [args, problem] of [
    [['invite'], /The command: expected one of "invitations", .*, received "invite"/],
    [['invitations', 'make', PANEL.id], /expected "create" or "import", received "make"/],
    [['invitations', 'create'], /<panel>: expected the id of a panel/],
    [['invitations', 'create', PANEL.id], /--count: expected a whole number/],
    [['invitations', 'create', PANEL.id, '--count', '0'], /--count: .*received "0"/],
    [
      ['invitations', 'create', PANEL.id, '--count', '1', '--expires', '2027-02-30'],
      /--expires: expected a date/,
    ],
    [['invitations', 'import', PANEL.id], /The file: expected/],
    [['invitations', 'create', PANEL.id, '--number', '1'], /Unknown option '--number'/],
  ] as const) {
    it(`(${args.join(' ')}) says what is wrong, and how it is written`, () => {
      assert.throws(() => readCommand(args), problem);
      assert.throws(() => readCommand(args), /Usage:/);
    });
  }

  it('says which panels there are', async () => {
    await assert.rejects(run('create', 'none', '--count', '1'), /expected one of .*liikenne-2027/);
  });

  it('says that a panel is open to all', async () => {
    await assert.rejects(run('create', 'avoin', '--count', '1'), /avoin is open to all/);
  });

  it('is none without arguments: the receiver starts', () => {
    assert.equal(readCommand([]), undefined);
  });
});
