/**
 * The receiver is killed at any moment while residents give feedback and it is passed on to a city that takes its time and
 * fails too. The city has no key by which it would know a request that comes twice. In the end it has each exactly once.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { City, type Mood } from '../../packages/receiver/src/testing/city.js';
import { Receiver } from './support/receiver.js';
import { until } from './support/until.js';

const KILLS = process.env['FULL'] === '1' ? 100 : 20;
const RESIDENTS = 2;
/** Longest time that it may work before it is killed, in milliseconds: a dozen requests. */
const LONGEST_LIFE = 600;
/** Longest time that the city thinks before it keeps a request, and again before it answers. */
const LONGEST_THOUGHT = 60;
/** The city too fails now and then, before it has kept a request or after. */
const MOODS: readonly Mood[] = [
  'odd',
  'fails-before',
  'fails-after',
  'html-after',
  'hangs-up-before',
  'hangs-up-after',
];
const BAD_MOODS = 0.05;
const PATIENCE = 300_000;
const CHANNEL = 'osallisuus';

const city = new City();
const folder = mkdtempSync(join(tmpdir(), 'puntari-open311-'));
const OPEN311 = join(folder, 'open311.json');
const receiver = new Receiver({ env: { OPEN311, CITY_KEY: 'a-key-for-tests-only' } });
const references: string[] = [];

const pause = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends until there is a receipt, and keeps its reference. */
async function give(): Promise<void> {
  const key = randomUUID();
  const body = JSON.stringify({
    schemaVersion: 1,
    channelId: CHANNEL,
    lang: 'fi',
    kind: 'idea',
    text: 'Lisää penkkejä bussipysäkeille.',
    wantsReply: false,
    mayBePublished: false,
  });
  for (;;) {
    try {
      const answer = await fetch(`${receiver.origin}/api/feedback/${CHANNEL}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
        body,
      });
      const { reference } = (await answer.json()) as { reference?: string };
      assert.equal(answer.status, 201);
      references.push(String(reference));
      return;
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      await pause(20);
    }
  }
}

const count = (where: string): number =>
  Number(receiver.rows(`SELECT count(*) AS n FROM open311_requests WHERE ${where}`)[0]?.['n']);

before(async () => {
  await city.start();
  city.thinks = () => Math.random() * LONGEST_THOUGHT;
  city.mood = () =>
    Math.random() < BAD_MOODS
      ? (MOODS[Math.floor(Math.random() * MOODS.length)] ?? 'well')
      : 'well';
  const channel = {
    endpoint: city.endpoint,
    apiKeyVariable: 'CITY_KEY',
    service: '180',
    lookUp: 'complete',
    lookUpRows: 100_000,
    timeoutSeconds: 0.5,
    retrySeconds: 0.05,
    settleMinutes: 0.02,
  };
  writeFileSync(OPEN311, JSON.stringify({ channels: { [CHANNEL]: channel } }));
  await receiver.start();
  let isOpen = true;
  const crowd = Promise.all(
    Array.from({ length: RESIDENTS }, async () => {
      while (isOpen) {
        await give();
        await pause(100);
      }
    }),
  );
  // Told at the end; until then a fault must not end the process.
  crowd.catch(() => undefined);
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      await pause(Math.random() * LONGEST_LIFE);
      // Chance alone would not always meet the moment that matters.
      if (kill % 3 === 0) await until('the city has a request in hand', () => city.thinking > 0);
      await receiver.stop('SIGKILL');
      await receiver.start();
    }
  } finally {
    // They would go on for ever where something above fails.
    isOpen = false;
  }
  await crowd;
  await until('everything is forwarded', () => count("state <> 'sent'") === 0, PATIENCE);
});

after(async () => {
  await receiver.remove();
  await city.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe(`forwarding to a city, killed ${String(KILLS)} times`, () => {
  it('was killed in the middle of a request', () => {
    assert.ok(city.gone >= KILLS / 5, `the city was left alone ${String(city.gone)} times`);
  });

  it('loses nothing that there is a receipt for', () => {
    const there = new Set(city.references);
    const lost = references.filter((reference) => !there.has(reference));
    assert.deepEqual(lost, [], `of ${String(references.length)}`);
  });

  it('sends nothing twice', () => {
    const seen = new Set<string>();
    const twice = city.references.filter((one) => seen.has(one) || !seen.add(one));
    assert.deepEqual(twice, [], `of ${String(city.references.length)}`);
  });

  it('knows each by the id that the city gave it', () => {
    const sql = `SELECT reference, request_id FROM open311_requests
      JOIN feedback ON feedback.id = open311_requests.feedback_id`;
    const known = new Map(receiver.rows(sql).map((row) => [row['reference'], row['request_id']]));
    const wrong = city.requests.filter(
      ({ id }, index) => known.get(city.references[index] ?? '') !== id,
    );
    assert.deepEqual(wrong, []);
  });
});
