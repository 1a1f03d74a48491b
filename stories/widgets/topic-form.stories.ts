import type { FieldValues } from '@puntari/contracts';
import type { BeforeSubmitEvent } from '@puntari/core';
import '@puntari/widgets/topic-form/define';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import { receiptWith } from '../fixtures/receipt.js';
import { callWith, PROPOSAL, TOPICS } from '../fixtures/topic-call.js';
import { LONG_WORD } from '../fixtures/words.js';
import {
  BROKEN,
  CLOSED,
  NETWORK,
  withProblem,
  withReceipt,
  withSilence,
} from '../support/answers.js';
import { lostRules, MISSING, NEVER, publish } from '../support/network.js';
import { playground } from '../support/playground.js';
import { answer, answerShown, goTo, press, shows, submit, widgetIn } from '../support/reach.js';
import { sweep } from '../support/sweep.js';
import { timeFromNow } from '../support/times.js';

const meta: Meta = { title: 'Widgets/Topic form' };
export default meta;

const FALLBACK = html`<p>Voit ehdottaa aihetta myös puhelimitse: 09 816 21.</p>`;

type Listener = (event: BeforeSubmitEvent) => void;

const shown = (
  record: unknown,
  listener: Listener = withReceipt(receiptWith()),
  lang?: string,
): TemplateResult =>
  html`<puntari-topic-form
    .record=${record}
    lang=${ifDefined(lang)}
    @puntari-before-submit=${listener}
    >${FALLBACK}</puntari-topic-form
  >`;

const from = (src: string): TemplateResult =>
  html`<puntari-topic-form src=${src} @puntari-before-submit=${withSilence}
    >${FALLBACK}</puntari-topic-form
  >`;

type Play = NonNullable<StoryObj['play']>;

const filledIn =
  (values: FieldValues, selector = '#step'): Play =>
  async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await answerShown(widget, values);
    await shows(widget, selector);
  };

/** Goes on with these answers until something is shown. */
const gone =
  (values: FieldValues, selector: string): Play =>
  async ({ canvasElement }) => {
    await goTo(await widgetIn(canvasElement), selector, values);
  };

const sent =
  (selector: string): Play =>
  async (context) => {
    await gone(PROPOSAL, '#back')(context);
    const widget = await widgetIn(context.canvasElement);
    await submit(widget);
    await shows(widget, selector);
  };

/** Change the record or an attribute in the panel “Controls” and look. Nothing is saved, nothing is sent. */
export const Playground: StoryObj = playground({
  record: callWith(),
  render: ({ record, headingLevel, lang }) =>
    html`<puntari-topic-form
      .record=${record}
      heading-level=${headingLevel}
      lang=${ifDefined(lang)}
      @puntari-before-submit=${withReceipt(receiptWith())}
      >${FALLBACK}</puntari-topic-form
    >`,
});

export const Empty: StoryObj = { render: () => shown(callWith()) };

export const FilledIn: StoryObj = {
  render: () => shown(callWith()),
  play: filledIn({ ...PROPOSAL, nameMayBePublished: 'true' }),
};

/** The connection broke after the first page: pressing Continue says so, and what was written stays. */
export const FirstPageConnectionLost: StoryObj = {
  render: () =>
    html`<puntari-topic-form
      .record=${callWith()}
      .rules=${lostRules}
      @puntari-before-submit=${withReceipt(receiptWith())}
      >${FALLBACK}</puntari-topic-form
    >`,
  play: async (context) => {
    await filledIn(PROPOSAL)(context);
    const widget = await widgetIn(context.canvasElement);
    await press(widget, 'button[type="submit"]');
    await shows(widget, '#send-problem');
  },
};

/** Three days before the end and later. */
export const ClosingSoon: StoryObj = {
  render: () => shown(callWith({ closes: timeFromNow(2) })),
};

export const Upcoming: StoryObj = {
  render: () => shown(callWith({ opens: timeFromNow(10, '09:00'), closes: timeFromNow(40) })),
};

/** With nothing to fill in: when it ended, when topics are chosen, and what one can do instead. */
export const Closed: StoryObj = {
  render: () => shown(callWith({ opens: timeFromNow(-60, '09:00'), closes: timeFromNow(-10) })),
};

/** Shown once somebody pauses; it asks for nothing and stops nobody. */
export const AdviceOnYesOrNo: StoryObj = {
  render: () => shown(callWith()),
  play: filledIn({ question: 'Pitäisikö Rantaraitille saada valot?' }, '#advice'),
};

export const AdviceOnEitherOr: StoryObj = {
  render: () => shown(callWith()),
  play: filledIn({ question: 'Tuleeko keskustaan puisto vai pysäköintitalo?' }, '#advice'),
};

/** From the list that the call names; loaded only once somebody has written something. */
export const SimilarTopics: StoryObj = {
  render: () => shown(callWith({ topics: publish('topics-for-proposals', TOPICS) })),
  play: filledIn(
    { title: 'Katutila ja pyöräily', question: 'Miten katutilaa jaetaan pyöräilylle?' },
    '#similar',
  ),
};

export const AdviceAndSimilarTopics: StoryObj = {
  render: () => shown(callWith({ topics: publish('topics-for-proposals', TOPICS) })),
  play: filledIn(
    { title: 'Katutila ja pyöräily', question: 'Pitäisikö katutilaa antaa pyöräilylle?' },
    '#similar',
  ),
};

/** A call that leaves everything out that it can. */
export const LeastCall: StoryObj = {
  render: () => {
    const { schemaVersion, version, id, title, year, asks, opens, closes } = callWith();
    const { chosenBy, contact, privacy, purpose } = callWith();
    const least = { schemaVersion, version, id, title, year, asks, opens, closes };
    return shown({ ...least, chosenBy, contact, privacy, purpose });
  },
};

export const WithErrors: StoryObj = {
  render: () => shown(callWith()),
  play: gone({}, '#error-summary'),
};

/** Nothing is cut off; what is too much is counted and said. */
export const TextTooLong: StoryObj = {
  render: () => shown(callWith({ limits: { titleMax: 12, textMax: 60 } })),
  play: gone(PROPOSAL, '#error-summary'),
};

export const WithoutContact: StoryObj = {
  render: () => shown(callWith()),
  play: gone({ ...PROPOSAL, 'proposer/email': 'aino' }, '#error-summary'),
};

/** Nothing is sent before it has been shown once more. */
export const CheckAnswers: StoryObj = {
  render: () => shown(callWith()),
  play: gone(PROPOSAL, '#back'),
};

export const Sending: StoryObj = {
  render: () => shown(callWith(), withSilence),
  play: sent('button[type="submit"][aria-disabled="true"]'),
};

export const SendFailedNoConnection: StoryObj = {
  render: () => shown(callWith(), withProblem(NETWORK)),
  play: sent('#send-problem'),
};

export const SendFailedServiceFault: StoryObj = {
  render: () => shown(callWith(), withProblem(BROKEN)),
  play: sent('#send-problem'),
};

/** The call closed while somebody was writing. The words stay on the page; another try is of no use. */
export const SendFailedClosedMeanwhile: StoryObj = {
  render: () => shown(callWith(), withProblem(CLOSED)),
  play: sent('#send-problem'),
};

/** The receiver found what the form did not: it is said at the field. */
export const RefusedByReceiver: StoryObj = {
  render: () =>
    shown(
      callWith(),
      withProblem({
        title: 'Invalid',
        status: 422,
        code: 'invalid',
        errors: [{ pointer: '/proposer/email', code: 'format' }],
      }),
    ),
  play: sent('#error-summary'),
};

export const Receipt: StoryObj = {
  render: () =>
    shown(callWith(), withReceipt(receiptWith({ manage: 'https://example.fi/given-proposals/x' }))),
  play: sent('#receipt'),
};

/** Nowhere to send to: the other channels are shown in place of a form. */
export const WithoutAction: StoryObj = {
  render: () => html`<puntari-topic-form .record=${callWith()}>${FALLBACK}</puntari-topic-form>`,
  parameters: sweep({ logs: [/has no action/] }),
};

/** A fieldset of the page switches the form off as it does native controls. */
export const DisabledByFieldset: StoryObj = {
  render: () =>
    html`<fieldset disabled style="margin: 0; padding: 0; border: 0; min-inline-size: 0">
      <legend>Testiympäristö</legend>
      ${shown(callWith())}
    </fieldset>`,
  parameters: sweep({ differsOnServer: 'only a browser tells a widget of the fieldset around it' }),
};

/** A narrow column of a page. */
export const Narrow: StoryObj = {
  render: () => html`<div style="inline-size: 16.25em">${shown(callWith())}</div>`,
};

export const LongWords: StoryObj = {
  render: () =>
    shown(
      callWith({
        title: LONG_WORD,
        asks: LONG_WORD,
        readBy: LONG_WORD,
        areas: [{ id: 'a', label: LONG_WORD }],
        decisions: [{ id: 'b', title: LONG_WORD, body: { name: LONG_WORD } }],
        topics: publish('long-topics', {
          ...TOPICS,
          topics: TOPICS.topics.map((topic) => ({ ...topic, title: LONG_WORD })),
        }),
      }),
    ),
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await answer(widget, 'title', LONG_WORD);
    await answer(widget, 'question', LONG_WORD);
    // A word that all topics have tells them not apart.
    await answer(widget, 'question', `Onko ${LONG_WORD} hyvä?`);
    await shows(widget, '#advice');
  },
};

export const CheckLongAnswers: StoryObj = {
  render: () => shown(callWith()),
  play: gone(
    {
      ...PROPOSAL,
      title: LONG_WORD,
      'proposer/email': `${LONG_WORD.toLowerCase().replaceAll(/[äö]/g, 'a')}@example.fi`,
    },
    '#back',
  ),
};

/** In a language from right to left, with words of its own; what the record does not say in it is shown as it is. */
export const Arabic: StoryObj = {
  render: () => shown(callWith(), withReceipt(receiptWith()), 'ar'),
  play: filledIn({ question: 'هل نحتاج إلى المزيد من الأشجار؟' }, '#advice'),
};

export const EasyFinnish: StoryObj = {
  render: () => shown(callWith(), withReceipt(receiptWith()), 'fi-simple'),
};

/** The record knows one language: its texts carry their own `lang`, the words around them follow the page. */
export const TextInAnotherLanguage: StoryObj = {
  render: () =>
    shown(
      callWith({
        title: { en: 'Propose a topic' },
        asks: { ar: 'ما الذي ينبغي أن يناقشه السكان؟' },
      }),
    ),
};

/** A kind of proposer that this widget has no word for is not offered. */
export const UnknownCodes: StoryObj = {
  render: () => shown({ ...callWith(), proposers: ['resident', 'company', 'group'] }),
  parameters: sweep({ logs: [/\/proposers\/1: expected/] }),
};

export const HeadingLevel4: StoryObj = {
  render: () =>
    html`<puntari-topic-form
      .record=${callWith()}
      heading-level="4"
      @puntari-before-submit=${withSilence}
      >${FALLBACK}</puntari-topic-form
    >`,
  play: gone({}, '#error-summary'),
};

export const Loading: StoryObj = { render: () => from(NEVER) };

export const RecordNotFound: StoryObj = {
  render: () => from(MISSING),
  parameters: sweep({ logs: [/answered 404/] }),
};

export const RecordNotValid: StoryObj = {
  render: () => shown({ ...callWith(), closes: 'soon' }),
  parameters: sweep({ logs: [/a time with its offset/, /is not a valid topicCall/] }),
};
