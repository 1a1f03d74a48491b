/** A statement with an item that was answered, and some that were not. */
export const STATEMENT = {
  schemaVersion: 1,
  version: '2027-03-01',
  id: 'liikenne-2027',
  title: { fi: 'Liikennepaneelin lausuma', sv: 'Trafikpanelens uttalande' },
  kind: 'statement',
  adoptedOn: '2027-03-20',
  handedOverTo: { name: 'Kaupunginhallitus' },
  panel: { name: 'Liikennepaneeli', seats: 30 },
  themes: [{ id: 'pyoraily', label: 'Pyöräily' }],
  items: [
    {
      id: 'r1',
      number: '1',
      kind: 'recommendation',
      theme: 'pyoraily',
      title: { fi: 'Pyörätie keskustaan', sv: 'Cykelväg till centrum' },
      text: { fi: 'Rakennetaan pyörätie.', sv: 'En cykelväg byggs.' },
      // What the contracts do not know stays.
      authorsNote: 'kept as authored',
    },
    {
      id: 'r2',
      number: '4a',
      kind: 'recommendation',
      text: 'Bussit kulkevat useammin.',
      response: {
        status: 'accepted',
        text: { fi: 'Toteutetaan.' },
        decidedOn: '2027-04-10',
        handling: [{ body: { name: 'Tekninen lautakunta' }, date: '2027-04-05', section: '§ 12' }],
        progress: [{ on: '2027-05-01', status: 'under-study', note: 'Suunnittelu alkoi.' }],
      },
    },
    { id: 'fakta-1', kind: 'fact', text: 'Liikenne on suurin päästölähde.' },
  ],
  internalNote: 'kept as authored',
};
