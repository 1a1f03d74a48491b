import { TOPIC_STATUSES, type Topic } from '@puntari/contracts';
import '@puntari/widgets/topic-card/define';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import { fullTopic, topicWith } from '../fixtures/topic.js';
import { COUNCIL, LONG_WORD, PLANNING, words } from '../fixtures/words.js';
import { answerBelow, MISSING, NEVER } from '../support/network.js';
import { playground } from '../support/playground.js';
import { press, shows, widgetIn } from '../support/reach.js';
import { sweep } from '../support/sweep.js';

const meta: Meta = { title: 'Widgets/Topic card' };
export default meta;

const FALLBACK = html`<p><a href="#katutila">Kaupunkikeskusten katutila</a></p>`;

interface Look {
  readonly variant?: string;
  readonly level?: number;
}

const shown = (record: unknown, { variant, level = 2 }: Look = {}): TemplateResult =>
  variant === undefined
    ? html`<puntari-topic-card .record=${record} heading-level=${level}
        >${FALLBACK}</puntari-topic-card
      >`
    : html`<puntari-topic-card .record=${record} heading-level=${level} variant=${variant}
        >${FALLBACK}</puntari-topic-card
      >`;

const from = (src: string): TemplateResult =>
  html`<puntari-topic-card src=${src}>${FALLBACK}</puntari-topic-card>`;

/** Change the record or an attribute in the panel “Controls” and look. Nothing is saved, nothing is sent. */
export const Playground: StoryObj = playground({
  record: fullTopic({ url: '#katutila' }),
  variants: ['compact'],
  render: ({ record, headingLevel, variant, lang }) =>
    html`<puntari-topic-card
      .record=${record}
      heading-level=${headingLevel}
      variant=${ifDefined(variant)}
      lang=${ifDefined(lang)}
      >${FALLBACK}</puntari-topic-card
    >`,
});

export const OnTheList: StoryObj = { render: () => shown(topicWith()) };

/** The whole card is the link's target; its text can still be selected. */
export const WithLink: StoryObj = { render: () => shown(topicWith({ url: '#katutila' })) };

export const Compact: StoryObj = {
  render: () => shown(topicWith({ url: '#katutila' }), { variant: 'compact' }),
};

export const HeadingLevel5: StoryObj = { render: () => shown(topicWith(), { level: 5 }) };

/** Everything that a topic can tell. */
export const Whole: StoryObj = { render: () => shown(fullTopic()) };

/** A topic that was not chosen is owed a reason. */
export const NotChosen: StoryObj = {
  render: () =>
    shown(
      topicWith({
        status: 'not-chosen',
        statusReason: words(
          'Päätös on jo tehty, joten paneelilla ei olisi vaikutusta.',
          'Beslutet är redan fattat, så en panel skulle inte ha någon inverkan.',
          'The decision has already been made, so a panel would make no difference.',
        ),
      }),
    ),
};

export const EveryStatus: StoryObj = {
  render: () =>
    html`<div style="display: grid; gap: 1em">
      ${TOPIC_STATUSES.map((status) => {
        const statusReason = words('Perustelu.', 'Motivering.', 'The reason.');
        const topic = topicWith({ id: `aihe-${status}`, status, statusReason });
        return shown(topic, { variant: 'compact' });
      })}
    </div>`,
};

export const EveryLevel: StoryObj = {
  render: () =>
    html`<div style="display: grid; gap: 1em">
      ${([1, 2, 3, 4, 5] as const).map((level) =>
        shown(topicWith({ id: `taso-${String(level)}`, level }), { variant: 'compact' }),
      )}
    </div>`,
};

/** Only what every topic has. */
export const LeastThereIs: StoryObj = {
  render: () => {
    const { schemaVersion, version, id, title, summary, year, status } = topicWith();
    return shown({
      schemaVersion,
      version,
      id,
      title,
      summary,
      year,
      status,
      decision: { body: PLANNING },
      purpose: {},
    } satisfies Topic);
  },
};

export const LongWords: StoryObj = {
  render: () =>
    shown(fullTopic({ title: LONG_WORD, summary: `${LONG_WORD} ${LONG_WORD}`, area: [LONG_WORD] })),
};

/** The record knows one language: its texts carry their own `lang`, the words around them follow the page. */
export const TextInAnotherLanguage: StoryObj = {
  render: () =>
    shown(
      topicWith({
        title: { ar: 'تقاسم مساحة الشارع' },
        summary: { ar: 'كيف تُقسَّم مساحة الشارع بين المشاة والدراجات والسيارات؟' },
        question: { en: 'How should street space be shared?' },
      }),
    ),
};

export const UnknownCodes: StoryObj = {
  render: () => shown({ ...topicWith(), status: 'postponed', stage: 'pilot', level: 6 }),
  parameters: sweep({ logs: [/\/status: expected/] }),
};

export const Loading: StoryObj = { render: () => from(NEVER) };

export const RecordNotFound: StoryObj = {
  render: () => from(MISSING),
  parameters: sweep({ logs: [/answered 404/] }),
};

/** The page wrote the card itself; its record adds to it, and does not come. */
export const WrittenByThePageRecordNotFound: StoryObj = {
  render: () =>
    html`<puntari-topic-card src=${MISSING}>
      <div slot="document">
        <article data-topic="katutila" data-status="chosen" data-level="3">
          <h2><a class="puntari-card-link" href="#katutila">Kaupunkikeskusten katutila</a></h2>
          <p>Miten katutila jaetaan kävelyn, pyöräilyn ja autojen kesken?</p>
        </article>
      </div>
    </puntari-topic-card>`,
  parameters: sweep({ logs: [/answered 404/] }),
};

export const RecordNotValid: StoryObj = {
  render: () => shown({ ...topicWith(), year: 'ensi vuonna' }),
  parameters: sweep({ logs: [/\/year: expected/, /is not a valid topic/] }),
};

/** Participation would change nothing here, and the card says so. */
export const NotSuitable: StoryObj = {
  render: () =>
    shown(
      topicWith({
        level: 1,
        stage: 'decision',
        suitability: { reasons: [] },
        notSuitable: words(
          'Laki määrää, miten asia ratkaistaan. Asukkailla ei olisi siihen vaikutusta.',
          'Lagen avgör hur ärendet ska lösas. Invånarna skulle inte kunna påverka det.',
          'The law lays down how this is settled. Residents would have no influence on it.',
        ),
      }),
    ),
};

/** The elected members have chosen, and their minutes say why. */
export const Chosen: StoryObj = {
  render: () =>
    shown(
      topicWith({
        status: 'chosen',
        stage: 'draft',
        proposedBy: words('Nuorisovaltuusto', 'Ungdomsfullmäktige', 'Youth Council'),
        proposerKind: 'group',
        supporters: 1,
        choice: {
          body: COUNCIL,
          on: '2026-09-14',
          section: '§ 121',
          reasons: words(
            'Aihe koskee kaikkia kaupunginosia, ja linjauksiin voi vielä vaikuttaa.',
            'Ämnet gäller alla stadsdelar, och riktlinjerna kan ännu påverkas.',
            'The topic concerns every district, and the guidelines can still be influenced.',
          ),
          minutes: {
            label: words('Valtuuston pöytäkirja', 'Fullmäktiges protokoll', 'Council minutes'),
            url: '#poytakirja',
            format: 'PDF',
          },
        },
        history: [
          { on: '2026-09-14', status: 'chosen' },
          { on: '2026-03-02', status: 'proposed' },
        ],
      }),
    ),
};

const SUPPORTED = topicWith({ url: '#katutila', supporters: 128 });

const accepts = (supporters: number): (() => Response) => {
  const body = { topicId: SUPPORTED.id, supported: true, supporters };
  return () => Response.json(body, { status: 201 });
};

const withAction = (action: string, changes: Partial<Topic> = {}): TemplateResult =>
  html`<puntari-topic-card action=${action} .record=${{ ...SUPPORTED, ...changes }}
    >${FALLBACK}</puntari-topic-card
  >`;

/** The page has a receiver behind it: the topic can be supported. */
export const CanBeSupported: StoryObj = {
  render: () => withAction(answerBelow('taken', accepts(129))),
};

/** Supported: the same button takes it back. */
export const Supported: StoryObj = {
  render: () => withAction(answerBelow('taken', accepts(129))),
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await shows(widget, '#support');
    await press(widget, '#support');
    await shows(widget, '#support[data-kind]');
  },
};

/** The receiver has not answered yet. */
export const SupportBeingSent: StoryObj = {
  render: () => withAction(answerBelow('silent', () => new Promise<never>(() => {}))),
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await shows(widget, '#support');
    await press(widget, '#support');
    await shows(widget, '#support[aria-disabled]');
  },
};

/** It did not arrive: the button tries again with the same key. */
export const SupportFailed: StoryObj = {
  render: () => withAction(answerBelow('broken', () => new Response('', { status: 500 }))),
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await shows(widget, '#support');
    await press(widget, '#support');
    await shows(widget, '.puntari-notice');
  },
};

/** The elected members have chosen, or the time is over. */
export const SupportClosed: StoryObj = {
  render: () =>
    withAction(answerBelow('taken', accepts(129)), { supportUntil: '2026-01-01T12:00:00+02:00' }),
};

/** Small, in a sidebar, where it can be supported too. */
export const CompactWithSupport: StoryObj = {
  render: () =>
    html`<puntari-topic-card
      variant="compact"
      action=${answerBelow('taken', accepts(129))}
      .record=${SUPPORTED}
      >${FALLBACK}</puntari-topic-card
    >`,
};

/** The page does not want a contest of numbers. */
export const WithoutCount: StoryObj = {
  render: () =>
    html`<puntari-topic-card
      no-count
      action=${answerBelow('taken', accepts(129))}
      .record=${SUPPORTED}
      >${FALLBACK}</puntari-topic-card
    >`,
};

/** The page wrote the text itself; no record, and the text is kept. */
export const WrittenByThePage: StoryObj = {
  render: () =>
    html`<puntari-topic-card>
      <div slot="document">
        <h2>Kaupunkikeskusten katutila</h2>
        <p>Päätöksen tekee valtuusto huhtikuussa 2028.</p>
      </div>
    </puntari-topic-card>`,
};
