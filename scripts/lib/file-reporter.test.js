import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';

import { fromRoot } from './paths.js';

const REPORTER = fromRoot('scripts/lib/file-reporter.js');

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'puntari-reporter-'));
});
after(() => {
  rmSync(folder, { recursive: true });
});

/** What is reported of a file with these tests. */
function report(body, flags = []) {
  const file = join(folder, 'one.test.mjs');
  writeFileSync(file, `import { describe, it } from 'node:test';\n${body}`);
  // Otherwise it would report to the run that this test is part of.
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--test', `--test-reporter=${REPORTER}`, ...flags, file],
    { encoding: 'utf8', env },
  );
  return { text: stdout, status };
}

describe('the report of test files', () => {
  describe('of a file whose tests pass', () => {
    it('is one line', () => {
      const { text, status } = report(
        `describe('a', () => { it('b', () => {}); it('c', () => {}); });`,
      );
      assert.match(text, /^✓ \S*one\.test\.mjs \S+ s · 2 tests\n$/);
      assert.equal(status, 0);
    });
  });

  describe('of a file in which one fails', () => {
    it('names it with its suites, once, and says why and what the file said', () => {
      const { text, status } = report(`describe('a', () => { it('b', () => {
        console.log('on the way');
        throw new Error('no bread');
      }); });`);
      assert.match(text, /✗ \S*one\.test\.mjs: a › b\n {4}Error: no bread/);
      assert.match(text, /1 tests, 1 failed\n {4}on the way/);
      assert.equal(text.match(/no bread/g).length, 1);
      assert.equal(status, 1);
    });
  });

  describe('of a file that never ends', () => {
    it('names the file and what it was doing', () => {
      const { text, status } = report(
        `describe('a', () => { it('waits', () => new Promise(() => { setInterval(() => {}, 999); })); });`,
        ['--test-timeout=1000'],
      );
      assert.match(
        text,
        /✗ \S*one\.test\.mjs as a whole, in or after "a › waits"\n {4}.*timed out after 1000ms/,
      );
      assert.equal(status, 1);
    });
  });

  describe('of a file that cannot be read', () => {
    it('says what is wrong with it', () => {
      const { text, status } = report('}');
      assert.match(text, /as a whole/);
      assert.match(text, /SyntaxError/);
      assert.equal(status, 1);
    });
  });
});
