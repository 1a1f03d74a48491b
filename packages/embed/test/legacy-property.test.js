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

/** What a decorator tells the class, and what it gives back. */
function traceOf(property, options, hasOwn) {
  const calls = [];
  class Element {
    static createProperty(...values) {
      calls.push(values);
    }
  }
  if (hasOwn) Object.defineProperty(Element.prototype, 'level', { value: 2, writable: true });
  const descriptor = property(options)(Element.prototype, 'level');
  return { calls, descriptor };
}

describe('the half of the decorator that is bundled', () => {
  const plugin = legacyProperty();
  const source = readFileSync(ID, 'utf8');

  for (const options of [undefined, { type: Number, attribute: 'heading-level' }]) {
    for (const hasOwn of [false, true]) {
      it(`does what the whole one does (${JSON.stringify(options)}, ${String(hasOwn)})`, async () => {
        const { property: half } = await load(plugin.transform(source, ID).code);
        assert.deepEqual(traceOf(half, options, hasOwn), traceOf(whole, options, hasOwn));
      });
    }
  }

  it('is put only in the place of a module that is as it was', () => {
    assert.throws(() => plugin.transform('export function property() {}', ID), /is not as it was/);
  });

  it('touches no other module', () => {
    assert.equal(plugin.transform(source, '/lit/index.js'), null);
  });
});
