import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import * as v from 'valibot';

import { id, instant, isoDate, recordBase, url } from './common.js';

const accepts = (schema: v.GenericSchema, data: unknown): boolean => v.is(schema, data);

describe('id', () => {
  it('is safe in a URL, an element id and a file name', () => {
    expect(accepts(id, 'liikenne-2027')).to.equal(true);
    for (const bad of ['', '-a', '../a', 'a b', 'ä', '__proto__', 'a/b', 'a'.repeat(81)]) {
      expect(accepts(id, bad), bad).to.equal(false);
    }
  });

  it('comes through a URL as it is', () => {
    const ids = fc.string({ maxLength: 20 }).filter((text) => accepts(id, text));
    fc.assert(
      fc.property(ids, (text) => encodeURIComponent(text) === text),
      { numRuns: 50 },
    );
  });
});

describe('isoDate', () => {
  it('is a day that exists', () => {
    expect(accepts(isoDate, '2028-02-29')).to.equal(true);
    for (const bad of ['2027-02-29', '2027-13-01', '1.3.2027', '2027-3-1', '2027-03-01T00:00Z']) {
      expect(accepts(isoDate, bad), bad).to.equal(false);
    }
  });

  it('is told once when it is wrong', () => {
    expect(v.safeParse(isoDate, 'huomenna').issues).to.have.length(1);
    expect(v.safeParse(isoDate, '2027-02-29').issues).to.have.length(1);
  });
});

describe('instant', () => {
  it('is a point in time with its offset', () => {
    for (const good of ['2027-03-01T09:00:00+02:00', '2027-03-01T09:00Z', '2027-03-01T09:00:00.5Z'])
      expect(accepts(instant, good), good).to.equal(true);
  });

  it('exists', () => {
    for (const bad of [
      '2027-02-30T09:00:00Z',
      '2027-03-01T25:00:00Z',
      '2027-03-01T09:61:00Z',
      '2027-03-01T09:00:00+99:99',
    ]) {
      expect(accepts(instant, bad), bad).to.equal(false);
    }
  });

  it('has an offset, because a time without one is another time elsewhere', () => {
    expect(accepts(instant, '2027-03-01T09:00:00')).to.equal(false);
  });
});

describe('url', () => {
  it('is a web address, a mail address, a phone number, or relative', () => {
    for (const good of [
      'https://example.fi/a?b=c#d',
      'http://example.fi',
      'mailto:a@example.fi',
      'tel:+358981621',
      '/a/b',
      './a:b',
      '../a',
      'a/b.pdf',
      '?a=b',
      '#osa',
      '//example.fi/a',
    ]) {
      expect(accepts(url, good), good).to.equal(true);
    }
  });

  it('never runs anything', () => {
    for (const bad of [
      '',
      ' /a',
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      ' javascript:alert(1)',
      '\u0001javascript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'blob:x',
      'file:///etc/passwd',
    ]) {
      expect(accepts(url, bad), bad).to.equal(false);
    }
  });

  it('leads to no other kind of place, whatever it is given', () => {
    const kinds = ['https:', 'http:', 'mailto:', 'tel:'];
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.constantFrom('javascript:', 'data:', '\t', '\u0000'), fc.string())
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        if (!accepts(url, text)) return;
        // What the browser does not understand as an address leads nowhere.
        if (!URL.canParse(text, 'https://example.fi/a/')) return;
        expect(kinds).to.include(new URL(text, 'https://example.fi/a/').protocol);
      }),
      { numRuns: 500 },
    );
  });
});

describe('timeZone', () => {
  it('is one that dates can be shown in', () => {
    expect(accepts(recordBase.timeZone, 'Europe/Mariehamn')).to.equal(true);
    expect(accepts(recordBase.timeZone, 'Espoo')).to.equal(false);
    expect(accepts(recordBase.timeZone, '')).to.equal(false);
  });
});
