/** The generated files are current, and hang together. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PACKAGE = fileURLToPath(new URL('../', import.meta.url));
const run = promisify(execFile);

const read = async (name) => JSON.parse(await readFile(join(PACKAGE, 'schema', name), 'utf8'));

/** Every value under a key, at any depth. */
function valuesOf(node, wanted) {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [
    ...(key === wanted ? [value] : []),
    ...valuesOf(value, wanted),
  ]);
}

const at = (root, pointer) =>
  pointer
    .slice(2)
    .split('/')
    .reduce((node, key) => node?.[key.replaceAll('~1', '/')], root);

describe('the generated schemas', () => {
  it('are what the sources say', async () => {
    await run(process.execPath, [join(PACKAGE, 'generate.js'), '--check']);
  });

  it('refer only to what is in the same file', async () => {
    for (const name of await readdir(join(PACKAGE, 'schema'))) {
      const content = await read(name);
      for (const ref of valuesOf(content, '$ref')) {
        assert.ok(at(content, ref), `${name}: ${ref} leads nowhere`);
      }
    }
  });

  it('carry only the parts that they use', async () => {
    const receipt = await read('receipt.schema.json');
    assert.deepEqual(Object.keys(receipt.$defs), [
      'Contact',
      'Instant',
      'IsoDate',
      'LanguageTag',
      'LocalizedText',
      'LocalizedUrl',
      'Url',
    ]);
  });

  it('have patterns that every reader of JSON Schema can use', async () => {
    for (const pattern of valuesOf(await read('openapi.json'), 'pattern')) {
      assert.doesNotThrow(() => new RegExp(pattern, 'u'), pattern);
    }
  });

  it('tell in words what JSON Schema cannot say', async () => {
    const { properties } = await read('panel.schema.json');
    assert.match(properties.registration.$comment, /to close after it opens/);
  });

  it('describe fields as the sources do', async () => {
    const { properties } = await read('panel.schema.json');
    assert.equal(
      properties.registration.properties.referenceDate.description,
      'The day on which ages are counted.',
    );
  });
});

describe('the OpenAPI document', () => {
  let document;
  before(async () => {
    document = await read('openapi.json');
  });

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      ['get', 'post', 'options']
        .filter((method) => item[method])
        .map((method) => ({ path, item, method, operation: item[method] })),
    );

  it('names each operation once', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('declares every part of a path', () => {
    for (const { path, item } of operations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const declared = (item.parameters ?? []).map(({ name }) => name);
      assert.deepEqual(declared, inPath, path);
    }
  });

  it('answers every refusal with a problem', () => {
    for (const { path, operation } of operations()) {
      for (const [status, { content }] of Object.entries(operation.responses)) {
        if (Number(status) < 400) continue;
        assert.ok(content['application/problem+json'], `${path} ${status}`);
      }
    }
  });

  it('gives every status that a submission can meet', () => {
    for (const path of [
      '/api/panels/{id}/registrations',
      '/api/feedback/{id}',
      '/api/feedback',
      '/api/topics/{id}',
      '/api/topics',
    ]) {
      const statuses = Object.keys(document.paths[path].post.responses).map(Number);
      assert.deepEqual(statuses, [200, 201, 303, 400, 404, 409, 413, 415, 422, 429, 500]);
    }
  });

  it('keeps every export, every answer and every change by officers behind the token of the operator', () => {
    for (const { path, operation } of operations()) {
      const isForOfficers = /^\/(api\/(export|statements)|operator)\//.test(path);
      assert.equal(operation.security !== undefined, isForOfficers, path);
    }
  });
});

describe('generate.js --check', () => {
  let folder;
  // In a copy, so that the real files are never touched.
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'puntari contracts-'));
    for (const part of ['dist', 'generate', 'generate.js', 'package.json', 'schema', 'src']) {
      await cp(join(PACKAGE, part), join(folder, part), { recursive: true });
    }
    await symlink(join(PACKAGE, '../../node_modules'), join(folder, 'node_modules'), 'dir');
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const check = () =>
    run(process.execPath, [join(folder, 'generate.js'), '--check']).then(
      () => '',
      (error) => error.stderr,
    );

  it('names the file that is out of date, missing or left over, and what to do', async () => {
    assert.equal(await check(), '');
    await writeFile(join(folder, 'schema/panel.schema.json'), '{}');
    await writeFile(join(folder, 'schema/poll.schema.json'), '{}');
    await rm(join(folder, 'schema/topic.schema.json'));

    assert.deepEqual((await check()).trim().split('\n'), [
      'packages/contracts/schema/panel.schema.json is out of date',
      'packages/contracts/schema/topic.schema.json is missing',
      'packages/contracts/schema/poll.schema.json is no longer made',
      'Run: npx tsc -b packages/contracts && node packages/contracts/generate.js',
    ]);
  });

  it('is content again after generating, and the left-over file is gone', async () => {
    await run(process.execPath, [join(folder, 'generate.js')]);
    assert.equal(await check(), '');
    assert.ok(!(await readdir(join(folder, 'schema'))).includes('poll.schema.json'));
  });
});
