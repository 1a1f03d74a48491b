/** The list of stories is written by hand, so that no tool stands between it and the tests. This keeps it whole. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const STORIES = fileURLToPath(new URL('../stories/', import.meta.url));

const files = readdirSync(STORIES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.stories.ts'))
  .map((file) => file.replaceAll('\\', '/'));
const index = readFileSync(`${STORIES}index.ts`, 'utf8');
const imported = [...index.matchAll(/import \* as (\w+) from '\.\/(.+)\.js';/g)];

describe('stories/index.ts', () => {
  for (const file of files) {
    it(`imports and lists ${file}`, () => {
      const found = imported.find(([, , path]) => `${String(path)}.ts` === file);
      assert.ok(found, `Import ./${file.replace(/ts$/, 'js')} in stories/index.ts.`);
      assert.match(
        index,
        new RegExp(`^  ${String(found[1])},$`, 'm'),
        'It is imported, not listed.',
      );
    });
  }
});

describe('a story file', () => {
  for (const file of files) {
    it(`${file} needs no Storybook at run time`, () => {
      const text = readFileSync(STORIES + file, 'utf8');
      const imports = [...text.matchAll(/^import (?!type )[^;]*?'([^']+)';/gm)].map(
        ([, from]) => from,
      );
      const ofStorybook = imports.filter((from) => /^(@storybook|storybook)\b/.test(from ?? ''));
      assert.deepEqual(ofStorybook, [], 'Use `import type`.');
    });
  }
});
