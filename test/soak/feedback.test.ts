/**
 * Ten minutes of feedback with photos at a steady load, passed on to a city while people read what was published and ask
 * for what became of theirs: the receiver keeps all of it, keeps up with it, and does not grow. Part of a full run.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { City } from '../../packages/receiver/src/testing/city.js';
import { exifSegment, jpeg } from '../../packages/receiver/src/testing/files.js';
import { Receiver } from '../e2e/support/receiver.js';
import { until } from '../e2e/support/until.js';
import { grown, type Held, inWords, median, Memory } from './readings.js';

const MINUTES = Number(process.env['SOAK_MINUTES'] ?? '10');
/** Between one feedback and the next, in milliseconds. A large city gets as many in an hour as come here in two minutes. */
const PAUSE = 200;
/** Every so manyth has a photo. */
const PHOTO = 3;
const SAMPLES = 30;
const CHANNEL = 'osallisuus';

const city = new City();
const folder = mkdtempSync(join(tmpdir(), 'puntari-soak-'));
const OPEN311 = join(folder, 'open311.json');
const memory = new Memory();
const receiver = new Receiver({
  env: { OPEN311, CITY_KEY: 'a-key-for-tests-only', ...memory.env },
});

interface Given {
  readonly reference: string;
  readonly manage: string;
}

const given: Given[] = [];
const held: Held[] = [];
/** How long the answers took, in milliseconds: to who gave feedback, and to who looked. */
const times: number[] = [];
const looks: number[] = [];
let photos = 0;

async function post(path: string, type: string, body: BodyInit): Promise<unknown> {
  const answer = await fetch(receiver.origin + path, {
    method: 'POST',
    headers: {
      'Content-Type': type,
      'Idempotency-Key': randomUUID(),
      ...(type === 'image/jpeg' && {
        'Content-Disposition': "attachment; filename*=UTF-8''Kuoppa%20tiell%C3%A4.jpg",
      }),
    },
    body,
  });
  const text = await answer.text();
  assert.equal(answer.status, 201, `${path}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

async function give(number: number): Promise<void> {
  const start = performance.now();
  const attachments = [];
  if (number % PHOTO === 0) {
    attachments.push(
      await post(
        `/api/feedback/${CHANNEL}/attachments`,
        'image/jpeg',
        new Uint8Array(jpeg(exifSegment(6))),
      ),
    );
    photos += 1;
  }
  const receipt = await post(
    `/api/feedback/${CHANNEL}`,
    'application/json',
    JSON.stringify({
      schemaVersion: 1,
      channelId: CHANNEL,
      lang: 'fi',
      kind: 'idea',
      text: `Lisää penkkejä bussipysäkeille. ${'Niillä odotetaan. '.repeat(number % 40)}`,
      wantsReply: false,
      mayBePublished: true,
      attachments,
    }),
  );
  given.push(receipt as Given);
  times.push(performance.now() - start);
}

/** Somebody reads what was published, and somebody looks what became of theirs. */
async function look(number: number): Promise<void> {
  const start = performance.now();
  const { manage } = given[number % Math.max(1, given.length)] ?? {};
  const paths = [`/feedback/${CHANNEL}/answers.json`, ...(manage ? [manage] : [])];
  for (const path of paths) {
    const answer = await fetch(new URL(path, receiver.origin));
    await answer.arrayBuffer();
    assert.equal(answer.status, 200, path);
  }
  looks.push(performance.now() - start);
}

/** The second fifth, when everything is warm. */
const early = <T>(values: readonly T[]): T[] =>
  values.slice(Math.floor(values.length * 0.2), Math.floor(values.length * 0.4));
const late = <T>(values: readonly T[]): T[] => values.slice(Math.floor(values.length * 0.8));

before(async () => {
  await city.start();
  const channel = {
    endpoint: city.endpoint,
    apiKeyVariable: 'CITY_KEY',
    service: '180',
    lookUp: 'complete',
    lookUpRows: 100_000,
    retrySeconds: 0.5,
  };
  writeFileSync(OPEN311, JSON.stringify({ channels: { [CHANNEL]: channel } }));
  receiver.edit(`feedback/${CHANNEL}.json`, (record) => {
    record['attachments'] = { types: ['image/jpeg'], maxFiles: 3, maxSize: 1_000_000 };
  });
  await receiver.start();
  const start = performance.now();
  const length = MINUTES * 60_000;
  for (let number = 0; performance.now() - start < length; number += 1) {
    const next = start + (number + 1) * PAUSE;
    await give(number);
    await look(number * 7);
    if (performance.now() - start >= (held.length * length) / SAMPLES)
      held.push(await memory.heldBy(receiver.pid));
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())));
  }
});

after(async () => {
  await receiver.remove();
  await city.stop();
  memory.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe(`the receiver after ${String(MINUTES)} minutes of feedback`, () => {
  it('has every feedback and every photo', () => {
    const references = new Set(receiver.feedback().map((row) => row['reference']));
    assert.deepEqual(
      given.filter(({ reference }) => !references.has(reference)),
      [],
    );
    const [row] = receiver.rows('SELECT count(*) AS n FROM attachments');
    assert.equal(row?.['n'], photos);
  });

  it('has passed each on once, and keeps up', async () => {
    const waiting = (): number =>
      Number(
        receiver.rows("SELECT count(*) AS n FROM open311_requests WHERE state <> 'sent'")[0]?.['n'],
      );
    await until('the last ones are forwarded', () => waiting() === 0, 30_000);
    assert.equal(city.references.length, given.length);
    assert.equal(new Set(city.references).size, given.length);
  });

  for (const [whom, all] of [
    ['who gives feedback', times],
    ['who looks', looks],
  ] as const) {
    it(`answers ${whom} about as fast as at the beginning`, (test) => {
      const [before, after] = [median(early(all)), median(late(all))];
      test.diagnostic(`ms: ${before.toFixed(0)}, ${after.toFixed(0)}`);
      // A few milliseconds more say nothing on a busy machine.
      assert.ok(after < before * 1.6 || after < before + 10, `${String(before)} ${String(after)}`);
    });
  }

  it('holds no more memory than when all was warm', (test) => {
    test.diagnostic(`MB: ${inWords(held)}`);
    assert.deepEqual(grown(early(held), late(held)), []);
  });
});
