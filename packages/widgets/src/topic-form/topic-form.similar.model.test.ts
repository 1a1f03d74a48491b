import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { areAlike, similarTopics } from './topic-form.similar.model.js';
import { topicWith } from './testing/call.js';

const TOPICS = [
  topicWith('katutila', 'Keskustan katutila', {
    question: {
      fi: 'Miten katutila jaetaan pyöräilyn ja autojen kesken?',
      sv: 'Hur delas gaturummet?',
    },
  }),
  topicWith('liikenne', 'Liikenne Tapiolassa', { summary: 'Pyöräily ja bussit.' }),
  topicWith('kirjastot', 'Kirjastojen aukiolo', { question: 'Milloin kirjastot ovat auki?' }),
  topicWith('uimarannat', { fi: 'Uimarannat', sv: 'Badstränder' }),
  topicWith('melu', 'Melu', { summary: 'Lentokone ja moottoritie.' }),
];

const found = (text: string): string[] => similarTopics(TOPICS, text).map(({ id }) => id);

describe('words that are alike', () => {
  for (const [a, b] of [
    ['liikenne', 'liikenteen'],
    ['liikenne', 'liikennesuunnittelu'],
    ['kirjasto', 'kirjastojen'],
    ['pyöräily', 'pyöräilijät'],
    ['katutila', 'katutilaa'],
    ['cykling', 'cyklingen'],
    ['library', 'libraries'],
  ] as const) {
    it(`are ${a} and ${b}`, () => {
      expect(areAlike(a, b)).to.equal(true);
    });
  }

  for (const [a, b] of [
    ['kaupunki', 'kauppa'],
    ['koulu', 'kouvola'],
    ['puisto', 'puhelin'],
    ['bad', 'badstrand'],
    ['valaistus', 'valinta'],
  ] as const) {
    it(`are not ${a} and ${b}`, () => {
      expect(areAlike(a, b)).to.equal(false);
    });
  }

  it('are so in both orders', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (a, b) => {
        expect(areAlike(a, b)).to.equal(areAlike(b, a));
      }),
    );
  });
});

describe('topics like what somebody writes', () => {
  it('are found by the beginning of an inflected word of their title', () => {
    expect(found('Kirjastoihin lisää aikoja')).to.deep.equal(['kirjastot']);
  });

  it('are found without a Finnish keyboard', () => {
    expect(found('Liikenteesta ja pyorailysta')).to.include('liikenne');
  });

  it('are found in another language than that of the page', () => {
    expect(found('Badstränderna slits')).to.deep.equal(['uimarannat']);
  });

  it('come with the most alike first', () => {
    expect(found('Katutilan jakaminen pyöräilylle keskustassa')[0]).to.equal('katutila');
  });

  it('are none by one word that stands somewhere in a text', () => {
    expect(found('moottoritien reuna')).to.deep.equal([]);
  });

  it('are none by words that any proposal has', () => {
    expect(found('Miten kaikki kaupungin asukkaat voisivat osallistua?')).to.deep.equal([]);
  });

  it('are none before there is a word to compare', () => {
    expect(found('')).to.deep.equal([]);
    expect(found('ka')).to.deep.equal([]);
  });

  it('are not told by a word that most of the topics have', () => {
    const same = ['a', 'b', 'c', 'd', 'e'].map((id) => topicWith(id, `Liikenne ${id}`));
    expect(similarTopics(same, 'Liikenne')).to.deep.equal([]);
  });

  it('are never more than four, each once, and all from the list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('liikenne', 'kirjasto', 'katu', 'ranta', 'melu', 'puisto'), {
          maxLength: 6,
        }),
        fc.array(fc.string({ maxLength: 30 }), { maxLength: 12 }),
        (words, titles) => {
          const topics = titles.map((title, index) =>
            topicWith(`t${String(index)}`, `${title} ${words[index % 6] ?? ''}`),
          );
          const similar = similarTopics(topics, words.join(' '));
          expect(similar.length).to.be.at.most(4);
          expect(new Set(similar).size).to.equal(similar.length);
          for (const topic of similar) expect(topics).to.include(topic);
        },
      ),
    );
  });

  it('are looked for among hundreds of long topics while one writes', () => {
    const long = Array.from({ length: 300 }, (_, index) =>
      topicWith(`t${String(index)}`, `Aihe numero ${String(index)}`, {
        summary: Array.from(
          { length: 60 },
          (_word, place) => `sana${String(index)}x${String(place)}`,
        ).join(' '),
      }),
    );
    const start = performance.now();
    similarTopics(long, 'Miten liikenne ja melu keskustassa '.repeat(20));
    expect(performance.now() - start).to.be.lessThan(2000);
  });
});
