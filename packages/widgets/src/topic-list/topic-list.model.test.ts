import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import {
  ALL,
  choicesOf,
  comparer,
  fold,
  isEverything,
  matcher,
  type Row,
  SORTS,
  type View,
} from './topic-list.model.js';
import { readView, writeView } from './url-state.js';

const rowWith = (changes: Partial<Row> = {}): Row => ({
  status: 'on-list',
  areas: [],
  level: '3',
  year: '2027',
  plannedOn: '',
  supporters: undefined,
  place: 0,
  title: '',
  text: '',
  ...changes,
});

const anyRows = fc
  .array(
    fc.record({
      status: fc.constantFrom('', 'on-list', 'chosen', 'pilot'),
      areas: fc.uniqueArray(fc.constantFrom('Tapiola', 'Leppävaara', 'Ö')),
      level: fc.constantFrom('', '1', '3'),
      year: fc.constantFrom('2025', '2026', '2027'),
      plannedOn: fc.constantFrom('', '2027-01-11', '2028-04-24'),
      supporters: fc.option(fc.nat(200), { nil: undefined }),
      title: fc.string({ unit: 'grapheme', maxLength: 12 }),
      text: fc.string({ unit: 'grapheme', maxLength: 20 }).map(fold),
    }),
  )
  .map((rows): Row[] => rows.map((row, place) => ({ ...row, place })));

const anyView: fc.Arbitrary<View> = fc.record({
  status: fc.string(),
  area: fc.string({ unit: 'grapheme' }),
  level: fc.string(),
  year: fc.string(),
  words: fc.string({ unit: 'grapheme' }),
  sort: fc.constantFrom(...SORTS),
});

describe('the filter of topics', () => {
  it('leaves everything where nothing is asked', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(rows.filter(matcher(ALL))).to.deep.equal(rows);
      }),
    );
  });

  it('leaves less, never more, with each further wish', () => {
    fc.assert(
      fc.property(anyRows, anyView, (rows, view) => {
        const few = rows.filter(matcher(view));
        const more = rows.filter(matcher({ ...view, words: '' }));
        expect(few.every((row) => more.includes(row))).to.equal(true);
      }),
    );
  });

  it('finds words in any order, in any case, through soft hyphens', () => {
    const row = rowWith({ text: fold('Joukko\u00ADliikenteen VÄYLÄT') });
    expect(matcher({ ...ALL, words: 'väylät joukkoliik' })(row)).to.equal(true);
    expect(matcher({ ...ALL, words: 'väylät bussi' })(row)).to.equal(false);
  });

  it('finds a word that was copied with the marks of another direction of writing', () => {
    const row = rowWith({ text: fold('Joukkoliikenteen väylät') });
    expect(matcher({ ...ALL, words: '\u200Eväylät\u200F' })(row)).to.equal(true);
  });

  it('finds a letter however it was put together', () => {
    const row = rowWith({ text: fold('a\u0308a\u0308ni') });
    expect(matcher({ ...ALL, words: 'ÄÄNI' })(row)).to.equal(true);
  });

  it('finds a topic by each of its areas', () => {
    const row = rowWith({ areas: ['Tapiola', 'Leppävaara'] });
    const found = ['Tapiola', 'Leppävaara', 'Matinkylä'].map((area) =>
      matcher({ ...ALL, area })(row),
    );
    expect(found).to.deep.equal([true, true, false]);
  });

  it('takes spaces for nothing', () => {
    expect(isEverything({ ...ALL, words: '  ' })).to.equal(true);
  });
});

describe('the order of topics', () => {
  it('has each topic once, and puts those that are alike as they were published', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(...SORTS), (rows, sort) => {
        const compare = comparer(sort, 'fi');
        const sorted = rows.toReversed().sort(compare);
        expect(sorted.toSorted((a, b) => a.place - b.place)).to.deep.equal(rows);
        expect(sorted).to.deep.equal(rows.toSorted(compare));
      }),
    );
  });

  const titlesBy = (sort: (typeof SORTS)[number], rows: readonly Row[]): string[] =>
    rows.toSorted(comparer(sort, 'fi')).map(({ title }) => title);

  it('by date has those without one last', () => {
    const rows = [
      rowWith({ title: 'ei päivää', place: 0 }),
      rowWith({ title: 'myöhemmin', plannedOn: '2028-01-01', place: 1 }),
      rowWith({ title: 'pian', plannedOn: '2027-01-01', place: 2 }),
    ];
    expect(titlesBy('decision', rows)).to.deep.equal(['pian', 'myöhemmin', 'ei päivää']);
  });

  it('by support has none before not told', () => {
    const rows = [
      rowWith({ title: 'ei kerrota', place: 0 }),
      rowWith({ title: 'ei yhtään', supporters: 0, place: 1 }),
      rowWith({ title: 'paljon', supporters: 9, place: 2 }),
    ];
    expect(titlesBy('supporters', rows)).to.deep.equal(['paljon', 'ei yhtään', 'ei kerrota']);
  });

  it('by title is that of the language', () => {
    const rows = ['Öljy', 'Zoo', 'Äiti', 'Åbo'].map((title, place) => rowWith({ title, place }));
    expect(titlesBy('title', rows)).to.deep.equal(['Zoo', 'Åbo', 'Äiti', 'Öljy']);
  });
});

describe('what there is to choose from', () => {
  it('has each value once, statuses in the order of the year, what is newer last', () => {
    const rows = ['pilot', 'chosen', 'proposed', 'chosen'].map((status) => rowWith({ status }));
    expect(choicesOf(rows, 'fi').status).to.deep.equal(['proposed', 'chosen', 'pilot']);
  });

  it('has the newest year first', () => {
    const rows = ['2025', '2027', '2026'].map((year) => rowWith({ year }));
    expect(choicesOf(rows, 'fi').year).to.deep.equal(['2027', '2026', '2025']);
  });
});

describe('what is shown, in the address', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(anyView, fc.constantFrom('', 'aiheet', 'ä &=#'), (view, prefix) => {
        expect(readView(writeView('', prefix, view), prefix)).to.deep.equal(view);
      }),
    );
  });

  it('leaves what the page has there letter by letter', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), anyView, (search, view) => {
        fc.pre(!/(^|&)aiheet-/.test(search));
        const before = search.split('&').filter(Boolean);
        const after = writeView(`?${search}`, 'aiheet', view).slice(1).split('&').filter(Boolean);
        expect(after.slice(0, before.length)).to.deep.equal(before);
        expect(writeView(`?${after.join('&')}`, 'aiheet', ALL).slice(1)).to.equal(before.join('&'));
      }),
    );
  });

  it('keeps two lists apart', () => {
    const first = writeView('', 'a', { ...ALL, words: 'koulu' });
    const both = writeView(first, 'b', { ...ALL, status: 'chosen' });
    expect(both).to.equal('?a-q=koulu&b-status=chosen');
    expect(readView(both, 'a')).to.deep.equal({ ...ALL, words: 'koulu' });
  });

  it('is nothing where everything is shown', () => {
    expect(writeView('?q=koulu&sort=title', '', ALL)).to.equal('');
  });

  it('takes an order that is not known for the usual one', () => {
    expect(readView('?sort=constructor', '').sort).to.equal('published');
  });
});
