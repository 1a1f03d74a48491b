import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { personalDataIn } from './personal-data.js';

const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const SIGNS = { 1800: '+', 1900: '-YXWVU', 2000: 'ABCDEF' } as const;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** A code by the rules of the population register, of nobody. */
const identityCode = fc
  .record({
    century: fc.constantFrom(1800 as const, 1900 as const, 2000 as const),
    year: fc.integer({ min: 0, max: 99 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    sign: fc.nat(),
    number: fc.integer({ min: 2, max: 999 }),
  })
  .map(({ century, year, month, day, sign, number }) => {
    const date = [day, month, year].map(twoDigits).join('');
    const running = String(number).padStart(3, '0');
    const signs = SIGNS[century];
    const check = CHECK_CHARACTERS.charAt(Number(date + running) % 31);
    return `${date}${signs.charAt(sign % signs.length)}${running}${check}`;
  });

/** A Finnish account number: the check digits by ISO 13616. */
const iban = fc.bigInt({ min: 0n, max: 10n ** 14n - 1n }).map((account) => {
  const digits = account.toString().padStart(14, '0');
  const check = 98n - (BigInt(`${digits}151800`) % 97n);
  return `FI${check.toString().padStart(2, '0')}${digits}`;
});

const kinds = (text: string): string[] => personalDataIn(text).map(({ kind }) => kind);
const cut = (text: string): string[] =>
  personalDataIn(text).map(({ start, end }) => text.slice(start, end));

describe('personalDataIn', () => {
  it('finds the codes that the authority gives as examples', () => {
    for (const code of ['131052-308T', '131052Y308T', '010594Y9032', '131052–308T']) {
      expect(cut(`Tunnukseni on ${code}.`)).to.deep.equal([code]);
    }
  });

  it('finds codes in each way in which people write them', () => {
    const signs = ['+', '-', 'Y', 'X', 'W', 'V', 'U', 'A', 'B', 'C', 'D', 'E', 'F', 'b', 'y'];
    for (const sign of signs) expect(kinds(`010195${sign}952N`)).to.deep.equal(['identity-code']);
    const ways = [
      '01 01 95 - 952 N',
      '01.01.95-952N',
      '010195  -  952N',
      '010195\u00AD-952N',
      '010195\u200B-\u200B952n',
      '010195\uFE63952N',
      '010195\uFF0D952N',
    ];
    for (const way of ways) expect(cut(`(${way})`)).to.deep.equal([way]);
  });

  it('finds account numbers with and without spaces', () => {
    const numbers = [
      'FI21 1234 5600 0007 85',
      'fi2112345600000785',
      'DE89 3704 0044 0532 0130 00',
      'FI21-1234-5600-0007-85',
      'FI21.1234.5600.0007.85',
    ];
    for (const number of numbers) {
      expect(cut(`Tili ${number} on minun`)).to.deep.equal([number]);
      expect(kinds(number)).to.deep.equal(['iban']);
    }
  });

  it('leaves numbers alone that only look like one', () => {
    const others = [
      '131052-308U',
      '310252-308T',
      'a131052-308T',
      '131052-308TA',
      'FI21 1234 5600 0007 86',
      'FI21 1234 5600 0007 851',
      'XX21 1234 5600 0007 85',
      '040 123 4567, 1.1.2027, EU 2016/679, 0001-1234567-8',
      '1.10.2026-3.10.2026, 01.01.95 klo 9.52, 13.10.26 A 308, 010195 - 9520',
    ];
    for (const text of others) expect(personalDataIn(text)).to.deep.equal([]);
  });

  it('finds each in its place, in the order of the text', () => {
    const words = fc.constantFrom('', 'Hei, ', 'tunnus: ', 'äö ', '🚲 ', '(');
    const after = fc.constantFrom('', '.', ', ', ' on minun', ')\n');
    const part = fc.record({ words, data: fc.oneof(identityCode, iban), after });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        const text = parts.map((one) => `${one.words}${one.data}${one.after}`).join(' | ');
        expect(cut(text)).to.deep.equal(parts.map(({ data }) => data));
      }),
    );
  });

  it('does not find a code whose check character is another', () => {
    fc.assert(
      fc.property(identityCode, fc.constantFrom(...CHECK_CHARACTERS.split('')), (code, check) => {
        fc.pre(!code.endsWith(check));
        expect(personalDataIn(code.slice(0, -1) + check)).to.deep.equal([]);
      }),
    );
  });

  it('does not find an account number in which one digit is another', () => {
    const place = fc.integer({ min: 4, max: 17 });
    fc.assert(
      fc.property(iban, place, fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const digit = String((Number(number.charAt(at)) + by) % 10);
        expect(personalDataIn(number.slice(0, at) + digit + number.slice(at + 1))).to.deep.equal(
          [],
        );
      }),
    );
  });

  it('takes any text, and long ones in no time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { start, end } of personalDataIn(text)) expect(start).to.be.lessThan(end);
      }),
    );
    const begun = performance.now();
    for (const piece of ['FI21 ', '131052-', ' ', '1']) personalDataIn(piece.repeat(20_000));
    expect(performance.now() - begun).to.be.lessThan(1000);
  });
});
