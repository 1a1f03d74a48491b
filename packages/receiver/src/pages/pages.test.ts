import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { PROBLEMS, type ProblemCode } from '../http/problem.js';
import ar from '../locales/ar.json' with { type: 'json' };
import en from '../locales/en.json' with { type: 'json' };
import fiSimple from '../locales/fi-simple.json' with { type: 'json' };
import fi from '../locales/fi.json' with { type: 'json' };
import sv from '../locales/sv.json' with { type: 'json' };
import { html } from './html.js';
import { renderProblemPage } from './problem-page.js';
import { renderReceiptPage } from './receipt-page.js';
import { SPOKEN_LANGUAGES, wordsIn } from './words.js';

/** Every text of a locale file by its key. */
function texts(part: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[prefix + key, value] as const]
        : [...texts(value as object, `${prefix}${key}.`)],
    ),
  );
}

const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe('the words of the pages', () => {
  for (const [lang, words] of Object.entries({ sv, en })) {
    it(`are all there in ${lang}, with the same places to fill`, () => {
      const source = texts(fi);
      const translated = texts(words);
      assert.deepEqual([...translated.keys()], [...source.keys()]);
      for (const [key, text] of source) {
        assert.notEqual(translated.get(key), '', key);
        assert.deepEqual(places(translated.get(key) ?? ''), places(text), key);
      }
    });
  }

  for (const [lang, words] of Object.entries({ ar, 'fi-simple': fiSimple })) {
    it(`that ${lang} has are of those that there are, with the same places to fill`, () => {
      const source = texts(fi);
      for (const [key, text] of texts(words)) {
        assert.ok(source.has(key), key);
        assert.notEqual(text, '', key);
        assert.deepEqual(places(text), places(source.get(key) ?? ''), key);
      }
    });
  }

  it('are there in Arabic for everything that residents see', () => {
    const forResidents = [...texts(fi).keys()].filter((key) => !key.startsWith('entry.'));
    assert.deepEqual([...texts(ar).keys()].sort(), forResidents.sort());
  });

  it('that Easy Finnish lacks are Finnish', () => {
    const { lang, t } = wordsIn('fi-simple');
    assert.equal(lang, 'fi-simple');
    assert.equal(t('answer.firstName'), fi.answer.firstName);
    assert.equal(t('manage.keep'), fiSimple.manage.keep);
  });
});

describe('HTML', () => {
  it('escapes what stands in it', () => {
    const text = `<img src=x onerror="a('b')">&`;
    assert.equal(html`<p title="${text}">${text}</p>`.text.includes('<img'), false);
    assert.equal(html`${'&'}`.text, '&amp;');
  });

  it('leaves nothing where there is nothing', () => {
    assert.equal(html`a${undefined}b${false}c`.text, 'abc');
  });
});

describe('a page about a problem', () => {
  for (const lang of SPOKEN_LANGUAGES) {
    for (const code of Object.keys(PROBLEMS) as ProblemCode[]) {
      it(`("${code}") has words in ${lang}`, () => {
        const page = renderProblemPage({ code, lang, wasSent: true, contact: undefined });
        assert.match(page, new RegExp(`<html lang="${lang}"`));
        assert.match(page, /<h1>[^<]{5,}<\/h1>/);
        assert.doesNotMatch(page, /undefined|\{\w+\}/);
      });
    }
  }
});

describe('a receipt page', () => {
  const page = (lang: string): string =>
    renderReceiptPage({
      kind: 'registration',
      lang,
      timeZone: 'Europe/Helsinki',
      receipt: {
        reference: 'K7M-4PX',
        receivedAt: '2027-02-01T22:30:00Z',
        readBy: { fi: 'Espoon kaupunki <b>', sv: 'Esbo stad' },
        answerBy: '2027-02-28',
        replaced: true,
        contact: {
          name: 'Neuvonta',
          phone: '09 816 21',
          url: { fi: 'javascript:alert(1)', sv: 'https://example.fi/sv' },
        },
      },
    });

  it('tells the time as Finland writes it, in the zone of the record', () => {
    assert.match(page('fi'), /2\.\u00A0helmikuuta 2027 klo\u00A00\.30/);
    assert.match(page('en'), /2\u00A0February 2027 at\u00A000:30/);
  });

  it('marks a text in another language', () => {
    assert.match(page('en'), /<span lang="fi" dir="auto">Espoon kaupunki &lt;b&gt;<\/span>/);
    assert.match(page('sv'), /<dd>Esbo stad<\/dd>/);
  });

  it('links only to whole addresses of the web', () => {
    assert.doesNotMatch(page('fi'), /javascript:/);
    assert.match(page('sv'), /<a href="https:\/\/example\.fi\/sv">/);
  });

  it('says that an earlier submission was replaced', () => {
    assert.match(page('fi'), /on korvattu näillä tiedoilla/);
  });
});
