import { expect } from '@open-wc/testing';

import { mailLink, phoneLink } from './reach.js';

describe('the number of a contact', () => {
  for (const [written, dialled] of [
    ['09 816 21', 'tel:0981621'],
    ['+358 9 816 21', 'tel:+358981621'],
    ['+358 (0)9 816 21', 'tel:+358981621'],
    ['+358(0)9 816 21', 'tel:+358981621'],
    ['00358 (0)9 816 21', 'tel:00358981621'],
    ['(09) 816 21', 'tel:0981621'],
    ['040-123 4567', 'tel:0401234567'],
    ['09 816 21 (ma–pe 9–15)', 'tel:0981621'],
    ['09 816 21 (9–15)', 'tel:0981621'],
    ['Vaihde 09 816 21, neuvonta 040 123 4567', 'tel:0981621'],
    ['09 816 21 / 040 123 4567', 'tel:0981621'],
    ['klo 9–15, puh. 09 816 21', 'tel:0981621'],
    ['112', 'tel:112'],
  ] as const) {
    it(`is dialled right, written as ${written}`, () => {
      expect(phoneLink(written)).to.equal(dialled);
    });
  }

  it('is none where there is none', () => {
    expect(phoneLink('ei puhelinta')).to.equal(undefined);
  });
});

describe('the e-mail address of a contact', () => {
  it('is one to write to', () => {
    expect(mailLink(' osallisuus@espoo.fi ')).to.equal('mailto:osallisuus@espoo.fi');
    expect(mailLink('etunimi@example.fi')).to.equal('mailto:etunimi@example.fi');
  });

  for (const written of [
    'etunimi.sukunimi@espoo.fi',
    'Förnamn.Efternamn@esbo.fi',
    'fornamn.efternamn@esbo.fi',
    'firstname.lastname@espoo.fi',
    'osallisuus (at) espoo.fi',
    'a@example.fi, b@example.fi',
  ]) {
    it(`is none where a letter would not arrive: ${written}`, () => {
      expect(mailLink(written)).to.equal(undefined);
    });
  }
});
