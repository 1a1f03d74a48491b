import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { ConfigError, readConfig } from './config.js';
import { openDatabase } from './database/database.js';
import { makeFolder, type TestFolder } from './testing/folder.js';
import { startReceiver } from './testing/receiver.js';

let folder: TestFolder;

before(() => {
  folder = makeFolder({ 'openapi.json': '{}', 'empty.db': '', 'notes.txt': 'SQLite is fine' });
});

after(() => {
  folder.remove();
});

const read = (env: Record<string, string> = {}) => readConfig({ CONTENT: folder.path, ...env });

describe('an environment that says only where the content is', () => {
  it('listens to this machine alone and exports nothing', () => {
    const config = read();
    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.port, 4173);
    assert.equal(config.database, './var/puntari.db');
    assert.deepEqual(config.origins, []);
    assert.equal(config.operatorToken, undefined);
    assert.equal(config.trustProxy, false);
    assert.equal(config.pages, undefined);
  });
});

describe('an environment with everything in it', () => {
  it('is read as written', () => {
    const config = read({
      HOST: '0.0.0.0',
      PORT: '8080',
      DATABASE: '/data/p.db',
      PAGES: folder.path,
      ALLOWED_ORIGINS: 'https://www.example.fi, http://localhost:3000',
      OPERATOR_TOKEN: '0123456789abcdef',
      RATE_LIMIT: '300',
      TRUST_PROXY: 'loopback, 10.0.0.0/8',
      TRUSTED_TYPES: 'lit-html,puntari',
    });
    assert.equal(config.port, 8080);
    assert.deepEqual(config.origins, ['https://www.example.fi', 'http://localhost:3000']);
    assert.equal(config.rateLimit, 300);
    assert.deepEqual(config.trustProxy, ['loopback', '10.0.0.0/8']);
    assert.deepEqual(config.trustedTypes, ['lit-html', 'puntari']);
  });

  it('may say how many proxies stand before it', () => {
    const { trustProxy } = read({ TRUST_PROXY: '1' });
    assert.ok(typeof trustProxy === 'function');
    assert.deepEqual([trustProxy('10.0.0.1', 0), trustProxy('10.0.0.2', 1)], [true, false]);
  });
});

describe('a database', () => {
  it('may be there already, be empty, or not be there yet', async () => {
    const path = join(folder.path, 'there.db');
    await (await openDatabase(path)).destroy();
    for (const DATABASE of [path, join(folder.path, 'empty.db'), join(folder.path, 'new/a.db')]) {
      assert.equal(read({ DATABASE }).database, DATABASE);
    }
  });
});

describe('the description of the interface', () => {
  it('is left out when it is not there', () => {
    assert.equal(read({ OPENAPI: join(folder.path, 'none.json') }).openApi, undefined);
    const OPENAPI = join(folder.path, 'openapi.json');
    assert.equal(read({ OPENAPI }).openApi, OPENAPI);
  });
});

describe('proxies', () => {
  for (const TRUST_PROXY of ['10.0.0.0/8', '10.0.0.1/32', 'fd00::/8', '::1/128', '192.0.2.1']) {
    it(`may be ${TRUST_PROXY}, which a receiver can be made with`, async () => {
      const { trustProxy } = read({ TRUST_PROXY });
      await (await startReceiver({ trustProxy })).close();
      assert.deepEqual(trustProxy, [TRUST_PROXY]);
    });
  }
});

describe('an environment with one mistake', () => {
  for (const [name, value, expected] of [
    ['OPERATOR_TOKEN', 'four words of a token', 'letters, digits and signs of ASCII'],
    ['OPERATOR_TOKEN', 'näkymättömän-pitkä', 'letters, digits and signs of ASCII'],
    ['RATE_LIMIT', '0', 'a whole number from 1'],
    ['TRUST_PROXY', '10.0.0.0/99', 'true, a number of proxies or their addresses'],
    ['TRUST_PROXY', '10.0.0.0/0', 'true, a number of proxies or their addresses'],
    ['TRUST_PROXY', '::1/129', 'true, a number of proxies or their addresses'],
    ['TRUST_PROXY', '10.0.0.0/8/8', 'true, a number of proxies or their addresses'],
    ['OPENAPI', '.', 'a file'],
    ['DATABASE', '.', 'a file'],
    ['DATABASE', 'notes.txt', 'a SQLite file, or none yet'],
  ] as const) {
    it(`such as ${name}=${value} is refused by name`, () => {
      const isPath = ['OPENAPI', 'DATABASE'].includes(name);
      assert.throws(
        () => read({ [name]: isPath ? join(folder.path, value) : value }),
        (error) => {
          assert.ok(error instanceof ConfigError);
          const [, ...lines] = error.message.split('\n');
          assert.equal(lines.length, 1);
          assert.ok(lines[0]?.startsWith(`  ${name}: expected ${expected}, received `), lines[0]);
          return true;
        },
      );
    });
  }
});

describe('an environment with mistakes', () => {
  it('is refused with all of them, by name', () => {
    const env = {
      PORT: '99999',
      CONTENT: '/none',
      CDN: '/none',
      ALLOWED_ORIGINS: 'https://www.example.fi/,*',
      OPERATOR_TOKEN: 'short',
      RATE_LIMIT: '-1',
      TRUST_PROXY: 'my-proxy',
    };
    assert.throws(
      () => readConfig(env),
      (error) => {
        assert.ok(error instanceof ConfigError);
        const names = [...error.message.matchAll(/^ {2}(\w+): expected .+, received .+$/gm)];
        assert.deepEqual(names.map(([, name]) => name).sort(), Object.keys(env).sort());
        return true;
      },
    );
  });

  it('never repeats the token', () => {
    assert.throws(
      () => read({ OPERATOR_TOKEN: 'hunter2' }),
      (error) => {
        assert.ok(error instanceof ConfigError);
        assert.doesNotMatch(error.message, /hunter2/);
        return true;
      },
    );
  });

  it('is refused without content', () => {
    assert.throws(() => readConfig({}), /CONTENT: expected the folder with the records/);
  });
});
