import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import type { Panel } from '@puntari/contracts';

import { PANEL } from '../testing/records.js';
import { correctableUntil, midnight } from './correcting.js';

const iso = (at: number): string => new Date(at).toISOString();

describe('the moment at which a day begins', () => {
  for (const [day, timeZone, at] of [
    ['2027-02-20', 'Europe/Helsinki', '2027-02-19T22:00:00.000Z'],
    ['2027-07-01', 'Europe/Helsinki', '2027-06-30T21:00:00.000Z'],
    // The days on which Finland turns its clocks.
    ['2027-03-28', 'Europe/Helsinki', '2027-03-27T22:00:00.000Z'],
    ['2027-10-31', 'Europe/Helsinki', '2027-10-30T21:00:00.000Z'],
    ['2027-02-20', 'Pacific/Auckland', '2027-02-19T11:00:00.000Z'],
    ['2027-02-20', 'UTC', '2027-02-20T00:00:00.000Z'],
  ] as const) {
    it(`${day} in ${timeZone} is ${at}`, () => {
      assert.equal(iso(midnight(day, timeZone)), at);
    });
  }

  it('shows midnight on the clocks there, on any day', () => {
    const days = fc.integer({ min: 0, max: 20_000 });
    const zones = fc.constantFrom('Europe/Helsinki', 'America/New_York', 'Asia/Kolkata');
    fc.assert(
      fc.property(days, zones, (day, timeZone) => {
        const date = iso(Date.UTC(2000, 0, 1 + day)).slice(0, 10);
        const clock = new Intl.DateTimeFormat('sv-SE', {
          timeZone,
          dateStyle: 'short',
          timeStyle: 'short',
        });
        assert.equal(clock.format(midnight(date, timeZone)), `${date} 00:00`);
      }),
    );
  });
});

describe('the last moment for corrections', () => {
  const panel = (changes: object): Panel =>
    ({ ...PANEL, registration: { ...PANEL.registration, ...changes } }) as unknown as Panel;

  it('is that of closing where no draw is announced', () => {
    assert.equal(iso(correctableUntil(panel({}))), '2027-02-15T14:00:00.000Z');
  });

  it('is the beginning of the day of the draw, in the time zone of the record', () => {
    const drawn = panel({ drawnOn: '2027-02-20' });
    assert.equal(iso(correctableUntil(drawn)), '2027-02-19T22:00:00.000Z');
    assert.equal(
      iso(correctableUntil({ ...drawn, timeZone: 'Europe/Stockholm' })),
      '2027-02-19T23:00:00.000Z',
    );
  });

  it('is never before that of closing', () => {
    for (const drawnOn of ['2027-02-15', '2027-02-10']) {
      assert.equal(iso(correctableUntil(panel({ drawnOn }))), '2027-02-15T14:00:00.000Z');
    }
  });
});
