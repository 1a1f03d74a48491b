import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import * as v from 'valibot';

import { parseStrict } from './strict.js';

const schema = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(3)),
  body: v.optional(v.strictObject({ name: v.string() })),
  status: v.optional(v.picklist(['done', 'noted'])),
});

/** What is said of a draft, by where. */
function told(draft: unknown): Record<string, unknown> {
  const result = parseStrict(schema, draft);
  assert.ok('errors' in result);
  return Object.fromEntries(
    result.errors.map(({ pointer, params }) => [
      pointer,
      `${String(params?.['expected'])}, received ${String(params?.['received'])}`,
    ]),
  );
}

describe('what is wrong with an entry', () => {
  it('is said in words that tell what would be right', () => {
    assert.deepEqual(told({ body: 'x', odd: 1 }), {
      '/name': 'a value, received nothing',
      '/body': 'an object, received "x"',
      '/odd': 'no field of this name, received "odd"',
    });
    assert.deepEqual(told({ name: 'Aino', body: {}, status: 'odd' }), {
      '/name': 'at most 3 characters, received 4',
      '/body/name': 'a value, received nothing',
      '/status': '("done" | "noted"), received "odd"',
    });
  });
});
