import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import { publishingProblems } from '@puntari/contracts';

import { readTopicTable } from './topic-table.js';

const FINNISH = [
  '\uFEFFTunnus;Otsikko;Otsikko sv;Kysymys;Tiivistelmä;Vuosi;Tila;Toimielin;Päätöspäivä;Alue;Kannattajia;Linkki',
  'ranta;Rantaraitti;Strandvägen;"Miten raitti; valaistaan?";"Raitti on pimeä.";2028;Listalla;Tekninen lautakunta;14.3.2028;Ranta | Keskusta;1 234;https://example.fi/ranta',
  '',
].join('\r\n');

describe('a table as a Finnish spreadsheet saves it', () => {
  it('is read with its semicolons, its mark and its dates', () => {
    const { topics, problems } = readTopicTable(FINNISH);
    assert.deepEqual(problems, []);
    assert.deepEqual(topics, [
      {
        schemaVersion: 1,
        version: '1',
        id: 'ranta',
        title: { fi: 'Rantaraitti', sv: 'Strandvägen' },
        question: { fi: 'Miten raitti; valaistaan?' },
        summary: { fi: 'Raitti on pimeä.' },
        url: 'https://example.fi/ranta',
        year: 2028,
        status: 'on-list',
        decision: { body: { name: { fi: 'Tekninen lautakunta' } }, plannedOn: '2028-03-14' },
        area: [{ fi: 'Ranta' }, { fi: 'Keskusta' }],
        purpose: {},
        supporters: 1234,
      },
    ]);
  });
});

describe('a table with English names and commas', () => {
  it('is read too, with what stands in no column', () => {
    const csv = 'title,summary,reasons,level\n"Kotihoito, Espoo",Miten?,Arvot,3\n';
    const { topics, problems } = readTopicTable(csv, { year: 2027, body: { fi: 'Valtuusto' } });
    assert.deepEqual(problems, []);
    assert.equal(topics[0]?.id, 'kotihoito-espoo');
    assert.equal(topics[0].status, 'proposed');
    assert.deepEqual(topics[0].suitability, { reasons: [], text: { fi: 'Arvot' } });
    assert.equal(topics[0].level, 3);
  });
});

describe('a table with mistakes in it', () => {
  const HEAD = 'id,title,summary,year,body,status,planned on,level,supporters,link';

  it('tells each by its row and its column, and reads the rest', () => {
    const csv = [
      HEAD,
      'a,Otsikko,Lyhyesti,2027,Valtuusto,soon,30.2.2027,6,monta,javascript:alert(1)',
      'b,,Lyhyesti,2027,Valtuusto,,,,,',
      'c,Otsikko,Lyhyesti,pian,Valtuusto,,,,,',
      'd,Otsikko,Lyhyesti,2027,,,,,,',
      'a,Otsikko,Lyhyesti,2027,Valtuusto,,,,,',
      'ä ö,Otsikko,Lyhyesti,2027,Valtuusto,,,,,',
    ].join('\n');
    const { topics, problems } = readTopicTable(csv);
    assert.deepEqual(
      topics.map(({ id }) => id),
      ['a'],
    );
    assert.deepEqual(
      problems.map(({ row, column }) => `${String(row)} ${column}`),
      [
        '2 planned on',
        '2 status',
        '2 level',
        '2 supporters',
        '2 link',
        '3 title',
        '4 year',
        '4 year',
        '5 body',
        '6 id',
        '7 id',
      ],
    );
    assert.deepEqual(problems[3], {
      row: 2,
      column: 'supporters',
      expected: 'a count',
      received: '"monta"',
    });
  });

  it('says which columns it does not know, in the row of the names', () => {
    const { problems } = readTopicTable('title,väri\nOtsikko,punainen\n');
    assert.equal(problems[0]?.row, 1);
    assert.equal(problems[0].column, 'väri');
    assert.match(problems[0].expected, /otsikko\/title/);
  });
});

describe('a table with signs in it that nobody sees', () => {
  it('is read as what somebody sends over HTTP: without them, and with each letter in one piece', () => {
    const csv = 'title,summary\nMelu\u202E\u0000,A\u0308a\u0308ni\n';
    const { topics, problems } = readTopicTable(csv, { year: 2027, body: { fi: 'Valtuusto' } });
    assert.deepEqual(problems, []);
    assert.deepEqual([topics[0]?.title, topics[0]?.summary], [{ fi: 'Melu' }, { fi: 'Ääni' }]);
  });
});

describe('any text', () => {
  it('is read without a fault, and gives only topics that can be published', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('"', ';', '2027', '', 'on-list', '\uFEFF'));
    const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 });
    const head = fc.constantFrom('title;summary;year;body;status', 'otsikko,vuosi,toimielin', 'x');
    fc.assert(
      fc.property(head, rows, (names, cells) => {
        const separator = names.includes(';') ? ';' : ',';
        const text = [names, ...cells.map((row) => row.join(separator))].join('\n');
        const { topics } = readTopicTable(text, { year: 2027, body: 'Valtuusto' });
        for (const topic of topics) assert.deepEqual(publishingProblems('topic', topic), []);
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        readTopicTable(text);
      }),
    );
  });
});
