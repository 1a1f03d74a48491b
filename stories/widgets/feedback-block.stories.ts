import type { FieldValues } from '@puntari/contracts';
import type { BeforeSubmitEvent } from '@puntari/core';
import '@puntari/widgets/feedback-block/define';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import { channelWith, FEEDBACK } from '../fixtures/feedback-channel.js';
import { receiptWith } from '../fixtures/receipt.js';
import { LONG_WORD } from '../fixtures/words.js';
import {
  BROKEN,
  BUSY,
  NETWORK,
  withProblem,
  withReceipt,
  withSilence,
} from '../support/answers.js';
import { MISSING, NEVER } from '../support/network.js';
import { playground } from '../support/playground.js';
import { answer, answerShown, shows, submit, widgetIn } from '../support/reach.js';
import { sweep } from '../support/sweep.js';

const meta: Meta = { title: 'Widgets/Feedback block' };
export default meta;

const FALLBACK = html`<p>Voit antaa palautetta myös sähköpostilla: osallisuus@example.fi.</p>`;

type Listener = (event: BeforeSubmitEvent) => void;

const shown = (record: unknown, listener: Listener = withReceipt(receiptWith())): TemplateResult =>
  html`<puntari-feedback-block
    .record=${record}
    subject="statement:liikenne-2026"
    @puntari-before-submit=${listener}
    >${FALLBACK}</puntari-feedback-block
  >`;

const from = (src: string): TemplateResult =>
  html`<puntari-feedback-block src=${src} @puntari-before-submit=${withSilence}
    >${FALLBACK}</puntari-feedback-block
  >`;

type Play = NonNullable<StoryObj['play']>;

const filledIn =
  (values: FieldValues): Play =>
  async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await answerShown(widget, values);
  };

const sent =
  (values: FieldValues, selector: string): Play =>
  async (context) => {
    await filledIn(values)(context);
    const widget = await widgetIn(context.canvasElement);
    await submit(widget);
    await shows(widget, selector);
  };

/** Asks for a reply, so that whom to reply to is asked. */
const WANTS_REPLY = { ...FEEDBACK, wantsReply: 'true' } as const satisfies FieldValues;

/** Change the record or an attribute in the panel “Controls” and look. Nothing is saved, nothing is sent. */
export const Playground: StoryObj = playground({
  record: channelWith(),
  variants: ['compact'],
  subject: 'statement:liikenne-2026',
  render: ({ record, headingLevel, variant, subject, lang }) =>
    html`<puntari-feedback-block
      .record=${record}
      heading-level=${headingLevel}
      variant=${ifDefined(variant)}
      subject=${ifDefined(subject)}
      lang=${ifDefined(lang)}
      @puntari-before-submit=${withReceipt(receiptWith())}
      >${FALLBACK}</puntari-feedback-block
    >`,
});

export const Empty: StoryObj = { render: () => shown(channelWith()) };

export const FilledIn: StoryObj = {
  render: () => shown(channelWith()),
  play: filledIn({ ...FEEDBACK, mayBePublished: 'true' }),
};

/** Contact details are asked for only where a reply is wished for. */
export const WantsReply: StoryObj = {
  render: () => shown(channelWith()),
  play: filledIn(WANTS_REPLY),
};

export const WithErrors: StoryObj = {
  render: () => shown(channelWith()),
  play: sent({}, '#error-summary'),
};

export const TextTooShort: StoryObj = {
  render: () => shown(channelWith()),
  play: sent({ kind: 'thanks', text: 'Hyvä!' }, '#error-summary'),
};

/** Nothing is cut off; what is too much is counted and said. */
export const TextTooLong: StoryObj = {
  render: () => shown(channelWith({ limits: { textMin: 10, textMax: 60 } })),
  play: sent(FEEDBACK, '#error-summary'),
};

export const ReplyWithoutContact: StoryObj = {
  render: () => shown(channelWith()),
  play: sent(WANTS_REPLY, '#error-summary'),
};

/** One kind only: nothing to choose. */
export const OneKind: StoryObj = { render: () => shown(channelWith({ kinds: ['idea'] })) };

/** A channel that asks for nothing but the text. */
export const TextOnly: StoryObj = {
  render: () => shown(channelWith({ kinds: ['idea'], asksExperience: false, offersReply: false })),
};

/** For the end of an article: the explanations are left to the page. */
export const Compact: StoryObj = {
  render: () =>
    html`<puntari-feedback-block
      .record=${channelWith()}
      variant="compact"
      heading-level="3"
      @puntari-before-submit=${withReceipt(receiptWith())}
      >${FALLBACK}</puntari-feedback-block
    >`,
};

export const Sending: StoryObj = {
  render: () => shown(channelWith(), withSilence),
  play: sent(FEEDBACK, 'button[type="submit"][aria-disabled="true"]'),
};

export const SendFailedNoConnection: StoryObj = {
  render: () => shown(channelWith(), withProblem(NETWORK)),
  play: sent(FEEDBACK, '#send-problem'),
};

export const SendFailedServiceFault: StoryObj = {
  render: () => shown(channelWith(), withProblem(BROKEN)),
  play: sent(FEEDBACK, '#send-problem'),
};

export const SendFailedTooManyAtOnce: StoryObj = {
  render: () => shown(channelWith(), withProblem(BUSY, 60)),
  play: sent(FEEDBACK, '#send-problem'),
};

/** The receiver found what the block did not: it is said at the field. */
export const RefusedByReceiver: StoryObj = {
  render: () =>
    shown(
      channelWith(),
      withProblem({
        title: 'Invalid',
        status: 422,
        code: 'invalid',
        errors: [{ pointer: '/text', code: 'tooLong', params: { max: 400 } }],
      }),
    ),
  play: sent(FEEDBACK, '#error-summary'),
};

export const Receipt: StoryObj = {
  render: () => shown(channelWith()),
  play: sent(FEEDBACK, '#receipt'),
};

/** Nowhere to send to: the other channels are shown in place of a form. */
export const WithoutAction: StoryObj = {
  render: () =>
    html`<puntari-feedback-block .record=${channelWith()}>${FALLBACK}</puntari-feedback-block>`,
  parameters: sweep({ logs: [/has no action/] }),
};

/** A fieldset of the page switches the block off as it does native controls. */
export const DisabledByFieldset: StoryObj = {
  render: () =>
    html`<fieldset disabled style="margin: 0; padding: 0; border: 0; min-inline-size: 0">
      <legend>Testiympäristö</legend>
      ${shown(channelWith())}
    </fieldset>`,
  parameters: sweep({ differsOnServer: 'only a browser tells a widget of the fieldset around it' }),
};

export const LongWords: StoryObj = {
  render: () => shown(channelWith({ title: LONG_WORD, intro: LONG_WORD, readBy: LONG_WORD })),
  play: async ({ canvasElement }) => {
    await answer(await widgetIn(canvasElement), 'text', LONG_WORD);
  },
};

/** The record knows one language: its texts carry their own `lang`, the words around them follow the page. */
export const TextInAnotherLanguage: StoryObj = {
  render: () =>
    shown(
      channelWith({
        title: { en: 'Give feedback' },
        intro: { ar: 'أخبرنا برأيك في لوحة السكان.' },
      }),
    ),
};

/** A kind that this widget has no word for is not offered. */
export const UnknownCodes: StoryObj = {
  render: () => shown({ ...channelWith(), kinds: ['idea', 'petition', 'thanks'] }),
  parameters: sweep({ logs: [/\/kinds\/1: expected/] }),
};

export const Loading: StoryObj = { render: () => from(NEVER) };

export const RecordNotFound: StoryObj = {
  render: () => from(MISSING),
  parameters: sweep({ logs: [/answered 404/] }),
};

export const RecordNotValid: StoryObj = {
  render: () => shown({ ...channelWith(), kinds: [] }),
  parameters: sweep({ logs: [/at least one kind/, /is not a valid feedbackChannel/] }),
};
