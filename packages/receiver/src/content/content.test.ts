import assert from 'node:assert/strict';
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

async function problemsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  try {
    await load(files);
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
  return [];
}

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
    });
    assert.deepEqual(problems.map((line) => line.split(': ', 1)[0]).sort(), [
      'panels/liikenne-2027.json',
      'statements/broken.json',
      'topics/keskusta.json',
    ]);
  });

  it('is refused when an id is not the name of its file', async () => {
    const problems = await problemsOf({ 'topics/other.json': json(TOPIC) });
    assert.deepEqual(problems, [
      'topics/other.json: /id: expected "other", the name of the file, received "keskusta"',
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
