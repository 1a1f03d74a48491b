import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';

import { trimLit } from '../build/trim-lit.js';

const { resolve } = createRequire(import.meta.url);
// Node is given copies of its own; bundles take those beside them.
const folderOf = (name) => dirname(resolve(name)).replace(/\/node$/, '');
const MODULES = [
  join(folderOf('lit-html'), 'lit-html.js'),
  join(folderOf('@lit/reactive-element'), 'reactive-element.js'),
  join(dirname(resolve('lit-element')), 'lit-element.js'),
].map((file) => file.replaceAll('\\', '/'));

describe('Lit as it is bundled', () => {
  const plugin = trimLit();

  for (const file of MODULES) {
    const source = readFileSync(file, 'utf8');

    it(`asks for no polyfill and lists no version (${file.split('/').at(-1)})`, () => {
      assert.match(source, /PolyfillSupport/);
      assert.match(source, /Versions/);
      assert.doesNotMatch(plugin.transform(source, file).code, /PolyfillSupport|Versions/);
    });

    it(`is refused when it is not as it was (${file.split('/').at(-1)})`, () => {
      const other = source.replaceAll('Versions', 'Releases');
      assert.throws(() => plugin.transform(other, file), /is not as it was/);
    });
  }

  describe('asked whether style sheets can be adopted', () => {
    const file = join(folderOf('@lit/reactive-element'), 'css-tag.js').replaceAll('\\', '/');
    const source = readFileSync(file, 'utf8');

    it('says yes without looking at the page', () => {
      const { code } = plugin.transform(source, file);
      assert.match(code, /,(\w+)=true,.*export{.*\b\1 as supportsAdoptingStyleSheets/s);
      assert.doesNotMatch(code, /ShadyCSS|Document\.prototype/);
    });

    it('is refused when it asks otherwise', () => {
      const other = source.replace('"replace"in', '"replaceSync"in');
      assert.throws(() => plugin.transform(other, file), /is not as it was/);
    });
  });

  it('keeps the place where the support for server-sent roots comes in', () => {
    const file = MODULES.at(-1);
    assert.match(plugin.transform(readFileSync(file, 'utf8'), file).code, /HydrateSupport/);
  });

  it('touches no other module', () => {
    assert.equal(plugin.transform('export const a = 1;', '/lit/index.js'), null);
  });
});
