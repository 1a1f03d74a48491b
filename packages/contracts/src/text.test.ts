import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import * as v from 'valibot';

import {
  cleanText,
  countCharacters,
  fallbackChain,
  isForeign,
  LANGUAGE_TAG,
  pickText,
} from './text.js';
import { languageTag, localizedText, plainText } from './text-schema.js';

/** Text as it may come from anywhere: halves of surrogate pairs, controls and all. */
const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const isText = (data: unknown): boolean => v.safeParse(localizedText, data).success;

describe('localizedText', () => {
  it('is a text, or a text per language', () => {
    expect(isText('Otsikko')).to.equal(true);
    expect(isText({ fi: 'Otsikko', 'sv-FI': 'Rubrik', 'fi-simple': 'Otsikko' })).to.equal(true);
  });

  it('may leave a language empty, as long as one is not', () => {
    expect(isText({ fi: 'Otsikko', sv: '' })).to.equal(true);
  });

  it('is not empty, nor only spaces', () => {
    for (const empty of ['', '  \n', {}, { fi: '' }, { fi: ' ', sv: '\t' }]) {
      expect(isText(empty), JSON.stringify(empty)).to.equal(false);
    }
  });

  it('has languages as keys', () => {
    for (const key of ['suomi', 'FI', 'fi_FI', '', 'f', 'fi-']) {
      expect(isText({ [key]: 'Otsikko' }), key).to.equal(false);
    }
  });

  it('is no list, number or nothing', () => {
    for (const other of [['fi'], 1, null, undefined, true, { fi: 1 }]) {
      expect(isText(other), JSON.stringify(other)).to.equal(false);
    }
  });

  it('takes no key that belongs to every object', () => {
    const data: unknown = JSON.parse('{"fi": "Otsikko", "__proto__": "x", "constructor": "y"}');
    const text = v.parse(localizedText, data);
    expect(Object.keys(text)).to.deep.equal(['fi']);
    expect(pickText(text, 'constructor')).to.deep.equal({ text: 'Otsikko', lang: 'fi' });
  });
});

describe('languageTag', () => {
  it('is never longer than a tag can be', () => {
    expect(v.safeParse(languageTag, 'sv-FI').success).to.equal(true);
    expect(v.safeParse(languageTag, `fi${'-abcdefgh'.repeat(9)}`).success).to.equal(false);
  });
});

describe('fallbackChain', () => {
  it('goes from the nearest language to the farthest, and ends in Finnish', () => {
    expect(fallbackChain('sv-FI')).to.deep.equal(['sv-FI', 'sv', 'fi']);
    expect(fallbackChain('fi-simple')).to.deep.equal(['fi-simple', 'fi']);
    expect(fallbackChain('fi')).to.deep.equal(['fi']);
  });

  it('takes a tag in any case, as HTML does', () => {
    expect(fallbackChain('SV')).to.deep.equal(['sv', 'fi']);
    expect(fallbackChain('sv-fi')).to.deep.equal(['sv-FI', 'sv', 'fi']);
    expect(fallbackChain('ZH-hant-tw')).to.deep.equal(['zh-Hant-TW', 'zh-Hant', 'zh', 'fi']);
    expect(fallbackChain('FI-SIMPLE')).to.deep.equal(['fi-simple', 'fi']);
  });

  it('takes the underscore of other systems, and spaces around the tag', () => {
    expect(fallbackChain(' sv_FI ')).to.deep.equal(['sv-FI', 'sv', 'fi']);
  });

  it('leaves out what is no tag', () => {
    expect(fallbackChain('')).to.deep.equal(['fi']);
    expect(fallbackChain('x--y')).to.deep.equal(['fi']);
    expect(fallbackChain('suomi')).to.deep.equal(['fi']);
  });

  it('takes only a few steps for a tag without end', () => {
    expect(fallbackChain(`sv${'-ab'.repeat(50_000)}`)).to.have.length(7);
  });

  it('gives tags, each once, the last one Finnish, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.stringMatching(LANGUAGE_TAG)), (lang) => {
        const chain = fallbackChain(lang);
        expect(chain.at(-1)).to.equal('fi');
        expect(new Set(chain).size).to.equal(chain.length);
        expect(chain.every((tag) => LANGUAGE_TAG.test(tag))).to.equal(true);
      }),
    );
  });
});

describe('pickText', () => {
  const title = { fi: 'Otsikko', sv: 'Rubrik', en: 'Title', ar: 'عنوان' };

  it('gives one text for all languages without a language', () => {
    expect(pickText('Otsikko', 'sv')).to.deep.equal({ text: 'Otsikko' });
  });

  it('gives the text in the language, and says which it is', () => {
    expect(pickText(title, 'sv')).to.deep.equal({ text: 'Rubrik', lang: 'sv' });
    expect(pickText(title, 'SV-fi')).to.deep.equal({ text: 'Rubrik', lang: 'sv' });
  });

  it('falls back to Finnish, then English, then whatever there is', () => {
    expect(pickText(title, 'so')).to.deep.equal({ text: 'Otsikko', lang: 'fi' });
    expect(pickText({ en: 'Title', ar: 'عنوان' }, 'so').lang).to.equal('en');
    expect(pickText({ ar: 'عنوان' }, 'so').lang).to.equal('ar');
  });

  it('passes over a language in which nothing is said', () => {
    expect(pickText({ sv: ' ', fi: 'Otsikko' }, 'sv')).to.deep.equal({
      text: 'Otsikko',
      lang: 'fi',
    });
  });

  it('gives nothing when nothing is said at all', () => {
    expect(pickText({ fi: '' }, 'fi')).to.deep.equal({ text: '' });
  });

  it('always gives a text that is in the record, under the language it names', () => {
    const tag = fc.constantFrom('fi', 'sv', 'en', 'sv-FI', 'ar', 'fi-simple', 'zh-Hant');
    const maps = fc
      .dictionary(tag, fc.string(), { minKeys: 1 })
      .filter((map) => Object.values(map).some((text) => text.trim() !== ''));
    fc.assert(
      fc.property(maps, fc.oneof(tag, anyText), (map, lang) => {
        const picked = pickText(map, lang);
        expect(picked.text.trim()).to.not.equal('');
        expect(map[picked.lang ?? '']).to.equal(picked.text);
      }),
    );
  });
});

describe('isForeign', () => {
  it('is another language, not another way of the same', () => {
    expect(isForeign('sv', 'fi')).to.equal(true);
    expect(isForeign('fi', 'fi-simple')).to.equal(false);
    expect(isForeign('sv', 'SV-fi')).to.equal(false);
    expect(isForeign('sv', 'sv_FI')).to.equal(false);
  });

  it('is not a text whose language is unknown', () => {
    expect(isForeign(undefined, 'fi')).to.equal(false);
  });
});

describe('countCharacters', () => {
  it('counts an emoji as one', () => {
    expect(countCharacters('🚲')).to.equal(1);
  });

  it('counts a letter with its accent as one, however it was typed', () => {
    expect(countCharacters('a\u0308')).to.equal(1);
    expect(countCharacters('ä')).to.equal(1);
  });

  it('counts half of a pair as one', () => {
    expect(countCharacters('\ud83d')).to.equal(1);
  });

  it('never counts more than there are code units', () => {
    fc.assert(
      fc.property(
        anyText,
        (text) => countCharacters(text.normalize('NFC')) <= text.normalize('NFC').length,
      ),
    );
  });
});

describe('cleanText', () => {
  it('takes away the space around a text, and what nobody can see in it', () => {
    expect(cleanText('\ufeff  Aino\u0000\u0007 \u202eEsimerkki\u202c \n')).to.equal(
      'Aino Esimerkki',
    );
  });

  it('keeps line breaks, tabs and what joins letters and emoji', () => {
    expect(cleanText('a\n\tb')).to.equal('a\n\tb');
    expect(cleanText('👩\u200d🔧 می\u200cخواهم')).to.equal('👩\u200d🔧 می\u200cخواهم');
  });

  it('counts a line break as one, whether a form or a script sent it', () => {
    expect(cleanText('a\r\nb\rc')).to.equal('a\nb\nc');
  });

  it('drops half of a pair, which no database can store', () => {
    expect(cleanText('a\ud83db🚲')).to.equal('ab🚲');
  });

  it('gives a text that is accepted, and that a second cleaning leaves as it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(v.is(plainText, clean)).to.equal(true);
        expect(cleanText(clean)).to.equal(clean);
        expect(new TextDecoder().decode(new TextEncoder().encode(clean))).to.equal(clean);
      }),
    );
  });
});

describe('plainText', () => {
  it('refuses controls, halves of pairs and marks that turn the direction', () => {
    for (const text of ['a\u0000b', '\u001b[31m', '\u0085', '\ud83d', '\u202eabc', '\u2066abc']) {
      expect(v.is(plainText, text), JSON.stringify(text)).to.equal(false);
    }
  });

  it('takes text of many lines in any script', () => {
    expect(v.is(plainText, 'Ensimmäinen\r\n\ttoinen 🚲 مرحبا \u200f')).to.equal(true);
  });
});
