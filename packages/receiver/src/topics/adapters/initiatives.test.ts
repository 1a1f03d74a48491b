/** The examples are written by the shape that the service documents; nothing is asked over the network. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import { publishingProblems } from '@puntari/contracts';

import { readInitiatives } from './initiatives.js';

const INITIATIVE = {
  id: 'https://www.kuntalaisaloite.fi/api/v1/initiatives/1234',
  url: {
    fi: 'https://www.kuntalaisaloite.fi/fi/aloite/1234',
    sv: 'https://www.invanarinitiativ.fi/sv/initiativ/1234',
  },
  name: 'Lisää penkkejä rantaraitille',
  municipality: { id: 49, nameFi: 'Espoo', nameSv: 'Esbo', active: true },
  publishDate: '2026-11-03',
  type: 'COLLABORATIVE',
  collaborative: true,
  sentTime: '2027-02-01',
  participantCount: 87,
};

describe('an initiative of kuntalaisaloite.fi', () => {
  it('is called what it is, without signs that nobody sees', () => {
    const { topics } = readInitiatives([
      { ...INITIATIVE, name: 'Melu\u202E\u0000 A\u0308a\u0308ni' },
    ]);
    assert.equal(topics[0]?.title, 'Melu Ääni');
  });

  it('is a topic that is proposed', () => {
    const { topics, problems } = readInitiatives([INITIATIVE]);
    assert.deepEqual(problems, []);
    assert.deepEqual(topics, [
      {
        schemaVersion: 1,
        version: '1',
        id: 'kuntalaisaloite-1234',
        title: 'Lisää penkkejä rantaraitille',
        summary: {
          fi: 'Kuntalaisaloite. Espoo.',
          sv: 'Invånarinitiativ. Esbo.',
          en: 'Residents’ initiative. Espoo.',
        },
        year: 2027,
        status: 'proposed',
        decision: { body: { name: { fi: 'Espoo', sv: 'Esbo', en: 'Espoo' } } },
        purpose: {},
        proposerKind: 'resident',
        supporters: 87,
        links: [
          {
            label: {
              fi: 'Aloite kuntalaisaloite.fi-palvelussa',
              sv: 'Initiativet i tjänsten invånarinitiativ.fi',
              en: 'The initiative in the service kuntalaisaloite.fi',
            },
            url: INITIATIVE.url,
          },
        ],
        history: [{ on: '2026-11-03', status: 'proposed' }],
      },
    ]);
  });

  it('is of the year in which it was published as long as it has not been sent', () => {
    const { topics } = readInitiatives([{ ...INITIATIVE, sentTime: null }]);
    assert.equal(topics[0]?.year, 2026);
  });

  it('is of the year and the body that are named', () => {
    const defaults = { year: 2028, body: { fi: 'Kaupunginvaltuusto' } };
    const { topics } = readInitiatives([{ ...INITIATIVE, id: 1234 }], defaults);
    assert.equal(topics[0]?.year, 2028);
    assert.deepEqual(topics[0].decision.body.name, { fi: 'Kaupunginvaltuusto' });
    assert.equal(topics[0].id, 'kuntalaisaloite-1234');
  });
});

describe('a list with strange initiatives in it', () => {
  it('tells each by its place, and reads the rest', () => {
    const { topics, problems } = readInitiatives([
      { ...INITIATIVE, name: ' ' },
      null,
      { ...INITIATIVE, id: 'abc', municipality: 'Espoo' },
      { ...INITIATIVE, participantCount: -1, url: { fi: 'javascript:alert(1)' } },
      INITIATIVE,
    ]);
    assert.deepEqual(
      problems.map(({ row, column, received }) => `${String(row)} ${column} ${received}`),
      [
        '1 name " "',
        '2  nothing',
        '3 id "abc"',
        '3 municipality "Espoo"',
        '4 participantCount -1',
        '4 url {"fi":"javascript:alert(1)"}',
        '5 id "kuntalaisaloite-1234"',
      ],
    );
    assert.equal(topics.length, 1);
    assert.equal('supporters' in (topics[0] ?? {}), false);
  });

  it('that is none says so', () => {
    for (const data of [undefined, null, {}, 'x', 5]) {
      const { topics, problems } = readInitiatives(data);
      assert.equal(topics.length, 0);
      assert.equal(problems.length, 1);
    }
  });

  it('never throws, and gives only topics that can be published', () => {
    const part = fc.record(
      {
        id: fc.oneof(fc.nat(), fc.jsonValue()),
        url: fc.jsonValue(),
        name: fc.oneof(fc.string(), fc.jsonValue()),
        municipality: fc.oneof(fc.record({ nameFi: fc.jsonValue() }), fc.jsonValue()),
        publishDate: fc.jsonValue(),
        participantCount: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const entry = fc.oneof(
      fc.anything(),
      part.map((changes) => ({ ...INITIATIVE, ...changes })),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), (data) => {
        const { topics, problems } = readInitiatives(data);
        for (const topic of topics) assert.deepEqual(publishingProblems('topic', topic), []);
        assert.ok(topics.length === data.length || problems.length > 0);
      }),
      { numRuns: 300 },
    );
  });
});
