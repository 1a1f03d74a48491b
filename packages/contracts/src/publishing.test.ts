import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { publishingProblems } from './publishing.js';
import { parseRecord, RECORD_SCHEMAS, type RecordKind } from './records.js';
import {
  type Json,
  panelData,
  purposeData,
  RECORD_DATA,
  statementData,
  topicData,
} from './testing/samples.js';

const KINDS = Object.keys(RECORD_SCHEMAS) as RecordKind[];

describe('publishingProblems', () => {
  const pointers = (kind: RecordKind, data: unknown): string[] =>
    publishingProblems(kind, data).map(({ pointer }) => pointer);

  for (const kind of KINDS) {
    it(`lets a whole ${kind} be published`, () => {
      expect(publishingProblems(kind, RECORD_DATA[kind]())).to.deep.equal([]);
    });
  }

  for (const kind of ['panel', 'topicCall', 'feedbackChannel'] as const) {
    it(`holds back a ${kind} that does not tell residents what they are owed`, () => {
      const { why: _, ...silent } = purposeData();
      expect(pointers(kind, { ...RECORD_DATA[kind](), purpose: silent })).to.deep.equal([
        '/purpose/why',
      ]);
    });

    it(`holds back a ${kind} that names nobody to reach`, () => {
      expect(pointers(kind, { ...RECORD_DATA[kind](), contact: { name: 'Aino' } })).to.deep.equal([
        '/contact',
      ]);
    });
  }

  it('owes no purpose for what asks nothing of residents', () => {
    expect(pointers('topic', { ...topicData(), purpose: {} })).to.deep.equal([]);
  });

  it('holds back an unknown code, which a page would still show', () => {
    expect(pointers('topic', { ...topicData(), status: 'dreamt-of' })).to.deep.equal(['/status']);
  });

  describe('with a mistake in the shape', () => {
    const { why: _, ...silent } = purposeData();

    it('tells also what residents are owed', () => {
      const panel = { ...panelData(), seats: -1, purpose: silent, contact: { name: 'Aino' } };
      expect(pointers('panel', panel)).to.deep.equal(['/seats', '/contact', '/purpose/why']);
    });

    it('tells also which answers owe a reason', () => {
      const items = [{ id: '1', kind: 'proposal', response: { status: 'rejected' } }];
      expect(pointers('statement', { ...statementData(), items })).to.deep.equal([
        '/items/0/text',
        '/items/0/response/reason',
      ]);
    });

    it('tells of one place only once', () => {
      const { contact: __, ...unreachable } = panelData();
      expect(pointers('panel', unreachable)).to.deep.equal(['/contact']);
      const purpose = { ...silent, why: '' };
      expect(pointers('panel', { ...panelData(), purpose })).to.deep.equal(['/purpose/why']);
    });

    it('tells of everything that it tells of without it', () => {
      fc.assert(
        fc.property(fc.subarray(['why', 'expected', 'usedFor', 'decision']), (left) => {
          const purpose = Object.fromEntries(
            Object.entries(purposeData()).filter(([part]) => !left.includes(part)),
          );
          const panel = { ...panelData(), purpose };
          expect(pointers('panel', { ...panel, seats: 'many' })).to.deep.equal([
            '/seats',
            ...pointers('panel', panel),
          ]);
        }),
      );
    });
  });

  describe('of a statement that refers to something', () => {
    const referring = {
      ...statementData(),
      themes: [{ id: 'arki', label: 'Arki' }],
      items: [
        { id: '1', kind: 'proposal', text: 'Ehdotus', theme: 'arki' },
        { id: '2', kind: 'proposal', text: 'Toinen' },
      ],
      dissents: [{ text: 'Eri mieltä', itemIds: ['2', '1'] }],
    };

    it('lets it be published when all of it is there', () => {
      expect(publishingProblems('statement', referring)).to.deep.equal([]);
    });

    it('holds it back when a theme is not there', () => {
      expect(publishingProblems('statement', { ...referring, themes: [] })).to.deep.equal([
        { pointer: '/items/0/theme', expected: 'the id of one of the themes', received: '"arki"' },
      ]);
    });

    it('holds it back when an item is not there', () => {
      const dissents = [{ text: 'Eri mieltä' }, { text: 'Samoin', itemIds: ['2', '4a'] }];
      expect(publishingProblems('statement', { ...referring, dissents })).to.deep.equal([
        {
          pointer: '/dissents/1/itemIds/1',
          expected: 'the id of one of the items',
          received: '"4a"',
        },
      ]);
    });
  });

  it('holds back a topic that was not chosen without a reason', () => {
    const rejected = { ...topicData(), status: 'not-chosen' };
    expect(pointers('topic', rejected)).to.deep.equal(['/statusReason']);
    expect(pointers('topic', { ...rejected, statusReason: 'Liian laaja.' })).to.deep.equal([]);
  });

  for (const status of ['partly', 'rejected', 'other-authority']) {
    it(`holds back the answer "${status}" without a reason`, () => {
      const answered = (response: Json): Json => ({
        ...statementData(),
        items: [
          { id: '1', kind: 'proposal', text: 'Ehdotus' },
          { id: '2', kind: 'proposal', text: 'Toinen', response },
        ],
      });
      expect(pointers('statement', answered({ status }))).to.deep.equal([
        '/items/1/response/reason',
      ]);
      expect(pointers('statement', answered({ status, reason: 'Kustannus.' }))).to.deep.equal([]);
    });
  }

  describe('of an answer that says whom to ask', () => {
    const asking = (email: unknown): Json => ({
      ...statementData(),
      items: [
        {
          id: '1',
          kind: 'proposal',
          text: 'Ehdotus',
          response: { status: 'accepted', contact: { name: 'Kirjaamo', email } },
        },
      ],
    });

    for (const email of ['kirjaamo@example.fi', 'aino.ä+paneeli@kunta.example.fi', '']) {
      it(`lets it be published with “${email}”`, () => {
        expect(publishingProblems('statement', asking(email))).to.deep.equal([]);
      });
    }

    for (const email of ['kirjaamo', 'kirjaamo(at)example.fi', 'a@example', 'a @example.fi']) {
      it(`holds it back with “${email}”, and says which address is wrong`, () => {
        expect(publishingProblems('statement', asking(email))).to.deep.equal([
          {
            pointer: '/items/0/response/contact/email',
            expected: 'an e-mail address such as "kirjaamo@example.fi"',
            received: `"${email}"`,
          },
        ]);
      });
    }

    it('still lets a widget show the record', () => {
      expect(parseRecord('statement', asking('kirjaamo')).problems).to.deep.equal([]);
    });

    it('tells of what is no text only once', () => {
      expect(pointers('statement', asking(1))).to.deep.equal(['/items/0/response/contact/email']);
    });
  });

  it('never throws', () => {
    const spoiledPart = fc.dictionary(
      fc.constantFrom('purpose', 'contact', 'items', 'themes', 'dissents', 'status', 'kinds'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.jsonValue(), spoiledPart, (kind, data, part) => {
        expect(publishingProblems(kind, data)).to.be.an('array');
        expect(publishingProblems(kind, { ...RECORD_DATA[kind](), ...part })).to.be.an('array');
      }),
    );
  });
});
