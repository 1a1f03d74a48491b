import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { property as whole } from '@lit/reactive-element/decorators/property.js';

import { legacyProperty } from '../build/legacy-property.js';

// Node is given a copy of its own; bundles take the one beside it.
const ID = createRequire(import.meta.url)
  .resolve('@lit/reactive-element/decorators/property.js')
  .replace('/node/decorators/', '/decorators/');
const load = (code) => import(`data:text/javascript,${encodeURIComponent(code)}`);

/** What a decorator of a field tells the class. */
function toldBy(property, options) {
  const told = [];
  class Element {
    static createProperty(...values) {
      told.push(values);
    }
  }
  property(options)(Element.prototype, 'level');
  return told;
}

describe('the half of the decorator that is bundled', () => {
  const plugin = legacyProperty();
  const source = readFileSync(ID, 'utf8');

  for (const options of [undefined, { type: Number, attribute: 'heading-level' }]) {
    it(`tells what the whole one tells (${JSON.stringify(options)})`, async () => {
      const { property: half } = await load(plugin.transform(source, ID).code);
      assert.deepEqual(toldBy(half, options), toldBy(whole, options));
    });
  }

  it('is put only in the place of a module that is as it was', () => {
    assert.throws(() => plugin.transform('export function property() {}', ID), /is not as it was/);
  });

  it('touches no other module', () => {
    assert.equal(plugin.transform(source, '/lit/index.js'), null);
  });
});
