import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { calendarFile, type CalendarEvent } from './calendar.js';

const NOW = Date.parse('2027-09-01T10:00:00+03:00');

const MEETING: CalendarEvent = {
  uid: 'eka.liikenne',
  starts: '2027-11-20T09:30:00+02:00',
  ends: '2027-11-20T16:00:00+02:00',
  title: 'Asukaspaneeli: 1. kokous',
  place: 'Kirjasto, Kaivomestari; 2. krs',
};

/** As a calendar reads it: unfolded, then property by property. */
function read(file: string): [string, string][] {
  return file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter(Boolean)
    .map((line) => {
      const at = line.indexOf(':');
      const text = line
        .slice(at + 1)
        .replaceAll(/\\([\\,;n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
      return [line.slice(0, at), text];
    });
}

describe('calendarFile', () => {
  it('names the event the same each time, and as nobody else does', () => {
    expect(read(calendarFile([MEETING], NOW))).to.deep.include([
      'UID',
      `eka.liikenne@${location.host}`,
    ]);
  });

  it('tells when in UTC, what and where', () => {
    const lines = read(calendarFile([MEETING], NOW));
    expect(lines).to.deep.include(['DTSTART', '20271120T073000Z']);
    expect(lines).to.deep.include(['DTEND', '20271120T140000Z']);
    expect(lines).to.deep.include(['DTSTAMP', '20270901T070000Z']);
    expect(lines).to.deep.include(['SUMMARY', 'Asukaspaneeli: 1. kokous']);
    expect(lines).to.deep.include(['LOCATION', 'Kirjasto, Kaivomestari; 2. krs']);
  });

  it('writes a whole day as one, the same everywhere', () => {
    const lines = read(calendarFile([{ uid: 'a', starts: '2027-11-20', title: 'Päätös' }], NOW));
    expect(lines).to.deep.include(['DTSTART;VALUE=DATE', '20271120']);
    expect(lines.map(([name]) => name)).to.not.include('DTEND');
  });

  it('takes up no time for a day to keep in mind, and all of it for a meeting', () => {
    const day = read(calendarFile([{ uid: 'a', starts: '2027-11-20', title: 'Päätös' }], NOW));
    expect(day).to.deep.include(['TRANSP', 'TRANSPARENT']);
    expect(read(calendarFile([MEETING], NOW)).map(([name]) => name)).to.not.include('TRANSP');
  });

  it('says of what is not sure that it is not', () => {
    const sure = read(calendarFile([MEETING], NOW));
    const unsure = read(calendarFile([{ ...MEETING, isTentative: true }], NOW));
    expect(sure.map(([name]) => name)).to.not.include('STATUS');
    expect(unsure).to.deep.include(['STATUS', 'TENTATIVE']);
  });

  it('gives back any text, in lines of at most 75 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const file = calendarFile([{ ...MEETING, title }], NOW);
        const longest = Math.max(
          ...file.split('\r\n').map((line) => new TextEncoder().encode(line).length),
        );
        expect(longest).to.be.at.most(75);
        const [, summary] = read(file).find(([name]) => name === 'SUMMARY') ?? [];
        expect(summary).to.equal(title.replaceAll(/\r\n|[\n\r\u2028\u2029]/g, '\n'));
      }),
    );
  });
});
