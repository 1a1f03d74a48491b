import type { Statement, StatementItem } from '@puntari/contracts';

export function itemWith(changes: Partial<StatementItem> = {}): StatementItem {
  return {
    id: '1',
    number: '1',
    kind: 'recommendation',
    text: { fi: 'Lisätään pyöräteitä.', sv: 'Fler cykelvägar.', en: 'More cycle paths.' },
    ...changes,
  };
}

const board = { name: { fi: 'Kaupunginhallitus', sv: 'Stadsstyrelsen', en: 'City Board' } };

const ITEMS: readonly StatementItem[] = [
  itemWith({
    id: '1',
    number: '1',
    theme: 'pyoraily',
    title: { fi: 'Pyörätiet', sv: 'Cykelvägarna', en: 'Cycle paths' },
    rationale: 'Pyöräily on terveellistä.',
    vote: { method: 'yesno', for: 25, against: 6, blank: 3, absent: 0, base: 'cast' },
    response: {
      status: 'accepted',
      text: 'Hyvä ehdotus.',
      body: board,
      handling: [],
      progress: [],
    },
  }),
  itemWith({
    id: '4a',
    number: '4a',
    kind: 'proposal',
    theme: 'bussit',
    title: { fi: 'Yöbussit', sv: 'Nattbussarna', en: 'Night buses' },
    response: {
      status: 'rejected',
      reason: 'Rahaa ei ole.',
      body: board,
      decidedOn: '2026-06-08',
      handling: [
        { body: board, date: '2026-06-08', section: '§ 214', decision: 'Ehdotus hylättiin.' },
      ],
      next: { text: 'Asia arvioidaan uudelleen.', by: '2028-01-31', owner: 'Liikenneyksikkö' },
      progress: [{ on: '2026-10-01', status: 'under-study', note: 'Selvitys alkoi.' }],
    },
    rating: { mean: 3.3, of: 10, n: 28, comment: 'Muita keinoja ei tarjottu.' },
  }),
  itemWith({
    id: '5',
    number: '5',
    theme: 'bussit',
    response: { status: 'awaiting', due: '2026-01-31', handling: [], progress: [] },
  }),
  itemWith({
    id: '6',
    number: '6',
    response: { status: 'noted', body: board, handling: [], progress: [] },
  }),
  itemWith({ id: '7', number: '7', kind: 'fact', theme: 'pyoraily' }),
];

const evidence = { experts: [{ name: 'Aino Esimerkki', role: 'Professori' }] };
const documents = [
  {
    label: 'Lausuma',
    url: 'https://example.fi/lausuma',
    format: 'PDF',
    size: 120_400,
    lang: 'sv',
  },
];

/** A statement with most of what a viewer can show, small enough to read in a test. */
export function statementWith(changes: Partial<Statement> = {}): Statement {
  return {
    schemaVersion: 1,
    version: '1',
    id: 'liikenne',
    title: { fi: 'Paneelin lausuma', sv: 'Panelens uttalande', en: 'Statement of the panel' },
    kind: 'statement',
    adoptedOn: '2026-01-10',
    handedOverOn: '2026-01-20',
    handedOverTo: board,
    publishedOn: '2026-01-21',
    panel: {
      name: { fi: 'Liikennepaneeli', sv: 'Trafikpanelen', en: 'Traffic panel' },
      seats: 40,
      tookPart: 34,
      composition: [
        { feature: 'Ikä', value: '16–29 vuotta', population: 0.22, pool: 0.15, panel: 0.21 },
        { feature: 'Ikä', value: '30 vuotta tai yli', population: 0.78, panel: 0.79 },
      ],
    },
    general: 'Olemme eri mieltä.\n\nSilti löysimme yhteistä.',
    themes: [
      { id: 'pyoraily', label: { fi: 'Pyöräily', sv: 'Cykling', en: 'Cycling' } },
      { id: 'bussit', label: { fi: 'Bussit', sv: 'Bussarna', en: 'Buses' } },
    ],
    items: [...ITEMS],
    dissents: [{ text: 'Bussit ensin.', supporters: 6, itemIds: ['4a'] }],
    evidence,
    documents,
    purpose: {},
    ...changes,
  };
}
