import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { createInstance } from 'i18next';

import '../words.js';
import { formatDate, formatNumber } from './formats.js';
import {
  areLoaded,
  languagesOf,
  loadLanguages,
  registerWords,
  spokenLanguage,
  translator,
} from './words.js';

const SHARED = ['core', 'form', 'vocabulary'];

describe('the shared words', () => {
  it('load no language that nobody asked for', async () => {
    expect(areLoaded('fi', SHARED)).to.equal(false);
    await loadLanguages('fi', SHARED);
    expect(areLoaded('fi', SHARED)).to.equal(true);
    for (const language of languagesOf('core').filter((code) => code !== 'fi')) {
      expect(areLoaded(language, SHARED), language).to.equal(false);
    }
  });

  it('load nothing behind a language that lacks nothing', async () => {
    const asked: string[] = [];
    const bring = (lang: string) => () => {
      asked.push(lang);
      return Promise.resolve({ default: { text: lang } });
    };
    registerWords('complete', {
      fi: bring('fi'),
      sv: bring('sv'),
      'fi-simple': bring('fi-simple'),
      ar: bring('ar'),
    });
    await loadLanguages('sv-FI', ['complete']);
    expect(asked).to.deep.equal(['sv']);
    expect(areLoaded('sv', ['complete'])).to.equal(true);
    expect(translator('sv-FI', ['complete'])('text')).to.equal('sv');
    expect(areLoaded('ar', ['complete'])).to.equal(false);
    await loadLanguages('ar', ['complete']);
    expect(asked).to.deep.equal(['sv', 'ar', 'fi']);
    await loadLanguages('en', ['complete']);
    expect(translator('en', ['complete'])('text')).to.equal('fi');
  });

  it('are said in Easy Finnish, and what it lacks in Finnish', async () => {
    await loadLanguages('fi-simple', SHARED);
    const t = translator('fi-simple', SHARED);
    expect(t('notProvided')).to.equal('Et vastannut');
    expect(t('topicStatus.proposed')).to.equal('Ehdotettu');
    expect(t('count.left', { count: 5, number: '5' })).to.equal('Voit kirjoittaa vielä 5 merkkiä');
    expect(spokenLanguage('fi-simple', 'form')).to.equal('fi-simple');
  });

  it('have every form of a plural in Arabic', async () => {
    await loadLanguages('ar', SHARED);
    const t = translator('ar', SHARED);
    const sentences = [0, 1, 2, 3, 11, 100].map((count) => t('errorSummary', { count }));
    expect(new Set(sentences)).to.have.length(6);
    expect(sentences[3]).to.contain('3');
    expect(sentences.join(' ')).not.to.match(/errorSummary|Korjaa/);
  });
});

describe('words that two widgets bring along', () => {
  const bring = (text: string) => () => Promise.resolve({ default: { text } });

  it('are known in the languages of both', async () => {
    registerWords('brought', { fi: bring('suomeksi'), ar: bring('بالعربية') });
    registerWords('brought', { fi: bring('suomeksi'), sv: bring('på svenska') });
    expect(languagesOf('brought')).to.have.members(['fi', 'sv', 'ar']);
    await loadLanguages('ar', ['brought']);
    expect(translator('ar', ['brought'])('text')).to.equal('بالعربية');
  });
});

describe('the values of a text', () => {
  const NAMES = ['a', 'count', 'number_2', 'constructor'];
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom('{{a}}', '$& $1 $$', '$t(text)', '<b>&amp;</b>', ''),
    fc.double({ noNaN: true }),
    fc.constant(undefined),
  );
  const values = fc.dictionary(fc.constantFrom(...NAMES), value, { noNullPrototype: true });
  const place = fc.constantFrom(...NAMES, 'missing').map((name) => `{{${name}}}`);
  const text = fc.array(fc.oneof(place, fc.constantFrom(' ', 'ä', '$1', '&')), {
    minLength: 1,
  });

  it('stand where i18next would put them, as they are', async () => {
    let at = 0;
    const instance = createInstance();
    await instance.init({ lng: 'fi', interpolation: { escapeValue: false }, resources: {} });
    await fc.assert(
      fc.asyncProperty(text, values, async (parts, given) => {
        at += 1;
        const namespace = `values-${String(at)}`;
        const words = { text: parts.join('') };
        registerWords(namespace, { fi: () => Promise.resolve({ default: words }) });
        await loadLanguages('fi', [namespace]);
        instance.addResourceBundle('fi', namespace, words);
        const theirs = instance.t('text', { ...given, nest: false, ns: namespace });
        expect(translator('fi', [namespace])('text', given)).to.equal(theirs);
      }),
      { numRuns: 500 },
    );
  });
});

describe('dates and numbers in Arabic', () => {
  it('have the digits, the calendar and the clock of Finnish letters', () => {
    expect(formatDate('2027-03-01', 'ar')).to.match(/^1\u00A0\p{L}+ 2027$/u);
    expect(formatDate('2027-03-01T17:05:00+02:00', 'ar-IQ', 'clock')).to.equal('17:05');
    expect(formatNumber(1200, 'ar')).to.match(/^1\D200$/);
  });
});
