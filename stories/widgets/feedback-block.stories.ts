import type { FieldValues } from '@puntari/contracts';
import type { BeforeSubmitEvent } from '@puntari/core';
import '@puntari/widgets/feedback-block/define';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import {
  answersWith,
  channelWith,
  EVERYTHING,
  FEEDBACK,
  SUPERVISOR,
} from '../fixtures/feedback-channel.js';
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
import { MISSING, NEVER, publish } from '../support/network.js';
import { playground } from '../support/playground.js';
import { answer, answerShown, press, shows, submit, until, widgetIn } from '../support/reach.js';
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

const NARROW = 260;

/** A form of the block in the narrowest column that it is made for. */
const inColumn = (
  variant: string,
  record: unknown,
  listener: Listener = withReceipt(receiptWith()),
): TemplateResult =>
  html`<div style="inline-size: ${NARROW}px; max-inline-size: 100%">
    <puntari-feedback-block
      .record=${record}
      variant=${variant}
      subject="page:/espoo/liikenne"
      @puntari-before-submit=${listener}
      >${FALLBACK}</puntari-feedback-block
    >
  </div>`;

/** A receiver that is asked for nothing as long as nobody writes. */
const withAction = (record: unknown): TemplateResult =>
  html`<puntari-feedback-block
    .record=${record}
    action="/story-records/receiver"
    @puntari-before-submit=${withReceipt(receiptWith())}
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
  variants: ['compact', 'question', 'survey', 'accessibility', 'answers'],
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

/** Everything that a channel may ask: target, service, place and files too. */
export const EverythingAsked: StoryObj = { render: () => withAction(channelWith(EVERYTHING)) };

/** More services than stand side by side are a list to open. */
export const ManyServices: StoryObj = {
  render: () =>
    shown(
      channelWith({
        services: Array.from({ length: 9 }, (_, index) => ({
          code: String(index),
          label: `Palvelu ${String(index + 1)}`,
          group: index < 5 ? 'Liikenne' : 'Ympäristö',
        })),
      }),
    ),
};

/** Half a point on the map is none: what is missing is said at its field. */
export const HalfAPoint: StoryObj = {
  render: () => shown(channelWith(EVERYTHING)),
  play: sent({ ...FEEDBACK, 'location/latitude': '60,2055' }, '#error-summary'),
};

/** What looks like an identity code is asked about once, and never held back. */
export const NumberInTheText: StoryObj = {
  render: () => shown(channelWith()),
  play: sent({ ...FEEDBACK, text: `${FEEDBACK.text} Tunnukseni on 131052-308T.` }, '#numbers'),
};

/** Back again: what had arrived is still there, and what had not is said. */
export const FilesAfterBack: StoryObj = {
  render: () => withAction(channelWith(EVERYTHING)),
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    const file = { id: 'f1', name: 'Rantaraitin penkki.jpg', type: 'image/jpeg', size: 482_113 };
    const values = { ...FEEDBACK, files: [JSON.stringify(file)], 'files/lost': '2' };
    const kept = JSON.stringify({ recordId: channelWith().id, values, view: '' });
    (
      widget as unknown as { formStateRestoreCallback(kept: string): void }
    ).formStateRestoreCallback(kept);
    await shows(widget, '.files-list li');
  },
};

/** One that cannot be taken is told from the others, which go on. */
export const FileRefused: StoryObj = {
  render: () => withAction(channelWith(EVERYTHING)),
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    const input = widget.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('There is no field for files.');
    const chosen = new DataTransfer();
    chosen.items.add(new File(['x'], 'pöytäkirja.docx', { type: 'application/msword' }));
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await shows(widget, '.files-list li[data-invalid]');
  },
};

/** One line for the end of a page. */
export const Question: StoryObj = { render: () => inColumn('question', channelWith()) };

export const QuestionOfThePage: StoryObj = {
  render: () =>
    inColumn(
      'question',
      channelWith({ question: { fi: 'Saitko tarvitsemasi tiedon?', en: 'Did you find it?' } }),
    ),
};

/** In place, with a way to mend a slip of the finger and a way on. */
export const QuestionAnswered: StoryObj = {
  render: () => inColumn('question', channelWith()),
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await press(widget, 'button[value="true"]');
    await shows(widget, '#receipt');
  },
};

export const QuestionNotSent: StoryObj = {
  render: () => inColumn('question', channelWith(), withProblem(NETWORK)),
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await press(widget, 'button[value="false"]');
    await shows(widget, '#send-problem');
  },
};

/** From the one-line question to everything that the channel asks. */
export const QuestionGoesOn: StoryObj = {
  render: () => inColumn('question', channelWith()),
  play: async (context) => {
    await QuestionAnswered.play?.(context);
    const widget = await widgetIn(context.canvasElement);
    await press(widget, 'button[type="button"]');
    await shows(widget, 'textarea');
  },
};

/** The experience of taking part: in words, nothing chosen beforehand, each may be left open. */
export const Survey: StoryObj = { render: () => inColumn('survey', channelWith()) };

export const SurveyOfOneQuestion: StoryObj = {
  render: () => inColumn('survey', channelWith({ survey: ['influence'] })),
};

export const SurveyWithoutAnswers: StoryObj = {
  render: () => inColumn('survey', channelWith()),
  play: sent({}, '#error-summary'),
};

export const SurveySent: StoryObj = {
  render: () => inColumn('survey', channelWith()),
  play: sent({ 'survey/heard': 'partly-agree', 'survey/trust': 'cannot-say' }, '#receipt'),
};

/** Ready to be linked from the accessibility statement of a site. */
export const Accessibility: StoryObj = {
  render: () => inColumn('accessibility', channelWith({ supervisor: SUPERVISOR })),
  parameters: sweep({ differsOnServer: 'only a browser knows the address of the page' }),
};

export const AccessibilityWithErrors: StoryObj = {
  render: () => inColumn('accessibility', channelWith()),
  play: sent({ wantsReply: 'true' }, '#error-summary'),
  parameters: sweep({ differsOnServer: 'only a browser knows the address of the page' }),
};

/** What was said, what was decided, and why. */
export const Answers: StoryObj = {
  render: () => inColumn('answers', channelWith({ answers: publish('answers', answersWith()) })),
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await until('the answers', () => widget.querySelector('article'));
  },
  parameters: sweep({ differsOnServer: 'the answers are loaded in the browser' }),
};

export const AnswersNoneYet: StoryObj = {
  render: () =>
    inColumn(
      'answers',
      channelWith({ answers: publish('no-answers', answersWith({ answers: [] })) }),
    ),
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await until('the answers', () => widget.innerHTML.includes('@vastaukset'));
  },
  parameters: sweep({ differsOnServer: 'the answers are loaded in the browser' }),
};

export const AnswersNotFound: StoryObj = {
  render: () => inColumn('answers', channelWith({ answers: MISSING })),
  play: async ({ canvasElement }) => {
    await shows(await widgetIn(canvasElement), '.puntari-notice');
  },
  parameters: sweep({
    logs: [/No answers at/],
    differsOnServer: 'the answers are loaded in the browser',
  }),
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
