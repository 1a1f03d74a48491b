import type { PanelFigures } from '@puntari/contracts';
import '@puntari/widgets/panel-composition/define';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import { composition, compositionWith } from '../fixtures/composition.js';
import { fullStatement } from '../fixtures/statement.js';
import { LONG_WORD, words } from '../fixtures/words.js';
import { MISSING, NEVER } from '../support/network.js';
import { playground } from '../support/playground.js';
import { sweep } from '../support/sweep.js';

const meta: Meta = { title: 'Widgets/Panel composition' };
export default meta;

const FALLBACK = html`<p><a href="#kokoonpano">Paneelin kokoonpano (PDF)</a></p>`;

const shown = (record: unknown, level = 2): TemplateResult =>
  html`<puntari-panel-composition .record=${record} heading-level=${level}
    >${FALLBACK}</puntari-panel-composition
  >`;

const of = (panel: Partial<PanelFigures>): TemplateResult => shown(compositionWith(panel));

const from = (src: string): TemplateResult =>
  html`<puntari-panel-composition src=${src}>${FALLBACK}</puntari-panel-composition>`;

/** Change the record or an attribute in the panel “Controls” and look. Nothing is saved, nothing is sent. */
export const Playground: StoryObj = playground({
  record: compositionWith(),
  render: ({ record, headingLevel, lang }) =>
    html`<puntari-panel-composition
      .record=${record}
      heading-level=${headingLevel}
      lang=${ifDefined(lang)}
      >${FALLBACK}</puntari-panel-composition
    >`,
});

/** The panel, those who volunteered and the population, with what each is counted from. */
export const BesideThePopulation: StoryObj = { render: () => of({}) };

/** The table is open: the same numbers, with two headers each. */
export const TableOpen: StoryObj = {
  render: () => of({}),
  play: ({ canvasElement }) => {
    for (const details of canvasElement.querySelectorAll('details')) details.open = true;
  },
};

/** Whoever has a statement needs no other record. */
export const OfAStatement: StoryObj = { render: () => shown(fullStatement()) };

/** Groups of fewer than five people are kept back, and as many others as would give them away. */
export const SmallGroups: StoryObj = {
  render: () =>
    of({
      composition: [
        composition('language', words('suomi', 'finska', 'Finnish'), 0.72, 0.7, 0.68),
        composition('language', words('ruotsi', 'svenska', 'Swedish'), 0.07, 0.07, 0.08),
        composition('language', words('muu kieli', 'annat språk', 'another'), 0.21, 0.23, 0.24),
      ],
    }),
};

/** With the people behind the shares, where the record tells them. */
export const WithCounts: StoryObj = {
  render: () =>
    of({
      composition: [
        {
          ...composition('gender', words('Nainen', 'Kvinna', 'Woman'), 0.5, 0.6, 0.5),
          counts: { pool: 127, panel: 19 },
        },
        {
          ...composition('gender', words('Mies', 'Man', 'Man'), 0.5, 0.4, 0.5),
          counts: { pool: 84, panel: 19 },
        },
      ],
    }),
};

/** Nothing is known but the panel itself. The sum is not 100 %, and is shown as it is. */
export const PanelOnly: StoryObj = {
  render: () => {
    const { id, version, schemaVersion } = compositionWith();
    return shown({
      schemaVersion,
      version,
      id,
      panel: {
        composition: [
          { feature: 'Ikä', value: '16–39 vuotta', panel: 0.4 },
          { feature: 'Ikä', value: '40 vuotta tai yli', panel: 0.55 },
        ],
      },
    });
  },
};

export const OneValue: StoryObj = {
  render: () =>
    of({
      composition: [composition('gender', words('Nainen', 'Kvinna', 'Woman'), 0.5, 0.6, 0.53)],
    }),
};

export const NothingYet: StoryObj = { render: () => of({ composition: [] }) };

export const HeadingLevel5: StoryObj = { render: () => shown(compositionWith(), 5) };

export const LongWords: StoryObj = {
  render: () =>
    of({
      composition: [
        {
          feature: LONG_WORD,
          value: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter',
          population: 1,
          pool: 1,
          panel: 1,
        },
      ],
    }),
};

/** The record knows one language: its texts carry their own `lang`. */
export const TextInAnotherLanguage: StoryObj = {
  render: () =>
    of({
      composition: [
        { feature: { ar: 'العمر' }, value: { ar: '16–39 سنة' }, population: 0.42, panel: 0.4 },
        { feature: { ar: 'العمر' }, value: { ar: '40 سنة فأكثر' }, population: 0.58, panel: 0.6 },
      ],
    }),
};

/** A column of a page, as narrow as they come. */
export const Narrow: StoryObj = {
  render: () => html`<div style="inline-size: 260px">${shown(fullStatement())}</div>`,
};

export const Loading: StoryObj = { render: () => from(NEVER) };

export const RecordNotFound: StoryObj = {
  render: () => from(MISSING),
  parameters: sweep({ logs: [/answered 404/] }),
};

export const RecordNotValid: StoryObj = {
  render: () => of({ composition: [{ feature: 'Ikä', value: '16–39 vuotta', panel: 40 }] }),
  parameters: sweep({ logs: [/\/panel\/composition\/0\/panel: expected/, /is not a valid/] }),
};

/** The page wrote the text itself; no record, and the text is kept. */
export const WrittenByThePage: StoryObj = {
  render: () =>
    html`<puntari-panel-composition>
      <div slot="document">
        <h2>Paneeli verrattuna väestöön</h2>
        <p>Paneelin 40 jäsenestä 16 on alle 40-vuotiaita.</p>
      </div>
    </puntari-panel-composition>`,
};
