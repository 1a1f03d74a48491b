import type { PanelProcess } from '@puntari/contracts';
import '@puntari/widgets/process-timeline/define';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import { processWith, TODAY } from '../fixtures/process.js';
import { panelWith } from '../fixtures/panel.js';
import { LONG_WORD } from '../fixtures/words.js';
import { MISSING, NEVER } from '../support/network.js';
import { playground } from '../support/playground.js';
import { sweep } from '../support/sweep.js';

const meta: Meta = { title: 'Widgets/Process timeline' };
export default meta;

const FALLBACK = html`<p><a href="#aikataulu">Paneelin aikataulu (PDF)</a></p>`;

const shown = (record: unknown, today = TODAY, level = 2): TemplateResult =>
  html`<puntari-process-timeline .record=${record} today=${today} heading-level=${level}
    >${FALLBACK}</puntari-process-timeline
  >`;

const of = (changes: Partial<PanelProcess>): TemplateResult => shown(processWith(changes));

const from = (src: string): TemplateResult =>
  html`<puntari-process-timeline src=${src}>${FALLBACK}</puntari-process-timeline>`;

/** Change the record or an attribute in the panel “Controls” and look. Nothing is saved, nothing is sent. */
export const Playground: StoryObj = playground({
  record: processWith(),
  render: ({ record, headingLevel, lang }) =>
    html`<puntari-process-timeline
      .record=${record}
      today=${TODAY}
      heading-level=${headingLevel}
      lang=${ifDefined(lang)}
      >${FALLBACK}</puntari-process-timeline
    >`,
});

/** One element is past, one goes on, two are coming, and of one nobody has told when. */
export const HalfWay: StoryObj = { render: () => shown(processWith()) };

export const NotBegun: StoryObj = { render: () => shown(processWith(), '2027-01-01') };

export const Over: StoryObj = { render: () => shown(processWith(), '2028-01-01') };

/** The record of a panel tells it too. */
export const OfAPanel: StoryObj = {
  render: () => shown({ ...panelWith(), process: processWith().process }),
};

/** One element with its day; the others are there without. */
export const OneDay: StoryObj = {
  render: () => of({ process: [{ element: 'handover', from: '2027-05-10' }] }),
};

export const NothingYet: StoryObj = { render: () => of({ process: [] }) };

export const HeadingLevel5: StoryObj = { render: () => shown(processWith(), TODAY, 5) };

export const LongWords: StoryObj = {
  render: () =>
    of({
      title: LONG_WORD,
      process: [
        {
          element: 'experts',
          text: LONG_WORD,
          materials: [{ label: LONG_WORD, url: '#pitka', format: 'PDF', size: 9000 }],
        },
      ],
    }),
};

export const TextInAnotherLanguage: StoryObj = {
  render: () =>
    of({
      title: { ar: 'لجنة المرور' },
      process: [{ element: 'selection', text: { ar: 'يُختار أربعون ساكنا بالقرعة.' } }],
    }),
};

/** A column of a page, as narrow as they come. */
export const Narrow: StoryObj = {
  render: () => html`<div style="inline-size: 260px">${shown(processWith())}</div>`,
};

export const UnknownCodes: StoryObj = {
  render: () => of({ process: [{ element: 'evaluation' as never, from: '2027-05-10' }] }),
  parameters: sweep({ logs: [/\/process\/0\/element: expected/] }),
};

export const Loading: StoryObj = { render: () => from(NEVER) };

export const RecordNotFound: StoryObj = {
  render: () => from(MISSING),
  parameters: sweep({ logs: [/answered 404/] }),
};

export const RecordNotValid: StoryObj = {
  render: () => of({ process: [{ element: 'experts', from: 'keväällä' }] }),
  parameters: sweep({ logs: [/\/process\/0\/from: expected/, /is not a valid/] }),
};

/** The page wrote the text itself; no record, and the text is kept. */
export const WrittenByThePage: StoryObj = {
  render: () =>
    html`<puntari-process-timeline>
      <div slot="document">
        <h2>Paneelin vaiheet</h2>
        <ol class="puntari-timeline">
          <li data-state="past"><strong>Osallistujat arvotaan</strong><br />Päättynyt</li>
          <li data-state="now" aria-current="step">
            <strong>Ohjatut keskustelut</strong><br />Käynnissä nyt
          </li>
        </ol>
      </div>
    </puntari-process-timeline>`,
};
