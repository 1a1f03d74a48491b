import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { ConfigError, readConfig } from '../config.js';
import { makeFolder, type TestFolder } from '../testing/folder.js';
import { readSettings, settingsProblems } from './settings.js';

const GOOD = { endpoint: 'https://city.example.fi/v2', lookUp: 'complete', service: '180' };

let folder: TestFolder;

before(() => {
  folder = makeFolder({ key: ' avain-tiedostosta\n', 'broken.json': '{"channels":' });
});

after(() => {
  folder.remove();
});

const fileWith = (channel: object): TestFolder =>
  makeFolder({ 'open311.json': JSON.stringify({ channels: { palaute: channel } }) });

function read(channel: object, env: Record<string, string> = {}) {
  const own = fileWith(channel);
  try {
    return readSettings(join(own.path, 'open311.json'), env);
  } finally {
    own.remove();
  }
}

describe('settings of forwarding', () => {
  it('say what is usual where the file says nothing', () => {
    const { settings, problems } = read(GOOD);
    const city = settings.get('palaute');
    assert.deepEqual(problems, []);
    assert.equal(city?.endpoint.href, 'https://city.example.fi/v2/');
    assert.deepEqual(city.forms, ['full']);
    assert.deepEqual(city.contact, []);
    assert.equal(city.descriptionMax, 4000);
    assert.equal(city.apiKey, undefined);
  });

  it('take the key from a variable or a file', () => {
    const fromVariable = read({ ...GOOD, apiKeyVariable: 'KEY' }, { KEY: ' avain ' });
    assert.equal(fromVariable.settings.get('palaute')?.apiKey, 'avain');
    const fromFile = read({ ...GOOD, apiKeyFile: join(folder.path, 'key') });
    assert.equal(fromFile.settings.get('palaute')?.apiKey, 'avain-tiedostosta');
  });

  it('may name an address of this machine without https, for tries', () => {
    assert.deepEqual(read({ ...GOOD, endpoint: 'http://localhost:8080/' }).problems, []);
  });

  for (const [change, expected] of [
    [{ endpoint: 'http://city.example.fi/v2/' }, /endpoint: expected an address with https/],
    [{ endpoint: 'http://127.0.0.1.example.fi/' }, /endpoint: expected an address with https/],
    [{ endpoint: 'file:///etc/passwd' }, /endpoint: expected an address with https/],
    [
      { endpoint: 'https://me:hunter2@city.example.fi/' },
      /endpoint: expected an address without a name/,
    ],
    [{ endpoint: 'city' }, /endpoint: expected an address such as/],
    [{ lookUp: undefined }, /lookUp: expected /],
    [{ apiKey: 'hunter2' }, /apiKey: expected never/],
    [
      { apiKeyVariable: 'NOT_SET' },
      /apiKeyVariable: expected a variable that is set, received "NOT_SET"/,
    ],
    [{ apiKeyFile: '/none' }, /apiKeyFile: expected a file with the key/],
    [
      { apiKeyFile: '/none', apiKeyVariable: 'A' },
      /expected apiKeyVariable or apiKeyFile, received both/,
    ],
    [{ services: { praise: '1' } }, /services\/praise: expected /],
    [{ timeoutSeconds: 0 }, /timeoutSeconds: expected /],
    [{ forms: ['half'] }, /forms\/0: expected /],
  ] as const) {
    it(`with ${JSON.stringify(change)} are refused by name, without a secret`, () => {
      const { problems } = read({ ...GOOD, ...change });
      assert.match(problems.join('\n'), expected);
      assert.doesNotMatch(problems.join('\n'), /hunter2/);
    });
  }

  it('that are no JSON, or not there, are refused at the start', () => {
    for (const name of ['broken.json', 'none.json']) {
      const OPEN311 = join(folder.path, name);
      assert.throws(() => readConfig({ CONTENT: folder.path, OPEN311 }), ConfigError);
    }
  });

  it('for a channel that is not there are refused', () => {
    const { settings } = read(GOOD);
    assert.deepEqual(settingsProblems(settings, new Map([['palaute', {}]])), []);
    const [problem = ''] = settingsProblems(settings, new Map([['muu', {}]]));
    assert.match(problem, /channels\/palaute: expected one of the channels "muu"/);
  });
});
