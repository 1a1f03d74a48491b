import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import fc from 'fast-check';

import { contentOf } from '../content/content.js';
import { FEEDBACK, FIELDS, SUBMISSION } from '../testing/records.js';
import {
  CONTENT_FILES,
  FEEDBACK_URL,
  fileOf,
  newKey,
  PANEL_URL,
  postForm,
  postJson,
  receiptOf,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import { CALL, CALL_URL, PROPOSAL } from '../testing/topics.js';

const ALL = contentOf([...CONTENT_FILES, fileOf('topic-calls', CALL)]);

let receiver: TestReceiver;

beforeEach(async () => {
  receiver = await startReceiver();
});

afterEach(() => receiver.close());

/** Every row of one submission, counted: equal before and after what was refused. */
async function rows(): Promise<number[]> {
  const tables = ['receipts', 'sentKeys', 'registrations', 'registrationHistory'] as const;
  const others = [
    'registrationSupport',
    'feedback',
    'feedbackHistory',
    'feedbackContacts',
  ] as const;
  return Promise.all([...tables, ...others].map((table) => receiver.count(table)));
}

const anyText = fc.string({ unit: 'binary', maxLength: 50 });
const anyValue = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }) },
  { weight: 1, arbitrary: anyText },
);

/** Where something stands in JSON, at any depth. */
function pathsIn(part: unknown, path: readonly string[] = []): string[][] {
  const own = path.length > 0 ? [[...path]] : [];
  if (typeof part !== 'object' || part === null) return own;
  const inner = Object.entries(part).flatMap(([key, item]) => pathsIn(item, [...path, key]));
  return [...own, ...inner];
}

function withValue(good: object, path: readonly string[], value: unknown): object {
  const copy = structuredClone(good) as Record<string, unknown>;
  const parent = path
    .slice(0, -1)
    .reduce((part, key) => part[key] as Record<string, unknown>, copy);
  parent[path.at(-1) ?? ''] = value;
  return copy;
}

/** A good submission with one part of it, at any depth, made into something else or left out. */
const broken = (good: object): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.constantFrom(...pathsIn(good)), fc.oneof(anyValue, fc.constant(undefined)))
    .map(([path, value]) => withValue(good, path, value));

const isRefusal = (status: number): boolean => status >= 400 && status < 500;

describe('whatever JSON is sent', () => {
  for (const [url, good] of [
    [PANEL_URL, SUBMISSION],
    [FEEDBACK_URL, FEEDBACK],
  ] as const) {
    it(`to ${url} is taken whole or refused whole`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.oneof(anyValue, broken(good), broken(good)), async (body) => {
          const before = await rows();
          const response = await postJson(receiver.app, url, JSON.stringify(body));
          const after = await rows();
          if (response.statusCode === 201) assert.equal(after[0], (before[0] ?? 0) + 1);
          else {
            assert.ok(isRefusal(response.statusCode), String(response.statusCode));
            assert.match(String(response.headers['content-type']), /^application\/problem\+json/);
            assert.deepEqual(after, before);
          }
        }),
        { numRuns: 400 },
      );
    });
  }
});

describe('an object that cannot be made a text', () => {
  const contact = { name: 'Äijä', email: 'aija@example.fi', phone: '+358401234567' };
  for (const [url, good] of [
    [PANEL_URL, SUBMISSION],
    [FEEDBACK_URL, { ...FEEDBACK, wantsReply: true, contact }],
    [CALL_URL, PROPOSAL],
  ] as const) {
    it(`is no fault of the receiver, wherever it is sent to ${url}`, async () => {
      const asked = await startReceiver({ content: ALL, rateLimit: 1000 });
      const statuses = new Map<string, number>();
      for (const path of pathsIn(good)) {
        const body = withValue(good, path, { toString: 1 });
        const { statusCode } = await postJson(asked.app, url, body);
        if (statusCode >= 500) statuses.set(path.join('/'), statusCode);
      }
      await asked.close();
      assert.deepEqual([...statuses], []);
    });
  }
});

describe('whatever bytes are sent', () => {
  for (const type of [
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'text/plain',
  ]) {
    it(`as ${type} are never answered with a fault`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
          const response = await receiver.app.inject({
            method: 'POST',
            url: PANEL_URL,
            headers: { 'content-type': type, 'idempotency-key': newKey() },
            payload: Buffer.from(bytes),
          });
          assert.ok(response.statusCode < 500, String(response.statusCode));
        }),
        { numRuns: 150 },
      );
    });
  }
});

describe('whatever fields are posted', () => {
  const names = [
    ...new Set(FIELDS.map(([name]) => name)),
    'start',
    'token',
    'toString',
    '__proto__',
  ];

  it('the answer is a page: the receipt, or the form with its errors', async () => {
    const field = fc.tuple(fc.oneof(fc.constantFrom(...names), anyText), anyText);
    await fc.assert(
      fc.asyncProperty(fc.array(field, { maxLength: 12 }), async (changes) => {
        const kept = FIELDS.filter(([name]) => !changes.some(([changed]) => changed === name));
        const response = await postForm(receiver.app, PANEL_URL, [...kept, ...changes]);
        assert.ok([200, 303, 400, 422].includes(response.statusCode), String(response.statusCode));
      }),
      { numRuns: 150 },
    );
  });
});

describe('retries with one key', () => {
  it('in any order and number give one row, one reference and the last body', async () => {
    const years = fc.array(fc.constantFrom(1980, 1981, 1982), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(years, async (tries) => {
        const before = await receiver.count('registrations');
        const headers = { 'idempotency-key': newKey() };
        const references = new Set<string>();
        for (const birthYear of tries) {
          const body = { ...SUBMISSION, birthYear };
          const response = await postJson(receiver.app, PANEL_URL, body, headers);
          references.add(receiptOf(response).reference);
        }
        const [reference = ''] = references;
        const row = await receiver.db
          .selectFrom('registrations')
          .select('submission')
          .where('reference', '=', reference)
          .executeTakeFirstOrThrow();
        assert.equal(references.size, 1);
        assert.equal(await receiver.count('registrations'), before + 1);
        assert.equal((JSON.parse(row.submission) as typeof SUBMISSION).birthYear, tries.at(-1));
      }),
      { numRuns: 40 },
    );
  });

  it('all at once give one row and one reference', async () => {
    const years = fc.array(fc.constantFrom(1980, 1981, 1982), { minLength: 2, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(years, async (tries) => {
        const before = await receiver.count('registrations');
        const headers = { 'idempotency-key': newKey() };
        const responses = await Promise.all(
          tries.map((birthYear) =>
            postJson(receiver.app, PANEL_URL, { ...SUBMISSION, birthYear }, headers),
          ),
        );
        assert.equal(new Set(responses.map((r) => receiptOf(r).reference)).size, 1);
        assert.equal(await receiver.count('registrations'), before + 1);
      }),
      { numRuns: 25 },
    );
  });
});
