import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import fc from 'fast-check';

import {
  cleanText,
  parseRecord,
  publishingProblems,
  type Response,
  RESPONSE_STATUSES,
  type Statement,
  STATUSES_WITH_REASON,
} from '@puntari/contracts';

import { contentOf } from '../content/content.js';
import {
  fileOf,
  newKey,
  OPERATOR_TOKEN,
  postJson,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import { STATEMENT } from '../testing/statement.js';
import { applyChange, type Change } from './change.js';

const content = contentOf([fileOf('statements', STATEMENT)]);
const ITEMS = STATEMENT.items.map(({ id }) => id);
const AUTHORIZED = { authorization: `Bearer ${OPERATOR_TOKEN}` };
const entriesAt = (item: string): string => `/api/statements/${STATEMENT.id}/items/${item}/entries`;

let receiver: TestReceiver;

beforeEach(async () => {
  receiver = await startReceiver({ content, operatorToken: OPERATOR_TOKEN });
});

afterEach(() => receiver.close());

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => cleanText(`a${text}`));
const text = fc.oneof(words, fc.record({ fi: words, sv: words }, { requiredKeys: ['fi'] }));
const status = fc.constantFrom(...RESPONSE_STATUSES);
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const body = fc.record({ name: text });
const answer = fc.record(
  {
    status,
    text,
    reason: text,
    body,
    due: day,
    decidedOn: day,
    next: fc.record({ text, by: day }),
  },
  { requiredKeys: ['status'] },
);
const handling = fc.record(
  { body, date: day, section: words, proposal: text, decision: text },
  { requiredKeys: ['body'] },
);
const step = fc.record({ on: day, status, note: text }, { requiredKeys: ['on', 'status'] });
const recordedBy = words;
const place = fc.option(fc.nat(3), { nil: undefined });
const change = fc.oneof(
  fc.record({ kind: fc.constant('response' as const), response: answer, recordedBy }),
  fc.record({
    kind: fc.constant('handling' as const),
    handling: fc.option(handling),
    place,
    recordedBy,
  }),
  fc.record({
    kind: fc.constant('progress' as const),
    progress: fc.option(step),
    place,
    setsStatus: fc.boolean(),
    recordedBy,
  }),
);
const attempts = fc.array(fc.tuple(fc.constantFrom(...ITEMS), change), { maxLength: 12 });

const published = async (): Promise<Statement> =>
  (await receiver.app.inject({ url: `/statements/${STATEMENT.id}.json` })).json();

interface Shown {
  readonly version: number;
  readonly response?: Response;
  readonly entries: readonly {
    readonly version: number;
    readonly change: Change;
    readonly before: Response | null;
    readonly after: Response;
  }[];
}
const historyOf = async (item: string): Promise<Shown> =>
  (await receiver.app.inject({ url: entriesAt(item), headers: AUTHORIZED })).json();

const post = (item: string, draft: unknown, version: number): ReturnType<typeof postJson> =>
  postJson(receiver.app, entriesAt(item), draft, {
    ...AUTHORIZED,
    'if-match': `"${String(version)}"`,
  });

describe('whatever officers record, in any order', () => {
  it('the record stays valid, nothing is lost, and the history tells all of it', async () => {
    await fc.assert(
      fc.asyncProperty(attempts, async (tries) => {
        await receiver.close();
        receiver = await startReceiver({ content, operatorToken: OPERATOR_TOKEN });
        const taken = new Map<string, unknown[]>(ITEMS.map((id) => [id, []]));
        for (const [item, draft] of tries) {
          const list = taken.get(item) ?? [];
          const { statusCode } = await post(item, draft, list.length);
          assert.ok(statusCode === 201 || statusCode === 422, String(statusCode));
          if (statusCode === 201) list.push(JSON.parse(JSON.stringify(draft)));
        }
        const record = await published();
        assert.deepEqual(parseRecord('statement', record).problems, []);
        assert.deepEqual(publishingProblems('statement', record), []);
        for (const [index, { id, kind, response: authored }] of (
          content.statements.get(STATEMENT.id)?.items ?? []
        ).entries()) {
          const { version, entries } = await historyOf(id);
          assert.equal(version, taken.get(id)?.length);
          assert.deepEqual(
            entries.map((entry) => entry.change),
            taken.get(id),
          );
          let now: Response | undefined = authored;
          for (const entry of entries) {
            assert.deepEqual(entry.before, now ?? null);
            now = applyChange(now, entry.change, kind);
            assert.deepEqual(JSON.parse(JSON.stringify(now)), entry.after);
          }
          assert.deepEqual(
            record.items[index]?.response,
            now === undefined ? undefined : JSON.parse(JSON.stringify(now)),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('an answer that owes a reason is never published without one', async () => {
    await fc.assert(
      fc.asyncProperty(attempts, async (tries) => {
        for (const [item, draft] of tries) await post(item, draft, (await historyOf(item)).version);
        for (const { response } of (await published()).items) {
          if (response && (STATUSES_WITH_REASON as readonly string[]).includes(response.status))
            assert.ok(response.reason);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('of those who write at once over the same version, exactly one is recorded', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ITEMS),
        fc.array(step, { minLength: 2, maxLength: 6 }),
        async (item, steps) => {
          const { version } = await historyOf(item);
          const answers = await Promise.all(
            steps.map((progress) =>
              post(item, { kind: 'progress', progress, recordedBy: 'x' }, version),
            ),
          );
          const codes = answers.map(({ statusCode }) => statusCode);
          assert.equal(codes.filter((code) => code === 201).length, 1);
          assert.equal(codes.filter((code) => code === 412).length, steps.length - 1);
          assert.equal((await historyOf(item)).version, version + 1);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('a repeat under the same key is never recorded twice, however many come at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ITEMS),
        step,
        fc.integer({ min: 2, max: 5 }),
        async (item, progress, times) => {
          const { version } = await historyOf(item);
          const headers = {
            ...AUTHORIZED,
            'if-match': `"${String(version)}"`,
            'idempotency-key': newKey(),
          };
          const draft = { kind: 'progress', progress, recordedBy: 'x' };
          const answers = await Promise.all(
            Array.from({ length: times }, () =>
              postJson(receiver.app, entriesAt(item), draft, headers),
            ),
          );
          assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [
            ...Array.from({ length: times - 1 }, () => 200),
            201,
          ]);
          assert.equal((await historyOf(item)).version, version + 1);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('any JSON is answered, and nothing of it is recorded by halves', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }),
        change,
        fc.string(),
        async (value, good, key) => {
          for (const draft of [
            value,
            { ...good, [key]: value },
            { kind: 'response', recordedBy: 'x', response: value },
          ]) {
            const { version } = await historyOf('r1');
            const { statusCode } = await post('r1', draft, version);
            assert.ok([201, 400, 422].includes(statusCode), String(statusCode));
            assert.equal(
              (await historyOf('r1')).version,
              statusCode === 201 ? version + 1 : version,
            );
          }
          assert.deepEqual(publishingProblems('statement', await published()), []);
        },
      ),
      { numRuns: 100 },
    );
  });
});
