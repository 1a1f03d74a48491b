import { TOPIC_STATUSES, type Topic, type TopicList } from '@puntari/contracts';
import '@puntari/widgets/topic-list/define';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import { topicWith } from '../fixtures/topic.js';
import { LONG_WORD, words } from '../fixtures/words.js';
import { MISSING, NEVER } from '../support/network.js';
import { playground } from '../support/playground.js';
import { settled, shows, widgetIn } from '../support/reach.js';
import { sweep } from '../support/sweep.js';

const meta: Meta = { title: 'Widgets/Topic list' };
export default meta;

const FALLBACK = html`<p><a href="#aiheet">Aiheet</a></p>`;

const SUBJECTS = [
  words('Kaupunkikeskusten katutila', 'Gaturummet i stadscentrumen', 'Street space in the centres'),
  words('Palveluverkko', 'Servicenätet', 'The service network'),
  words('Ilmastotavoitteet', 'Klimatmålen', 'The climate goals'),
  words('Säästötoimet', 'Sparåtgärderna', 'Savings'),
  words('Nuorten mielen hyvinvointi', 'Ungas psykiska välbefinnande', 'Young people’s wellbeing'),
  words('Kaupunkistrategia', 'Stadsstrategin', 'The city strategy'),
  words('Tarkastuskertomus', 'Revisionsberättelsen', 'The audit report'),
  words(
    'Terveysasemien aukiolo',
    'Hälsostationernas öppettider',
    'Opening hours of health centres',
  ),
];
const AREAS = [
  words('Suur-Leppävaara', 'Stor-Alberga', 'Suur-Leppävaara'),
  words('Suur-Tapiola', 'Stor-Hagalund', 'Suur-Tapiola'),
];

/** From the ninth on with a number: no two topics are called the same. */
function titleAt(index: number): Topic['title'] {
  const title = SUBJECTS[index % SUBJECTS.length]!;
  if (index < SUBJECTS.length) return title;
  return Object.fromEntries(
    Object.entries(title).map(([lang, text]) => [lang, `${text} ${String(index + 1)}`]),
  );
}

const topicAt = (index: number): Topic =>
  topicWith({
    id: `aihe-${String(index + 1)}`,
    title: titleAt(index),
    url: `#sivu-${String(index + 1)}`,
    status: TOPIC_STATUSES[index % TOPIC_STATUSES.length]!,
    statusReason: words('Perustelu.', 'Motivering.', 'The reason.'),
    year: 2027 - (index % 3),
    level: ([3, 2, 1, 4, 5] as const)[index % 5]!,
    area: [AREAS[index % AREAS.length]!],
    supporters: (index * 37) % 200,
  });

const listOf = (count: number, changes: Partial<TopicList> = {}): TopicList => ({
  schemaVersion: 1,
  version: '1',
  id: 'aiheet',
  title: words('Aiheet paneeleille', 'Ämnen för paneler', 'Topics for panels'),
  intro: words(
    'Näistä aiheista luottamushenkilöt valitsevat vuosittain.',
    'Bland dessa ämnen väljer de förtroendevalda varje år.',
    'Every year the elected members choose from these topics.',
  ),
  topics: Array.from({ length: count }, (_, index) => topicAt(index)),
  ...changes,
});

const shown = (record: unknown): TemplateResult =>
  html`<puntari-topic-list .record=${record}>${FALLBACK}</puntari-topic-list>`;

const from = (src: string): TemplateResult =>
  html`<puntari-topic-list src=${src}>${FALLBACK}</puntari-topic-list>`;

/** Change the record or an attribute in the panel “Controls” and look. Nothing is saved, nothing is sent. */
export const Playground: StoryObj = playground({
  record: listOf(5),
  variants: [],
  render: ({ record, headingLevel, lang }) =>
    html`<puntari-topic-list .record=${record} heading-level=${headingLevel} lang=${ifDefined(lang)}
      >${FALLBACK}</puntari-topic-list
    >`,
});

/** Every status once, and a search that is folded away. */
export const Topics: StoryObj = { render: () => shown(listOf(8)) };

async function open(canvas: HTMLElement): Promise<HTMLElement> {
  const widget = await widgetIn(canvas);
  await shows(widget, 'summary');
  widget.shadowRoot!.querySelector('details')!.open = true;
  await shows(widget, '#by-words');
  return widget;
}

async function choose(canvas: HTMLElement, id: string, value: string): Promise<void> {
  const widget = await open(canvas);
  const control = widget.shadowRoot!.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`)!;
  control.value = value;
  const type = id === 'by-words' ? 'input' : 'change';
  control.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  await settled(widget as Parameters<typeof settled>[0]);
}

export const SearchOpen: StoryObj = {
  render: () => shown(listOf(8)),
  play: async ({ canvasElement }) => {
    await open(canvasElement);
  },
};

export const Filtered: StoryObj = {
  render: () => shown(listOf(8)),
  play: ({ canvasElement }) => choose(canvasElement, 'by-status', 'chosen'),
};

/** Nothing is left; the way back is a button. */
export const NothingFound: StoryObj = {
  render: () => shown(listOf(8)),
  play: ({ canvasElement }) => choose(canvasElement, 'by-words', 'avaruus'),
};

export const Sorted: StoryObj = {
  render: () => shown(listOf(8)),
  play: ({ canvasElement }) => choose(canvasElement, 'by-sort', 'title'),
};

/** Too few to search in. */
export const Few: StoryObj = { render: () => shown(listOf(2)) };

/** The round has begun, and nobody has proposed anything. */
export const NoTopics: StoryObj = { render: () => shown(listOf(0)) };

export const WithoutCounts: StoryObj = {
  render: () =>
    html`<puntari-topic-list no-count .record=${listOf(4)}>${FALLBACK}</puntari-topic-list>`,
};

/** Each keeps its own view, and the topics have ids of their own. */
export const TwoLists: StoryObj = {
  render: () => html`${shown(listOf(4))}${shown(listOf(4))}`,
};

export const HeadingLevel5: StoryObj = {
  render: () =>
    html`<puntari-topic-list heading-level="5" .record=${listOf(2)}
      >${FALLBACK}</puntari-topic-list
    >`,
};

export const LongWords: StoryObj = {
  render: () =>
    shown(
      listOf(0, {
        title: LONG_WORD,
        topics: [0, 1, 2, 3].map((index) => ({
          ...topicAt(index),
          title: `${LONG_WORD} ${String(index)}`,
          area: [LONG_WORD, `${LONG_WORD}2`],
        })),
      }),
    ),
  play: async ({ canvasElement }) => {
    await open(canvasElement);
  },
};

/** For measuring. Not swept: a thousand topics say to a program what eight say. */
export const Thousand: StoryObj = { render: () => shown(listOf(1000)), tags: ['not-swept'] };

export const Loading: StoryObj = { render: () => from(NEVER) };

export const RecordNotFound: StoryObj = {
  render: () => from(MISSING),
  parameters: sweep({ logs: [/answered 404/] }),
};

export const RecordNotValid: StoryObj = {
  render: () => shown({ ...listOf(1), topics: 'ei yhtään' }),
  parameters: sweep({ logs: [/\/topics: expected/, /is not a valid topicList/] }),
};

/** The page wrote the text itself: its marks are what the search goes by. */
export const WrittenByThePage: StoryObj = {
  render: () =>
    html`<puntari-topic-list>
      <div slot="document">
        <h2>Aiheet</h2>
        <ol class="puntari-links">
          ${['Katutila', 'Palveluverkko', 'Säästötoimet', 'Koulut'].map(
            (title, index) =>
              html`<li>
                <article
                  aria-label=${title}
                  data-topic=${`oma-${String(index)}`}
                  data-item=${`oma-${String(index)}`}
                  data-status=${index % 2 ? 'chosen' : 'proposed'}
                  data-year=${2026 + (index % 2)}
                >
                  <h3>${title}</h3>
                  <p>Päätöksen tekee valtuusto.</p>
                </article>
              </li>`,
          )}
        </ol>
      </div>
    </puntari-topic-list>`,
  play: async ({ canvasElement }) => {
    const widget = canvasElement.querySelector('puntari-topic-list')!;
    await shows(widget, 'summary');
  },
};
