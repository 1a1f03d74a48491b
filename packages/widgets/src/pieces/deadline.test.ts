import { expect } from '@open-wc/testing';
import { loadLanguages, Locale } from '@puntari/core';

import { deadlineOf } from './deadline.js';
import { momentOf } from './moment.js';

const SPOKEN = ['core'];

async function inLanguage(lang: string, timeZone?: string): Promise<Locale> {
  await loadLanguages(lang, SPOKEN);
  return Object.assign(new Locale(lang, SPOKEN), { timeZone });
}

/** Browsers differ in the comma after the weekday, in the mark between hours and minutes and in spaces that keep words together. */
const deadline = (iso: string, locale: Locale): string =>
  deadlineOf(iso, locale).replaceAll(/\s/g, ' ').replace(',', '').replace(':', '.');

describe('a deadline', () => {
  for (const [lang, words] of [
    ['fi', 'keskiviikkona 31. maaliskuuta 2027 klo 24.00'],
    ['sv', 'onsdag 31 mars 2027 kl. 24.00'],
    ['en', 'Wednesday 31 March 2027 at 24.00'],
  ] as const) {
    it(`at midnight is the end of the day before in ${lang}, whichever way the record writes it`, async () => {
      const locale = await inLanguage(lang);
      for (const iso of [
        '2027-04-01T00:00:00+03:00',
        '2027-03-31T24:00:00+03:00',
        '2027-03-31T21:00:00Z',
      ])
        expect(deadline(iso, locale)).to.equal(words);
    });
  }

  it('is told by the clocks of the place', async () => {
    const locale = await inLanguage('fi', 'Europe/London');
    expect(deadline('2027-04-01T00:00:00+01:00', locale)).to.contain('klo 24.00');
    expect(deadline('2027-04-01T00:00:00+03:00', locale)).to.contain('klo 22.00');
  });

  it('at any other time is that moment', async () => {
    const locale = await inLanguage('fi');
    for (const iso of [
      '2027-03-31T23:59:59+03:00',
      '2027-04-01T00:01:00+03:00',
      '2027-03-31T16:00:00+03:00',
      'kesällä',
    ])
      expect(deadlineOf(iso, locale)).to.equal(momentOf(iso, locale));
  });
});
