import '@puntari/widgets/participation-level/define';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import { topicWith } from '../fixtures/topic.js';
import { MISSING, NEVER } from '../support/network.js';
import { playground } from '../support/playground.js';
import { sweep } from '../support/sweep.js';

const meta: Meta = { title: 'Widgets/Participation level' };
export default meta;

const FALLBACK = html`<p>Osallistumisen taso: yhdessä työskentely</p>`;
const RECORD = { schemaVersion: 1, version: '1', id: 'katutila', level: 3 };

const shown = (record: unknown, level = 2): TemplateResult =>
  html`<puntari-participation-level .record=${record} heading-level=${level}
    >${FALLBACK}</puntari-participation-level
  >`;

const from = (src: string): TemplateResult =>
  html`<puntari-participation-level src=${src}>${FALLBACK}</puntari-participation-level>`;

/** Change the record or an attribute in the panel “Controls” and look. Nothing is saved, nothing is sent. */
export const Playground: StoryObj = playground({
  record: RECORD,
  render: ({ record, headingLevel, lang }) =>
    html`<puntari-participation-level
      .record=${record}
      heading-level=${headingLevel}
      lang=${ifDefined(lang)}
      >${FALLBACK}</puntari-participation-level
    >`,
});

export const Working: StoryObj = { render: () => shown(RECORD) };

/** The level is an attribute: no record is needed. */
export const AsAttribute: StoryObj = {
  render: () =>
    html`<puntari-participation-level level="2">${FALLBACK}</puntari-participation-level>`,
};

/** Levels 3 and 4 have one name and one meaning. */
export const EveryLevel: StoryObj = {
  render: () =>
    html`<div style="display: grid; gap: 1em">
      ${[1, 2, 3, 4, 5].map((level) => shown({ ...RECORD, id: `taso-${String(level)}`, level }))}
    </div>`,
};

/** The record of a topic tells it too. */
export const OfATopic: StoryObj = { render: () => shown(topicWith({ level: 4 })) };

export const AllLevelsOpen: StoryObj = {
  render: () => shown(RECORD),
  play: ({ canvasElement }) => {
    for (const details of canvasElement.querySelectorAll('details')) details.open = true;
  },
};

export const NothingYet: StoryObj = {
  render: () => shown({ schemaVersion: 1, version: '1', id: 'katutila' }),
};

export const HeadingLevel5: StoryObj = { render: () => shown(RECORD, 5) };

/** A column of a page, as narrow as they come. */
export const Narrow: StoryObj = {
  render: () => html`<div style="inline-size: 260px">${shown(RECORD)}</div>`,
};

export const UnknownCodes: StoryObj = {
  render: () => shown({ ...RECORD, level: 6 }),
  parameters: sweep({ logs: [/\/level: expected/] }),
};

export const Loading: StoryObj = { render: () => from(NEVER) };

export const RecordNotFound: StoryObj = {
  render: () => from(MISSING),
  parameters: sweep({ logs: [/answered 404/] }),
};

export const RecordNotValid: StoryObj = {
  render: () => shown({ ...RECORD, level: ['kolme'] }),
  parameters: sweep({ logs: [/\/level: expected/, /is not a valid/] }),
};

/** The page wrote the text itself; no record, and the text is kept. */
export const WrittenByThePage: StoryObj = {
  render: () =>
    html`<puntari-participation-level>
      <div slot="document">
        <h2>Osallistumisen taso</h2>
        <p>Taso 2/5: konsultointi</p>
      </div>
    </puntari-participation-level>`,
};
