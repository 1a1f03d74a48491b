import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';

import { makeFolder, type TestFolder } from '../testing/folder.js';
import { CHANNEL, PANEL, TOPIC } from '../testing/records.js';
import { ContentError } from './content.js';
import { loadContent } from './load.js';

let folder: TestFolder | undefined;

afterEach(() => {
  folder?.remove();
  folder = undefined;
});

const load = (files: Readonly<Record<string, string>>) => {
  folder = makeFolder(files);
  return loadContent(folder.path);
};

async function problemsIn(loading: Promise<unknown>): Promise<readonly string[]> {
  try {
    await loading;
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
  return [];
}

const problemsOf = (files: Readonly<Record<string, string>>) => problemsIn(load(files));

const json = JSON.stringify;

describe('a content folder without mistakes', () => {
  it('gives its panels and channels by id', async () => {
    const content = await load({
      'panels/liikenne-2027.json': json(PANEL),
      'feedback/palaute.json': json(CHANNEL),
      'topics/keskusta.json': json(TOPIC),
      '.gitkeep': '',
      'README.md': '# Content',
    });
    assert.deepEqual([...content.panels.keys()], ['liikenne-2027']);
    assert.deepEqual([...content.channels.keys()], ['palaute']);
    assert.ok(content.served.has('/topics/keskusta.json'));
  });

  it('may lack folders', async () => {
    const content = await load({ 'feedback/palaute.json': json(CHANNEL) });
    assert.equal(content.panels.size, 0);
  });
});

describe('a content folder of links', () => {
  /** As Kubernetes mounts a ConfigMap: every name is a link through another link into a dated folder. */
  function mountAsConfigMap(root: string, name: string, text: string): void {
    mkdirSync(join(root, 'panels/..2027_01_15'), { recursive: true });
    writeFileSync(join(root, 'panels/..2027_01_15', name), text);
    symlinkSync('..2027_01_15', join(root, 'panels/..data'));
    symlinkSync(`..data/${name}`, join(root, 'panels', name));
  }

  it('gives the records that they lead to, each once', async () => {
    folder = makeFolder();
    mountAsConfigMap(folder.path, 'liikenne-2027.json', json(PANEL));
    const content = await loadContent(folder.path);
    assert.deepEqual([...content.panels.keys()], ['liikenne-2027']);
  });

  it('may hold its folders by links too', async () => {
    folder = makeFolder({ 'elsewhere/liikenne-2027.json': json(PANEL), 'content/README.md': '' });
    symlinkSync('../elsewhere', join(folder.path, 'content/panels'));
    const content = await loadContent(join(folder.path, 'content'));
    assert.deepEqual([...content.panels.keys()], ['liikenne-2027']);
  });

  it('is refused when one leads nowhere', async () => {
    folder = makeFolder({ 'feedback/palaute.json': json(CHANNEL) });
    symlinkSync('gone.json', join(folder.path, 'feedback/other.json'));
    assert.deepEqual(await problemsIn(loadContent(folder.path)), [
      'feedback/other.json: expected a file, received nothing that can be read',
    ]);
  });
});

describe('a content folder in which something is no record', () => {
  for (const [what, files, problem] of [
    [
      'a folder in a folder',
      { 'panels/2027/liikenne-2027.json': json(PANEL) },
      /^panels\/2027: expected a file, received a folder$/,
    ],
    [
      'a record beside the folders',
      { 'liikenne-2027.json': json(PANEL) },
      /^liikenne-2027\.json: expected a place in one of the folders panels, .*, received none$/,
    ],
    ['a file named as a folder', { panels: '' }, /^panels: expected a folder, received a file$/],
  ] as const) {
    it(`is refused for ${what}`, async () => {
      const problems = await problemsOf(files);
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? '', problem);
    });
  }

  it('does not wait for a pipe', async () => {
    folder = makeFolder({ 'feedback/palaute.json': json(CHANNEL) });
    execFileSync('mkfifo', [join(folder.path, 'feedback/other.json')]);
    assert.deepEqual(await problemsIn(loadContent(folder.path)), [
      'feedback/other.json: expected a file, received nothing that can be read',
    ]);
  });
});

describe('the letters of a content file', () => {
  const written = async (bytes: Buffer) => {
    folder = makeFolder({ 'feedback/.gitkeep': '' });
    writeFileSync(join(folder.path, 'feedback/palaute.json'), bytes);
    return loadContent(folder.path);
  };

  it('are refused in another encoding, before they turn into question marks', async () => {
    const latin1 = Buffer.from(json({ ...CHANNEL, readBy: 'Työryhmä' }), 'latin1');
    assert.deepEqual(await problemsIn(written(latin1)), [
      'feedback/palaute.json: expected UTF-8, received another encoding',
    ]);
  });

  it('are served without the byte order mark of an editor', async () => {
    const content = await written(Buffer.from(`\uFEFF${json(CHANNEL)}`));
    assert.equal(content.served.get('/feedback/palaute.json')?.body, json(CHANNEL));
  });
});

describe('a content folder with mistakes', () => {
  it('is refused, with file, field, what was expected and what was found', async () => {
    const { seats: _seats, ...panel } = PANEL;
    const problems = await problemsOf({
      'panels/liikenne-2027.json': json({ ...panel, kind: 'weekly' }),
    });
    assert.equal(problems.length, 2);
    assert.match(
      problems.join('\n'),
      /^panels\/liikenne-2027\.json: \/kind: expected .*oneoff.*, received "weekly"$/m,
    );
    assert.match(
      problems.join('\n'),
      /^panels\/liikenne-2027\.json: \/seats: expected .*, received nothing$/m,
    );
  });

  it('is refused for each gap in a purpose block', async () => {
    const { why: _why, usedFor: _usedFor, ...purpose } = PANEL.purpose;
    const problems = await problemsOf({
      'panels/liikenne-2027.json': json({ ...PANEL, purpose }),
    });
    assert.deepEqual(
      problems.map((line) => line.split(': ')[1]),
      ['/purpose/why', '/purpose/usedFor'],
    );
  });

  it('tells the problems of all files at once', async () => {
    const problems = await problemsOf({
      'panels/liikenne-2027.json': json({ ...PANEL, seats: -1 }),
      'topics/keskusta.json': json({ ...TOPIC, year: 'soon' }),
      'statements/broken.json': '{"id": ',
      'topics/note.txt': '',
      'panel/liikenne-2027.json': json(PANEL),
    });
    assert.deepEqual(problems.map((line) => line.split(': ', 1)[0]).sort(), [
      'panel/',
      'panels/liikenne-2027.json',
      'statements/broken.json',
      'topics/keskusta.json',
      'topics/note.txt',
    ]);
  });

  it('tells what one record has wrong in its shape and owes to residents at once', async () => {
    const { why: _why, ...purpose } = PANEL.purpose;
    const problems = await problemsOf({
      'panels/liikenne-2027.json': json({
        ...PANEL,
        seats: 'many',
        purpose,
        contact: { name: 'Aino' },
      }),
    });
    assert.deepEqual(problems.map((line) => line.split(': ')[1]).sort(), [
      '/contact',
      '/purpose/why',
      '/seats',
    ]);
  });

  it('is refused when an id is not the name of its file', async () => {
    const problems = await problemsOf({ 'topics/other.json': json(TOPIC) });
    assert.deepEqual(problems, [
      'topics/other.json: /id: expected "other", the name of the file, received "keskusta"',
    ]);
  });

  it('is refused when a channel or a topic has the name of an address', async () => {
    const problems = await problemsOf({
      'feedback/attachments.json': json({ ...CHANNEL, id: 'attachments' }),
      'topics/proposals.json': json({ ...TOPIC, id: 'proposals' }),
    });
    assert.deepEqual(problems.map((line) => line.split(', which')[0]).sort(), [
      'feedback/attachments.json: expected another name, received "attachments"',
      'topics/proposals.json: expected another name, received "proposals"',
    ]);
  });

  it('is refused when a file holds something else than an object', async () => {
    const problems = await problemsOf({ 'topics/keskusta.json': 'null' });
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', /^topics\/keskusta\.json: \/: expected /);
  });

  it('is refused when a time zone does not exist', async () => {
    const timeZone = 'Europe/Helsingfors';
    const problems = await problemsOf({ 'topics/keskusta.json': json({ ...TOPIC, timeZone }) });
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', /\/timeZone: expected .*, received "Europe\/Helsingfors"$/);
  });

  it('is refused when a folder or a file is misspelled', async () => {
    assert.match((await problemsOf({ 'panel/a.json': '{}' }))[0] ?? '', /^panel\/: expected /);
    folder?.remove();
    assert.match(
      (await problemsOf({ 'topics/a.jsn': '{}' }))[0] ?? '',
      /^topics\/a\.jsn: expected /,
    );
  });
});
