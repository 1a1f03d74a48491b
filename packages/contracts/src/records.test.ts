import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { parseRecord, RECORD_SCHEMAS, type RecordKind } from './records.js';
import {
  channelData,
  type Json,
  panelData,
  RECORD_DATA,
  statementData,
  topicData,
} from './testing/samples.js';
import { purposeGaps } from './purpose.js';

const KINDS = Object.keys(RECORD_SCHEMAS) as RecordKind[];

/** A copy of a record with some values, at any depth, replaced by whatever comes. */
const spoiled = (data: Json): fc.Arbitrary<unknown> => {
  const paths: string[][] = [];
  const walk = (node: unknown, path: string[]): void => {
    paths.push(path);
    if (typeof node === 'object' && node !== null) {
      for (const [key, child] of Object.entries(node)) walk(child, [...path, key]);
    }
  };
  walk(data, []);
  const change = fc.tuple(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 2 }));
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    let copy: unknown = structuredClone(data);
    for (const [path, value] of changes) {
      const last = path.at(-1);
      if (last === undefined) {
        copy = value;
        continue;
      }
      const parent = path
        .slice(0, -1)
        .reduce<unknown>((node, key) => (node as Json | undefined)?.[key], copy);
      if (typeof parent === 'object' && parent !== null) (parent as Json)[last] = value;
    }
    return copy;
  });
};

describe('parseRecord', () => {
  for (const kind of KINDS) {
    describe(`of a ${kind}`, () => {
      it('takes what is whole', () => {
        const { record, problems } = parseRecord(kind, RECORD_DATA[kind]());
        expect(problems).to.deep.equal([]);
        expect(record?.id).to.equal(RECORD_DATA[kind]()['id']);
      });

      it('drops fields it does not know', () => {
        const { record } = parseRecord(kind, { ...RECORD_DATA[kind](), tomorrow: { a: 1 } });
        expect(record).to.not.have.property('tomorrow');
      });

      it('never throws, and gives a record or says what is wrong', () => {
        const anything = fc.oneof(fc.jsonValue(), fc.anything(), spoiled(RECORD_DATA[kind]()));
        fc.assert(
          fc.property(anything, (data) => {
            const { record, problems } = parseRecord(kind, data);
            expect(record !== undefined || problems.length > 0).to.equal(true);
          }),
          { numRuns: 200 },
        );
      });

      it('gives a record that it takes again unchanged', () => {
        fc.assert(
          fc.property(spoiled(RECORD_DATA[kind]()), (data) => {
            const { record, problems } = parseRecord(kind, data);
            if (!record || problems.length > 0) return;
            expect(parseRecord(kind, structuredClone(record))).to.deep.equal({
              record,
              problems: [],
            });
          }),
        );
      });
    });
  }

  describe('with a code that is not in the vocabulary', () => {
    it('keeps the record and reports the code', () => {
      const { record, problems } = parseRecord('topic', { ...topicData(), status: 'dreamt-of' });
      expect(record?.status).to.equal('dreamt-of');
      expect(problems.map(({ pointer, received }) => [pointer, received])).to.deep.equal([
        ['/status', '"dreamt-of"'],
      ]);
    });

    it('keeps it for a number too, so that a sixth level breaks nothing', () => {
      expect(parseRecord('topic', { ...topicData(), level: 6 }).record?.level).to.equal(6);
    });

    it('keeps it deep inside', () => {
      const data = statementData();
      (data['items'] as [Json])[0]['kind'] = 'wish';
      const { record, problems } = parseRecord('statement', data);
      expect(record?.items[0]?.kind).to.equal('wish');
      expect(problems[0]?.pointer).to.equal('/items/0/kind');
    });

    it('keeps no record that is wrong elsewhere too', () => {
      const { record } = parseRecord('topic', { ...topicData(), status: 'x', year: 'soon' });
      expect(record).to.equal(undefined);
    });

    it('keeps no record with something else where a code stands', () => {
      expect(parseRecord('topic', { ...topicData(), status: { a: 1 } }).record).to.equal(undefined);
    });
  });

  describe('with a mistake', () => {
    it('says where it is, what was expected and what was there', () => {
      const { problems } = parseRecord('topic', { ...topicData(), year: '2027' });
      expect(problems).to.deep.equal([
        { pointer: '/year', expected: 'number', received: '"2027"' },
      ]);
    });

    it('says of a missing field that nothing is there', () => {
      const { title: _, ...untitled } = topicData();
      expect(parseRecord('topic', untitled).problems).to.deep.equal([
        { pointer: '/title', expected: 'a value', received: 'nothing' },
      ]);
    });

    it('names every mistake', () => {
      const { problems } = parseRecord('topic', { ...topicData(), year: 1, id: ' ', title: '' });
      expect(problems.map(({ pointer }) => pointer)).to.have.members(['/year', '/id', '/title']);
    });

    it('writes a pointer that a key with a slash does not confuse', () => {
      const { problems } = parseRecord('topic', {
        ...topicData(),
        links: [{ label: 'a', url: { 'f/i': 'https://x', 's~v': 1 } }],
      });
      expect(problems[0]?.pointer).to.equal('/links/0/url');
      expect(problems[0]?.expected).to.equal('a URL, or a map from languages to URLs');
    });

    it('shows only the start of a long wrong value', () => {
      const { problems } = parseRecord('topic', { ...topicData(), id: 'ä'.repeat(100_000) });
      expect(problems[0]?.received).to.have.length(81);
    });

    it('shows no link that runs a script', () => {
      const { record, problems } = parseRecord('topic', {
        ...topicData(),
        url: 'javascript:alert(1)',
      });
      expect(record).to.equal(undefined);
      expect(problems[0]?.pointer).to.equal('/url');
    });

    it('refuses a share of more than all', () => {
      const data = {
        ...statementData(),
        panel: { composition: [{ feature: 'a', value: 'b', panel: 55 }] },
      };
      expect(parseRecord('statement', data).problems[0]).to.include({
        pointer: '/panel/composition/0/panel',
        expected: 'a share from 0 to 1',
      });
    });

    it('refuses limits that no text can keep', () => {
      const data = { ...channelData(), limits: { textMin: 100, textMax: 10 } };
      expect(parseRecord('feedbackChannel', data).problems[0]?.pointer).to.equal('/limits');
    });

    it('refuses the same kind, need or theme twice', () => {
      const theme = { id: 'a', label: 'Arki' };
      for (const [kind, data, pointer] of [
        ['feedbackChannel', { ...channelData(), kinds: ['idea', 'idea'] }, '/kinds'],
        ['panel', { ...panelData(), support: { needs: ['care', 'care'] } }, '/support/needs'],
        ['statement', { ...statementData(), themes: [theme, theme] }, '/themes'],
      ] as const) {
        expect(parseRecord(kind, data).problems.map(({ pointer: at }) => at)).to.deep.equal([
          pointer,
        ]);
      }
    });

    it('refuses a promise to answer after more than a year', () => {
      const answersIn = (answerWithinDays: number): number =>
        parseRecord('feedbackChannel', { ...channelData(), answerWithinDays }).problems.length;
      expect([answersIn(365), answersIn(366)]).to.deep.equal([0, 1]);
    });

    it('refuses a call that closes before it opens', () => {
      const data = { ...RECORD_DATA.topicCall(), closes: '2027-01-01T00:00:00Z' };
      expect(parseRecord('topicCall', data).problems[0]?.expected).to.equal(
        'to close after it opens',
      );
    });
  });

  it('is not led astray by the keys of every object', () => {
    const data: unknown = JSON.parse(
      '{"__proto__": {"title": "x"}, "constructor": {"prototype": {"a": 1}}}',
    );
    const { record } = parseRecord('topic', data);
    expect(record).to.equal(undefined);
    expect(({} as Json)['a']).to.equal(undefined);
  });
});

describe('purposeGaps', () => {
  it('finds nothing missing in a whole one', () => {
    expect(purposeGaps(parseRecord('panel', panelData()).record?.purpose)).to.deep.equal([]);
  });

  it('names everything of one that is not there', () => {
    const all = [
      '/why',
      '/expected',
      '/usedFor',
      '/decision/body',
      '/decision/plannedOn',
      '/decision/attach',
    ];
    expect(purposeGaps(undefined)).to.deep.equal(all);
    expect(purposeGaps({})).to.deep.equal(all);
  });

  it('takes words in place of a day', () => {
    const whole = parseRecord('panel', panelData()).record?.purpose ?? {};
    const { plannedOn: _, ...undated } = whole.decision ?? {};
    expect(purposeGaps({ ...whole, decision: undated })).to.deep.equal(['/decision/plannedOn']);
    const told = { ...undated, note: 'Vuosittain talousarviossa.' };
    expect(purposeGaps({ ...whole, decision: told })).to.deep.equal([]);
  });

  it('does not take an empty list of attach points', () => {
    const whole = parseRecord('panel', panelData()).record?.purpose ?? {};
    expect(purposeGaps({ ...whole, decision: { ...whole.decision, attach: [] } })).to.deep.equal([
      '/decision/attach',
    ]);
  });
});
