import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { parseRecord } from '@puntari/contracts';

import { readCommand } from '../command/commands.js';
import { makeFolder } from '../testing/folder.js';
import { TOPIC_CONTENT, withTopics } from '../testing/topics.js';

const topics = withTopics();
const BY = ['--by', 'Aino Virkanen'];

/** What the command wrote for programs, and what it said. */
async function run(...args: string[]): Promise<{ out: string; said: string }> {
  const command = readCommand(['topics', ...args]);
  assert.ok(command);
  let [out, said] = ['', ''];
  await command({
    now: () => topics.now,
    content: TOPIC_CONTENT,
    db: topics.receiver.db,
    out: (text) => {
      out += text;
    },
    say: (text) => {
      said += `${text}\n`;
    },
  });
  return { out, said };
}

/** Does something with a file of its own. */
async function withFile<T>(name: string, text: string, work: (file: string) => Promise<T>) {
  const folder = makeFolder({ [name]: text });
  try {
    return await work(join(folder.path, name));
  } finally {
    folder.remove();
  }
}

describe('topics', () => {
  it('brings a proposal to the choice of the council, command by command', async () => {
    const reference = await topics.propose({ decision: undefined });
    const { out } = await run('proposals', 'aiheet-2028');
    assert.match(out, new RegExp(`^${reference}  proposed  .*Rantaraitin valaistus\n$`));
    await run(
      ...['accept', reference, 'rantaraitti', ...BY, '--summary-fi', 'Raitti on pimeä.'],
      ...['--summary-sv', 'Vägen är mörk.', '--body', 'Tekninen lautakunta'],
      ...['--planned-on', '2028-03-14', '--level', '3', '--title-sv', 'Strandvägens belysning'],
    );
    await run('list', 'rantaraitti', ...BY, '--version', '1', '--text-fi', 'Listalla.');
    await run(
      ...['choose', 'rantaraitti', 'chosen', ...BY, '--version', '2', '--on', '2027-03-16'],
      ...['--body-fi', 'Kaupunginvaltuusto', '--section', '§ 12', '--reasons', 'Kiireinen.'],
      ...['--minutes', 'https://example.fi/poytakirja'],
    );
    const topic = await topics.published('rantaraitti');
    assert.equal(topic.status, 'chosen');
    assert.deepEqual(topic.summary, { fi: 'Raitti on pimeä.', sv: 'Vägen är mörk.' });
    assert.deepEqual(topic.title, { fi: 'Rantaraitin valaistus', sv: 'Strandvägens belysning' });
    assert.deepEqual(topic.decision.body.name, { fi: 'Tekninen lautakunta' });
    assert.equal(topic.choice?.section, '§ 12');
    assert.equal(topic.history?.length, 3);
    const history = await run('history', 'rantaraitti');
    assert.match(history.out, /version 3.*Aino Virkanen/);
  });

  it('merges, declines, withdraws, hides a name and deletes', async () => {
    const [one, two] = [await topics.propose(), await topics.propose()];
    await run('merge', one, 'keskusta', ...BY, '--reasons-fi', 'Sama katu.');
    assert.equal((await topics.published('keskusta')).proposedBy, 'Äijä Öhman');
    await run('hide-name', one, ...BY);
    assert.equal((await topics.published('keskusta')).proposedBy, undefined);
    await run('decline', two, ...BY, '--comment', 'Ei kuulu kaupungille.');
    await run('delete', two, ...BY);
    assert.match((await run('delete', two, ...BY)).said, /was so already/);
    assert.match((await run('proposals', 'aiheet-2028', '--status', 'deleted')).out, /deleted/);
  });

  it('asks whoever has not seen the last change to look at it first', async () => {
    await run('list', 'keskusta', ...BY);
    await assert.rejects(
      run('status', 'keskusta', 'panel-running', ...BY),
      /already:\nversion 1 .*\n.*\nIf you have seen it, say so: --version 1/s,
    );
    await run('status', 'keskusta', 'panel-running', ...BY, '--version', '1');
    assert.equal((await topics.published('keskusta')).status, 'panel-running');
  });

  it('makes no topic whose pages would stand where those of proposals are', async () => {
    const reference = await topics.propose();
    await assert.rejects(
      run('accept', reference, 'proposals', ...BY, '--summary-fi', 'Raitti on pimeä.'),
      /Nothing was recorded:\n {2}\/id: expected another id.*, received "proposals"/,
    );
  });

  it('records an entry from a file', async () => {
    const entry = JSON.stringify({ kind: 'edit', topic: { level: 4 } });
    await withFile('entry.json', entry, (file) => run('record', 'keskusta', ...BY, '--file', file));
    assert.equal((await topics.published('keskusta')).level, 4);
  });

  for (const [what, args, problem] of [
    ['is no command', ['x'], /expected one of "proposals".*received "x"/],
    ['names nobody', ['list', 'keskusta'], /--by: expected the name of who records it/],
    ['declines without a reason', ['decline', 'A2A-2AA', ...BY], /--comment: expected why/],
    ['names no topic', ['list', 'none', ...BY], /There is no topic "none"/],
    [
      'names no proposal',
      ['merge', 'A2A-2AA', 'keskusta', ...BY],
      /no proposal with the reference/,
    ],
    ['names no call', ['proposals', 'none'], /expected one of aiheet-2028, received "none"/],
    [
      'chooses by nobody',
      ['choose', 'keskusta', 'chosen', '--on', '2027-03-16', ...BY],
      /Nothing was recorded:\n {2}\/choice\/body\/name/,
    ],
    ['has an option that is none', ['list', 'keskusta', ...BY, '--colour', 'red'], /--colour/],
  ] as const) {
    it(`that ${what} says what would be right`, async () => {
      await assert.rejects(async () => run(...args), problem);
    });
  }
});

describe('topics import', () => {
  for (const [name, text, from] of [
    ['a.json', '{"initiatives":[]}', 'kuntalaisaloite'],
    ['a.json', '[]', 'kuntalaisaloite'],
    ['a.csv', '', 'csv'],
    ['a.csv', 'otsikko;tiivistelmä\n', 'csv'],
  ] as const) {
    it(`fails, and prints no empty list, where no topic is in the file: ${text}`, async () => {
      await withFile(name, text, async (file) => {
        await assert.rejects(
          run('import', file, '--from', from),
          /a\.(json|csv): expected topics, received none/,
        );
      });
    });
  }

  const CSV = 'otsikko;tiivistelmä;toimielin;vuosi\nRanta;Miten?;Valtuusto;2028\nKeskusta;;;\n';

  it('prints a list of topics, and says what could not be read', async () => {
    const { out, said } = await withFile('aiheet.csv', CSV, (file) =>
      run('import', file, '--from', 'csv'),
    );
    const { record, problems } = parseRecord('topicList', JSON.parse(out) as unknown);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      record?.topics.map(({ id }) => id),
      ['ranta'],
    );
    assert.match(said, /aiheet\.csv: row 3: toimielin: expected the body that decides/);
    assert.equal(await topics.receiver.count('topicEntries'), 0);
  });

  it('takes them in when somebody answers for it, and each once', async () => {
    const csv = `${CSV}keskusta;Miten?;Valtuusto;2028\n`;
    await withFile('aiheet.csv', csv, async (file) => {
      const first = await run('import', file, '--from', 'csv', ...BY);
      assert.match(first.said, /keskusta: is there already/);
      assert.match(first.said, /Took in 1 of 2 topics/);
      const second = await run('import', file, '--from', 'csv', ...BY);
      assert.match(second.said, /Took in 0 of 2 topics/);
    });
    assert.equal((await topics.published('ranta')).status, 'proposed');
  });

  it('takes in a topic that was not chosen with the reason, and tells of one that has none', async () => {
    const csv = [
      'otsikko;tiivistelmä;toimielin;vuosi;tila;tilan syy',
      'Ranta;Miten?;Valtuusto;2027;Ei valittu;Korjataan jo.',
      'Silta;Miten?;Valtuusto;2027;Ei valittu;',
      'Tori;Miten?;Valtuusto;2027;Listalla;',
    ].join('\n');
    await withFile('aiheet.csv', csv, async (file) => {
      const { said } = await run('import', file, '--from', 'csv', ...BY);
      assert.match(said, /row 3: tilan syy: expected a reason why the topic was not chosen/);
      assert.match(said, /Took in 2 of 2 topics/);
    });
    const ranta = await topics.published('ranta');
    assert.equal(ranta.status, 'not-chosen');
    assert.deepEqual(ranta.statusReason, { fi: 'Korjataan jo.' });
    assert.equal((await topics.published('tori')).status, 'on-list');
  });

  it('reads the initiatives of a service', async () => {
    const data = [
      {
        id: 7,
        name: 'Penkkejä',
        municipality: { nameFi: 'Espoo', nameSv: 'Esbo' },
        publishDate: '2027-01-02',
        participantCount: 3,
        url: { fi: 'https://www.kuntalaisaloite.fi/fi/aloite/7' },
      },
    ];
    await withFile('a.json', JSON.stringify(data), (file) =>
      run('import', file, '--from', 'kuntalaisaloite', ...BY),
    );
    const topic = await topics.published('kuntalaisaloite-7');
    assert.equal(topic.supporters, 3);
    assert.deepEqual(topic.history, [{ on: '2027-01-02', status: 'proposed' }]);
  });

  it('says what it can read', async () => {
    await assert.rejects(
      async () => run('import', 'x', '--from', 'pdf'),
      /"kuntalaisaloite" or "csv"/,
    );
  });
});
