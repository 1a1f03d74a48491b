import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { formatDate, formatDeadline, formatTime, formatTimes, inOneLine } from './dates.js';

const STARTS = '2027-03-01T09:00:00+02:00';

describe('a time in the words of a page', () => {
  for (const [lang, day, hour, hours] of [
    ['fi', '1.\u00A0maaliskuuta 2027', 'klo\u00A09.00', '9.00–\u206015.30'],
    ['fi-simple', '1.\u00A0maaliskuuta 2027', 'klo\u00A09.00', '9.00–\u206015.30'],
    ['sv', '1\u00A0mars 2027', 'kl.\u00A09.00', '9.00–\u206015.30'],
    ['en', '1\u00A0March 2027', 'at\u00A009:00', '09:00–\u206015:30'],
    ['ar', '1\u00A0مارس 2027', 'في\u00A009:00', '09:00–\u206015:30'],
  ] as const) {
    it(`is not parted at the end of a line: ${lang}`, () => {
      const clock = { lang, timeZone: 'Europe/Helsinki' };
      assert.equal(formatDate('2027-03-01', lang), day);
      assert.equal(formatTime(STARTS, clock), `${day} ${hour}`);
      assert.equal(formatDeadline(STARTS, clock), `${day} ${hour}`);
      const range = formatTimes(STARTS, '2027-03-01T15:30:00+02:00', clock);
      assert.ok(range.startsWith(day) && range.endsWith(hours), range);
    });
  }

  it('that goes on the next day has room for a line to end', () => {
    const clock = { lang: 'fi', timeZone: 'Europe/Helsinki' };
    assert.equal(
      formatTimes(STARTS, '2027-03-02T15:30:00+02:00', clock),
      '1.\u00A0maaliskuuta 2027 klo\u00A09.00–2.\u00A0maaliskuuta 2027 klo\u00A015.30',
    );
  });

  it('is followed by a section whose number stays with its sign', () => {
    assert.equal(inOneLine('12.3.2027, § 136'), '12.3.2027, §\u00A0136');
  });
});
