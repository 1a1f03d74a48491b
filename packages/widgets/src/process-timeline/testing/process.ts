import type { PanelProcess } from '@puntari/contracts';

/** On this day experts are being heard. */
export const TODAY = '2027-05-10';

/** A panel half-way; in the record the draw comes last. */
export function processWith(changes: Partial<PanelProcess> = {}): PanelProcess {
  return {
    schemaVersion: 1,
    version: '1',
    id: 'liikenne-2027-vaiheet',
    title: { fi: 'Liikennepaneeli', sv: 'Trafikpanelen', en: 'Traffic panel' },
    process: [
      {
        element: 'experts',
        from: '2027-05-08',
        to: '2027-05-15',
        materials: [
          {
            label: 'Tietopaketti',
            url: 'https://example.fi/t.pdf',
            format: 'PDF',
            size: 1_240_000,
            lang: 'fi',
          },
        ],
      },
      { element: 'discussions', from: '2027-05-22', to: '2027-06-05' },
      { element: 'joint-statement', from: '2027-06-12' },
      { element: 'selection', from: '2027-04-01', to: '2027-04-20', text: 'Arvotaan 40.' },
    ],
    ...changes,
  };
}
