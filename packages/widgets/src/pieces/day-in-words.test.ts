import { expect } from '@open-wc/testing';
import { formatDate, loadLanguages, Locale } from '@puntari/core';

import { dayInWords, PIECES } from './day-in-words.js';

describe('a day in words', () => {
  for (const lang of ['fi', 'sv', 'en']) {
    it(`is what the browser writes in ${lang}, all year round`, async () => {
      await loadLanguages(lang, [PIECES]);
      const locale = new Locale(lang, [PIECES]);
      for (let month = 0; month < 12; month += 1) {
        for (const day of [1, 9, 10, 28]) {
          const iso = new Date(Date.UTC(2026, month, day)).toISOString().slice(0, 10);
          expect(dayInWords(iso, locale)).to.equal(formatDate(iso, lang));
        }
      }
    });
  }

  it('is left to the browser when it is an instant, or no day', async () => {
    await loadLanguages('fi', [PIECES]);
    const locale = new Locale('fi', [PIECES]);
    for (const text of ['2026-06-08T09:00:00+03:00', '2026-13-01', '2026-06-00', 'kesällä', ''])
      expect(dayInWords(text, locale)).to.equal(locale.date(text));
  });
});
