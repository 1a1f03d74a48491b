/** Records with anything in them: the form is shown, or the message in its place; nothing is thrown. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { engine, isFull } from '../../../../test/support/engine.js';
import { expectLog } from '../../../../test/support/setup.js';
import './define.js';
import { panelWith } from './testing/panel.js';

type Json = Record<string, unknown>;

/** Every place of a record, as a path of keys. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...path, key]))];
}

const PLACES = placesIn(panelWith()).filter((path) => path.length > 0);

/** A record with something else in one place. */
function withAt(record: Json, path: readonly string[], value: unknown): Json {
  const copy = structuredClone(record);
  let place: Json = copy;
  for (const key of path.slice(0, -1)) {
    const next = place[key];
    if (typeof next !== 'object' || next === null) return copy;
    place = next as Json;
  }
  place[path.at(-1)!] = value;
  return copy;
}

const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('', '<b>x</b>', 'javascript:alert(1)', '2027-13-45', -1, 1e21, [], {}, null),
);
const records = fc
  .array(fc.tuple(fc.constantFrom(...PLACES), anything), { minLength: 1, maxLength: 4 })
  .map((changes) =>
    changes.reduce<Json>(
      (record, [path, value]) => withAt(record, path, value),
      panelWith() as unknown as Json,
    ),
  );

describe('<puntari-volunteer-form>, given any record', () => {
  const thrown: unknown[] = [];
  const onError = (event: ErrorEvent): void => {
    thrown.push(event.error ?? event.message);
  };
  const onRejection = (event: PromiseRejectionEvent): void => {
    thrown.push(event.reason);
  };

  before(() => {
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onRejection);
  });

  after(() => {
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onRejection);
  });

  it('shows the form, or says that it cannot', async () => {
    expectLog(/\[puntari\]/);
    await fc.assert(
      fc.asyncProperty(records, async (record) => {
        const element = document.createElement('puntari-volunteer-form');
        element.setAttribute('action', 'data:,nowhere');
        element.textContent = 'Soita 09 816 21.';
        element.record = record;
        document.body.append(element);
        try {
          for (let round = 0; round < 20; round += 1) {
            await element.updateComplete;
            await new Promise((resolve) => {
              setTimeout(resolve, 0);
            });
          }
          const words = `${element.shadowRoot?.textContent ?? ''}${element.textContent}`;
          expect(words.trim()).to.not.equal('');
          const links = [element, element.shadowRoot!].flatMap((root) => [
            ...root.querySelectorAll('a'),
          ]);
          for (const { protocol } of links) expect(protocol).to.not.equal('javascript:');
          expect(thrown).to.deep.equal([]);
        } finally {
          element.remove();
        }
      }),
      { numRuns: isFull && engine === 'chromium' ? 2000 : 150, includeErrorInReport: true },
    );
  }).timeout(600_000);
});
