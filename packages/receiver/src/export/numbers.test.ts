import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import { contentOf } from '../content/content.js';
import { NOW, PANEL, QUOTAS, SUBMISSION } from '../testing/records.js';
import {
  fileOf,
  OPERATOR_TOKEN,
  PANEL_URL,
  postForm,
  postJson,
  receiptOf,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import type { Numbers } from './numbers.js';

const OFFICER = { authorization: `Bearer ${OPERATOR_TOKEN}` };
const QUOTAS_FILE = { folder: 'quotas', name: PANEL.id, text: JSON.stringify(QUOTAS) } as const;

let receiver: TestReceiver;

const start = (withQuotas = true): Promise<TestReceiver> =>
  startReceiver({
    content: contentOf([fileOf('panels', PANEL), ...(withQuotas ? [QUOTAS_FILE] : [])]),
    operatorToken: OPERATOR_TOKEN,
  });

beforeEach(async () => {
  receiver = await start();
});

afterEach(() => receiver.close());

const ask = (headers: Record<string, string> = OFFICER, id = PANEL.id) =>
  receiver.app.inject({ url: `/api/export/panels/${id}/numbers.json`, headers });

const numbers = async (): Promise<Numbers> => (await ask()).json<Numbers>();

/** Gives the private links. */
async function signUp(times: number, changes: object = {}): Promise<string[]> {
  const links: string[] = [];
  for (let time = 0; time < times; time += 1) {
    const body = { ...SUBMISSION, ...changes };
    links.push(receiptOf(await postJson(receiver.app, PANEL_URL, body, OFFICER)).manage ?? '');
  }
  return links;
}

describe('the numbers of a panel', () => {
  it('tell how many there are by status, channel, answer and age, with the quotas beside', async () => {
    await signUp(8, { strata: { gender: 'woman', area: 'north' } });
    await signUp(9, {
      strata: { gender: 'man', area: 'south' },
      birthYear: 2002,
      channel: 'phone',
    });
    await signUp(6, { strata: { gender: 'other', area: 'south' }, birthYear: 1950 });
    const told = await numbers();
    assert.equal(told.panel, PANEL.id);
    assert.equal(told.at, NOW.toISOString());
    assert.equal(told.seats, 30);
    assert.equal(told.total, 23);
    assert.deepEqual(told.strata['area'], {
      north: { count: 8, min: 10, max: 20 },
      south: { count: 15, min: 10, max: 20 },
    });
    assert.deepEqual(told.strata['age'], {
      '15-29': { count: 9, min: 6, max: 10 },
      '30-64': { count: 8, min: 12, max: 18 },
      '65+': { count: 6, min: 5, max: 9 },
    });
    assert.deepEqual(Object.keys(told.statuses), [
      'pool',
      'selected',
      'reserve',
      'confirmed',
      'declined',
    ]);
    assert.match(told.note, /null/);
  });

  it('hide small counts, and one more where that would give them away', async () => {
    await signUp(8, { strata: { gender: 'woman', area: 'north' } });
    await signUp(7, { strata: { gender: 'man', area: 'north' } });
    await signUp(1, { strata: { gender: 'man', area: 'south' }, channel: 'visit' });
    const { total, strata, channels } = await numbers();
    assert.equal(total, 16);
    assert.deepEqual(
      Object.values(strata['area'] ?? {}).map(({ count }) => count),
      [null, null],
    );
    // Three of four are one together: they would be nearly known.
    assert.deepEqual(channels, { web: null, phone: null, post: null, visit: null });
  });

  it('tell nothing while there are hardly any', async () => {
    await signUp(4);
    const { total, statuses, strata } = await numbers();
    assert.equal(total, null);
    assert.deepEqual([...new Set(Object.values(statuses))], [null]);
    assert.equal(strata['gender']?.['woman']?.count, null);
  });

  it('count those who have left apart, and in nothing else', async () => {
    const links = await signUp(12);
    for (const link of links.slice(0, 6)) await postForm(receiver.app, `${link}/withdraw`, []);
    for (const link of links.slice(0, 1)) await postForm(receiver.app, `${link}/delete`, []);
    const { total, left } = await numbers();
    assert.equal(total, 6);
    assert.deepEqual(left, { withdrawn: 5, deleted: null });
  });

  it('have ages of ten years, and no quotas, where there are none', async () => {
    await receiver.close();
    receiver = await start(false);
    await signUp(5, { birthYear: 1980 });
    await signUp(6, { birthYear: 2000 });
    const { seats, strata } = await numbers();
    assert.equal(seats, PANEL.seats);
    assert.deepEqual(strata['age'], { '20-29': { count: 6 }, '40-49': { count: 5 } });
  });

  it('name no age of ten years that is hidden: the name would tell that there is somebody', async () => {
    await receiver.close();
    receiver = await start(false);
    await signUp(6, { birthYear: 1980 });
    for (const birthYear of [1930, 1940, 1950, 1960, 2008]) await signUp(1, { birthYear });
    const { total, strata } = await numbers();
    assert.equal(total, 11);
    assert.deepEqual(strata['age'], { '40-49': { count: 6 } });
  });

  it('are for the operator, of a panel that is there', async () => {
    assert.equal((await ask({})).statusCode, 401);
    assert.equal((await ask(OFFICER, 'none')).statusCode, 404);
    assert.equal((await ask()).headers['cache-control'], 'no-store');
  });
});
