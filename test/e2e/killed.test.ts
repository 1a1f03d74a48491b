/**
 * The receiver is killed at any moment while residents send, and started again. Every receipt that one of them holds has
 * exactly one row, with what was sent last; nothing is there twice, nothing by half.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import type { Panel } from '@puntari/contracts';

import { Receiver } from './support/receiver.js';
import { Crowd, type Proof } from './support/respondents.js';

const KILLS = process.env['FULL'] === '1' ? 200 : 20;
const RESIDENTS = 6;
/** Longest time that it may work before it is killed, in milliseconds: a few dozen submissions. */
const LONGEST_LIFE = 150;

const receiver = new Receiver();

let proofs: readonly Proof[];

before(async () => {
  await receiver.start();
  const panel = (await (
    await fetch(`${receiver.origin}/panels/liikenne-2027.json`)
  ).json()) as Panel;
  const crowd = new Crowd(
    RESIDENTS,
    `${receiver.origin}/api/panels/${panel.id}/registrations`,
    panel,
  );
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_LIFE));
      await receiver.stop('SIGKILL');
      await receiver.start();
    }
  } finally {
    // They would go on for ever where something above fails.
    crowd.close();
  }
  proofs = await crowd.leave();
});

after(() => receiver.remove());

const count = (from: string): number =>
  Number(receiver.rows(`SELECT count(*) AS n FROM ${from}`)[0]?.['n']);

describe(`the receiver, killed ${String(KILLS)} times while residents send`, () => {
  it('was killed in the middle of its work', () => {
    const lost = proofs.filter(({ tries }) => tries > 1).length;
    assert.ok(lost >= KILLS, `only ${String(lost)} of ${String(proofs.length)} had to try again`);
  });

  it('has one row for each receipt, with what was sent last', () => {
    const rows = new Map(receiver.registrations().map((row) => [row['reference'], row]));
    const wrong = proofs.filter(({ reference, birthYear }) => {
      const submission = String(rows.get(reference)?.['submission'] ?? '{}');
      return (JSON.parse(submission) as { birthYear?: number }).birthYear !== birthYear;
    });
    assert.deepEqual(wrong, []);
  });

  it('gave no two residents the same reference', () => {
    assert.equal(new Set(proofs.map(({ reference }) => reference)).size, proofs.length);
  });

  it('has no row that nobody has a receipt for', () => {
    // Everybody tried until there was a receipt, so there is nothing else to be there.
    for (const table of ['registrations', 'receipts', 'sent_keys'])
      assert.equal(count(table), proofs.length, table);
  });

  it('has nothing by half', () => {
    assert.equal(count("receipts WHERE receipt = '{}'"), 0);
    for (const [table, entry] of [
      ['registration_support', 'registration_id'],
      ['registration_history', 'entry_id'],
    ])
      assert.equal(
        count(`registrations WHERE id NOT IN (SELECT ${entry} FROM ${table})`),
        0,
        table,
      );
    assert.equal(receiver.rows('PRAGMA integrity_check')[0]?.['integrity_check'], 'ok');
  });
});
