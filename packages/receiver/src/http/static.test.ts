import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { makeFolder, type TestFolder } from '../testing/folder.js';
import { openPage, PANEL_URL, startReceiver, type TestReceiver } from '../testing/receiver.js';
import { resolveVersion } from './static.js';

let folder: TestFolder;
let receiver: TestReceiver;

before(async () => {
  folder = makeFolder({
    'pages/index.html': '<!doctype html><title>Index</title>',
    'pages/espoo/index.html': '<!doctype html><title>Espoo</title>',
    'pages/espoo/espoo.css': 'body{}',
    'pages/.secret': 'x',
    'cdn/0.1.0/puntari.js': 'export {};',
    'cdn/0.1.0/themes/espoo.css': ':root{}',
    'cdn/0.1.0/integrity.json': '{}',
    'cdn/0.1.9/puntari.js': 'export const nine = 9;',
    'cdn/0.1.0/widgets/form-page.css': 'form{}',
    'cdn/0.1.9/widgets/form-page.css': 'form{}',
    'cdn/0.1.10/puntari.js': 'export const ten = 10;',
    'storybook/index.html': '<!doctype html><script>1</script>',
    'openapi.json': '{"openapi":"3.1.0"}',
  });
  const at = (name: string): string => join(folder.path, name);
  receiver = await startReceiver({
    pages: at('pages'),
    cdn: at('cdn'),
    storybook: at('storybook'),
    openApi: at('openapi.json'),
  });
});

after(async () => {
  await receiver.close();
  folder.remove();
});

const get = (url: string) => receiver.app.inject({ url });

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html puntari puntari-loader; " +
  'report-uri /csp-reports';

describe('a page', () => {
  for (const url of ['/', '/espoo/', '/espoo/espoo.css']) {
    it(`at ${url} is served under the strict policy`, async () => {
      const response = await get(url);
      assert.equal(response.statusCode, 200);
      assert.equal(response.headers['content-security-policy'], POLICY);
      assert.equal(response.headers['x-content-type-options'], 'nosniff');
      assert.ok(response.headers['referrer-policy']);
    });
  }

  it('is found without the slash at its end', async () => {
    const response = await get('/espoo');
    assert.ok([301, 302].includes(response.statusCode));
    assert.match(String(response.headers.location), /\/espoo\/$/);
  });

  it('is not served from a hidden file or from outside the folder', async () => {
    assert.equal((await get('/.secret')).statusCode, 404);
    assert.notEqual((await get('/..%2fopenapi.json')).statusCode, 200);
  });

  it('may be given other names of Trusted Types policies', async () => {
    const other = await startReceiver({
      pages: join(folder.path, 'pages'),
      trustedTypes: ['a', 'b'],
    });
    const response = await other.app.inject({ url: '/' });
    assert.match(String(response.headers['content-security-policy']), /; trusted-types a b; /);
    await other.close();
  });
});

describe('a file of the widgets', () => {
  it('of a full version never changes, and can be used on any origin', async () => {
    const response = await get('/puntari/0.1.0/puntari.js');
    assert.equal(response.statusCode, 200);
    assert.match(String(response.headers['content-type']), /^(text|application)\/javascript/);
    assert.equal(response.headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.equal(response.headers['access-control-allow-origin'], '*');
  });

  for (const alias of ['0', '0.1']) {
    it(`at ${alias} is that of the newest version, and is kept for a short time`, async () => {
      const response = await get(`/puntari/${alias}/puntari.js`);
      assert.equal(response.body, 'export const ten = 10;');
      assert.equal(response.headers['cache-control'], 'public, max-age=300');
      assert.equal(response.headers['access-control-allow-origin'], '*');
    });
  }

  it('has the type of what it is', async () => {
    const css = await get('/puntari/0.1.0/themes/espoo.css');
    const json = await get('/puntari/0.1.0/integrity.json');
    assert.match(String(css.headers['content-type']), /^text\/css/);
    assert.match(String(json.headers['content-type']), /^application\/json/);
  });

  it('that does not exist is not remembered as such', async () => {
    for (const url of ['/puntari/0.1.0/none.js', '/puntari/9/puntari.js', '/puntari/0.1.0/']) {
      const response = await get(url);
      assert.equal(response.statusCode, 404);
      assert.equal(response.headers['cache-control'], 'no-store');
    }
  });
});

describe('a form on one page', () => {
  const stylesOf = (body: string): string[] =>
    [...body.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href);

  it('is styled by the newest version of the widgets that can', async () => {
    const page = await openPage(receiver.app, PANEL_URL);
    assert.deepEqual(stylesOf(page.body), [
      '/receiver.css',
      '/puntari/0.1.9/widgets/form-page.css',
    ]);
  });

  it('is styled by the receiver where the widgets are served elsewhere', async () => {
    const alone = await startReceiver();
    const page = await openPage(alone.app, PANEL_URL);
    await alone.close();
    assert.deepEqual(stylesOf(page.body), ['/receiver.css', '/receiver-form.css']);
  });
});

describe('the version that an address asks for', () => {
  const versions = ['0.1.0', '0.10.0', '0.9.3', '1.0.0'];

  it('is the newest by number, not by letter', () => {
    assert.equal(resolveVersion('0', versions), '0.10.0');
    assert.equal(resolveVersion('0.1', versions), '0.1.0');
    assert.equal(resolveVersion('1', versions), '1.0.0');
  });

  it('is none when there is none', () => {
    assert.equal(resolveVersion('2', versions), undefined);
    assert.equal(resolveVersion('0.1.1', versions), undefined);
    assert.equal(resolveVersion('..', versions), undefined);
  });
});

describe('the rest of what is served', () => {
  it('is a Storybook without our policy', async () => {
    const response = await get('/storybook/');
    assert.equal(response.statusCode, 200);
    assert.equal(response.headers['content-security-policy'], undefined);
  });

  it('is a Storybook also without the slash at its end', async () => {
    const response = await get('/storybook');
    assert.ok([301, 302].includes(response.statusCode));
    assert.match(String(response.headers.location), /\/storybook\/$/);
  });

  it('is the description of the interface', async () => {
    const response = await get('/openapi.json');
    assert.deepEqual(response.json(), { openapi: '3.1.0' });
    assert.equal(response.headers['access-control-allow-origin'], '*');
  });

  for (const url of ['/receiver.css', '/receiver-form.css']) {
    it(`is the stylesheet ${url}`, async () => {
      const response = await get(url);
      assert.equal(response.statusCode, 200);
      assert.match(String(response.headers['content-type']), /^text\/css/);
    });
  }
});
