import type { FieldErrorCode, Panel } from '@puntari/contracts';
import type { BeforeSubmitEvent } from '@puntari/core';
import '@puntari/widgets/volunteer-form/define';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import { panelWith, QUESTIONS, VOLUNTEER } from '../fixtures/panel.js';
import { receiptWith } from '../fixtures/receipt.js';
import { LONG_WORD, words } from '../fixtures/words.js';
import {
  BROKEN,
  BUSY,
  CLOSED,
  NETWORK,
  withProblem,
  withReceipt,
  withSilence,
} from '../support/answers.js';
import { lostRules, MISSING, NEVER, NOT_JSON } from '../support/network.js';
import { playground } from '../support/playground.js';
import { answer, goTo, press, shows, submit, widgetIn } from '../support/reach.js';
import { sweep } from '../support/sweep.js';
import { timeFromNow } from '../support/times.js';

const meta: Meta = { title: 'Widgets/Volunteer form' };
export default meta;

const FALLBACK = html`<p>Voit ilmoittautua myös puhelimitse: 09 816 21.</p>`;

type Listener = (event: BeforeSubmitEvent) => void;

const shown = (
  record: unknown,
  listener: Listener = withReceipt(receiptWith()),
  level = 2,
): TemplateResult =>
  html`<puntari-volunteer-form
    .record=${record}
    heading-level=${level}
    @puntari-before-submit=${listener}
    >${FALLBACK}</puntari-volunteer-form
  >`;

const from = (src: string): TemplateResult =>
  html`<puntari-volunteer-form src=${src} @puntari-before-submit=${withSilence}
    >${FALLBACK}</puntari-volunteer-form
  >`;

type Play = NonNullable<StoryObj['play']>;

/** Something that only one step shows. */
const STEP = {
  eligibility: '[name="birthYear"]',
  background: '[name^="strata/"]',
  takingPart: '[name="availability"]',
  contact: '[name="contact/firstName"]',
  consent: '[name="consent/process"]',
  check: '[data-change]',
} as const;

const at =
  (step: keyof typeof STEP): Play =>
  async ({ canvasElement }) => {
    await goTo(await widgetIn(canvasElement), STEP[step], VOLUNTEER);
  };

/** Comes to a step and presses Continue without an answer. */
const unanswered =
  (step: keyof typeof STEP): Play =>
  async (context) => {
    await at(step)(context);
    const widget = await widgetIn(context.canvasElement);
    await submit(widget);
    await shows(widget, '#error-summary');
  };

const INVITED_VOLUNTEER = { ...VOLUNTEER, invitationCode: 'K7M4-PX2Q' };

const sent =
  (selector: string): Play =>
  async (context) => {
    await goTo(await widgetIn(context.canvasElement), STEP.check, INVITED_VOLUNTEER);
    const widget = await widgetIn(context.canvasElement);
    await submit(widget);
    await shows(widget, selector);
  };

/** Change the record or an attribute in the panel “Controls” and look. Nothing is saved, nothing is sent. */
export const Playground: StoryObj = playground({
  record: panelWith(),
  render: ({ record, headingLevel, lang }) =>
    html`<puntari-volunteer-form
      .record=${record}
      heading-level=${headingLevel}
      lang=${ifDefined(lang)}
      @puntari-before-submit=${withReceipt(receiptWith())}
      >${FALLBACK}</puntari-volunteer-form
    >`,
});

export const FirstPage: StoryObj = { render: () => shown(panelWith()) };

/** The connection broke after the first page: pressing Start says so, and nothing is lost. Another press tries again. */
export const FirstPageConnectionLost: StoryObj = {
  render: () =>
    html`<puntari-volunteer-form
      .record=${panelWith()}
      .rules=${lostRules}
      @puntari-before-submit=${withReceipt(receiptWith())}
      >${FALLBACK}</puntari-volunteer-form
    >`,
  play: async ({ canvasElement }) => {
    const widget = await widgetIn(canvasElement);
    await press(widget, 'button[type="submit"]');
    await shows(widget, '#send-problem');
  },
};

export const HeadingLevel4: StoryObj = {
  render: () => shown(panelWith(), undefined, 4),
};

export const ClosingSoon: StoryObj = {
  render: () => shown(panelWith({ registration: { closes: timeFromNow(2) } })),
};

export const Upcoming: StoryObj = {
  render: () =>
    shown(panelWith({ registration: { opens: timeFromNow(10), closes: timeFromNow(30) } })),
};

export const Closed: StoryObj = {
  render: () =>
    shown(panelWith({ registration: { opens: timeFromNow(-30), closes: timeFromNow(-2) } })),
};

export const Full: StoryObj = { render: () => shown(panelWith({ status: 'full' })) };

export const Cancelled: StoryObj = { render: () => shown(panelWith({ status: 'cancelled' })) };

/** What the page wrote between the tags stands until the widget is ready. */
export const Loading: StoryObj = { render: () => from(NEVER) };

export const RecordNotFound: StoryObj = {
  render: () => from(MISSING),
  parameters: sweep({ logs: [/answered 404/] }),
};

export const RecordIsAPage: StoryObj = {
  render: () => from(NOT_JSON),
  parameters: sweep({ logs: [/is not JSON/] }),
};

/** The resident sees a short message, the developer which field is wrong and what was expected. */
export const RecordNotValid: StoryObj = {
  render: () => shown({ ...panelWith(), seats: 'neljäkymmentä' }),
  parameters: sweep({ logs: [/\/seats: expected number/, /is not a valid panel/] }),
};

/** Each record is warned of once; a story that is shown again is another record. */
let gaps = 0;

/** Residents are owed these; the author of the record is told on the console. */
export const PurposeWithGaps: StoryObj = {
  render: () => shown(panelWith({ id: `aukkoinen-${String((gaps += 1))}`, purpose: {} })),
  parameters: sweep({ logs: [/purpose/] }),
};

/** Nowhere to send to: the other channel is shown in place of a form. */
export const WithoutAction: StoryObj = {
  render: () =>
    html`<puntari-volunteer-form .record=${panelWith()}>${FALLBACK}</puntari-volunteer-form>`,
  parameters: sweep({ logs: [/has no action/] }),
};

export const Eligibility: StoryObj = { render: () => shown(panelWith()), play: at('eligibility') };

/** Invited by letter: the code in the letter is asked for first. */
export const EligibilityWithInvitationCode: StoryObj = {
  render: () =>
    shown(
      panelWith({
        registration: {
          mode: 'invited',
          excluded: words(
            'Oletko valtuutettu tai kaupungin johtava viranhaltija?',
            'Är du fullmäktigeledamot eller ledande tjänsteinnehavare i staden?',
            'Are you a councillor or a leading city official?',
          ),
        },
      }),
    ),
  play: at('eligibility'),
};

const invitedBy = (code: FieldErrorCode): StoryObj => ({
  render: () =>
    shown(
      panelWith({ registration: { mode: 'invited' } }),
      withProblem({
        title: 'Invalid',
        status: 422,
        code: 'invalid',
        errors: [{ pointer: '/invitationCode', code }],
      }),
    ),
  play: sent('#error-summary'),
});

/** Each with somebody to ask: a wrong code is an explanation, not a wall. */
export const InvitationUnknown = invitedBy('unknown');
export const InvitationUsed = invitedBy('used');
export const InvitationExpired = invitedBy('expired');

export const EligibilityWithErrors: StoryObj = {
  render: () => shown(panelWith()),
  play: unanswered('eligibility'),
};

/** Not a mistake of the resident's, so a page of its own and nothing in red. */
export const Ineligible: StoryObj = {
  render: () => shown(panelWith()),
  play: async (context) => {
    await at('eligibility')(context);
    const widget = await widgetIn(context.canvasElement);
    await answer(widget, 'eligibility/livesInArea', 'false');
    await answer(widget, 'birthYear', '1990');
    await submit(widget);
  },
};

export const Background: StoryObj = { render: () => shown(panelWith()), play: at('background') };

export const BackgroundWithErrors: StoryObj = {
  render: () => shown(panelWith()),
  play: unanswered('background'),
};

const TOWNS = [
  'Askola, Espoo, Hanko, Helsinki, Hyvinkää, Inkoo, Järvenpää, Karkkila, Kauniainen, Kerava, Kirkkonummi, Lapinjärvi',
  'Lohja, Loviisa, Myrskylä, Mäntsälä, Nurmijärvi, Pornainen, Porvoo, Pukkila, Raasepori, Sipoo, Siuntio, Tuusula, Vantaa',
]
  .join(', ')
  .split(', ');

/** More options than anybody scrolls through: a search above the list leaves what fits. */
export const BackgroundWithLongList: StoryObj = {
  render: () =>
    shown(
      panelWith({
        questions: [
          {
            ...QUESTIONS.education,
            id: 'town',
            label: words('Kotikunta', 'Hemkommun', 'Municipality of residence'),
            hint: undefined,
            options: TOWNS.map((town, index) => ({ code: `kunta-${String(index)}`, label: town })),
          },
        ],
      }),
    ),
  play: async (context) => {
    await at('background')(context);
    await answer(await widgetIn(context.canvasElement), 'search/strata/town', 'järvi');
  },
};

export const TakingPart: StoryObj = { render: () => shown(panelWith()), play: at('takingPart') };

export const TakingPartWithErrors: StoryObj = {
  render: () => shown(panelWith()),
  play: unanswered('takingPart'),
};

/** An answer like any other: it leads to the page of those who cannot take part. */
export const CannotAttendAny: StoryObj = {
  render: () => shown(panelWith()),
  play: async (context) => {
    await at('takingPart')(context);
    const widget = await widgetIn(context.canvasElement);
    await answer(widget, 'availability', ['_none']);
    await submit(widget);
  },
};

export const Contact: StoryObj = { render: () => shown(panelWith()), play: at('contact') };

export const ContactWithErrors: StoryObj = {
  render: () => shown(panelWith()),
  play: unanswered('contact'),
};

/** Whose address must not be told is not asked for it. */
export const ContactWithProtectedAddress: StoryObj = {
  render: () => shown(panelWith()),
  play: async (context) => {
    await at('contact')(context);
    const widget = await widgetIn(context.canvasElement);
    await answer(widget, 'address/protected', 'true');
  },
};

const LATER = 'tallennettu';

/** Unfolded below Continue; nothing is stored before it is ticked. */
export const SavingForLater: StoryObj = {
  render: () => shown(panelWith({ id: `${LATER}-ei` })),
  play: async (context) => {
    await at('contact')(context);
    const widget = await widgetIn(context.canvasElement);
    await press(widget, '#saving > summary');
    await shows(widget, '#saving-choice');
  },
};

/** What somebody finds who saved on this device and comes back. */
export const SavedOnThisDevice: StoryObj = {
  render: () => {
    if (typeof localStorage !== 'undefined') {
      const saved = { recordId: LATER, values: VOLUNTEER, view: 'contact', savedAt: Date.now() };
      localStorage.setItem(`puntari:volunteer-form:${LATER}`, JSON.stringify(saved));
    }
    return shown(panelWith({ id: LATER }));
  },
  play: async ({ canvasElement }) => {
    await shows(await widgetIn(canvasElement), '#saved');
  },
  parameters: sweep({ differsOnServer: 'the server does not know what a device keeps' }),
};

export const Consent: StoryObj = { render: () => shown(panelWith()), play: at('consent') };

export const ConsentWithErrors: StoryObj = {
  render: () => shown(panelWith()),
  play: unanswered('consent'),
};

export const CheckAnswers: StoryObj = { render: () => shown(panelWith()), play: at('check') };

/** Came here by Change: Back and Continue return to the answers. */
export const ChangingAnAnswer: StoryObj = {
  render: () => shown(panelWith()),
  play: async (context) => {
    await at('check')(context);
    const widget = await widgetIn(context.canvasElement);
    await press(widget, '[data-change="strata/education"]');
    await shows(widget, STEP.background);
  },
};

export const Sending: StoryObj = {
  render: () => shown(panelWith(), withSilence),
  play: sent('button[type="submit"][aria-disabled="true"]'),
};

export const SendFailedNoConnection: StoryObj = {
  render: () => shown(panelWith(), withProblem(NETWORK)),
  play: sent('#send-problem'),
};

export const SendFailedServiceFault: StoryObj = {
  render: () => shown(panelWith(), withProblem(BROKEN)),
  play: sent('#send-problem'),
};

export const SendFailedTooManyAtOnce: StoryObj = {
  render: () => shown(panelWith(), withProblem(BUSY, 180)),
  play: sent('#send-problem'),
};

/** The panel closed while the form was being filled in: the receiver's clock decides. */
export const SendFailedClosed: StoryObj = {
  render: () => shown(panelWith(), withProblem(CLOSED)),
  play: sent('#send-problem'),
};

const refused = (pointer: string, code: FieldErrorCode): Listener =>
  withProblem({ title: 'Invalid', status: 422, code: 'invalid', errors: [{ pointer, code }] });

/** The receiver found what the widget did not: it is said at the field, on the field's step. */
export const RefusedByReceiver: StoryObj = {
  render: () => shown(panelWith(), refused('/contact/email', 'format')),
  play: sent('#error-summary'),
};

export const Receipt: StoryObj = { render: () => shown(panelWith()), play: sent('#receipt') };

/** With the page of one's own on which it can be seen, corrected and withdrawn. */
export const ReceiptWithPrivateLink: StoryObj = {
  render: () =>
    shown(
      panelWith(),
      withReceipt(receiptWith({ manage: 'https://example.fi/ilmoittautuminen/x' })),
    ),
  play: sent('#receipt'),
};

/** A fieldset of the page switches the widget off as it does native controls. */
export const DisabledByFieldset: StoryObj = {
  render: () =>
    html`<fieldset disabled style="margin: 0; padding: 0; border: 0; min-inline-size: 0">
      <legend>Testiympäristö</legend>
      ${shown(panelWith())}
    </fieldset>`,
  parameters: sweep({ differsOnServer: 'only a browser tells a widget of the fieldset around it' }),
};

/** A panel may ask next to nothing; a step without questions is left out. */
export const LeastThereIs: StoryObj = {
  render: () => {
    const { summary: _, support: __, reward: ___, ...panel } = panelWith();
    return shown({ ...panel, sessions: [], questions: [] } satisfies Panel);
  },
  play: at('eligibility'),
};

export const LongWords: StoryObj = {
  render: () =>
    shown(
      panelWith({
        title: LONG_WORD,
        summary: `${LONG_WORD} ${LONG_WORD}`,
        questions: [
          {
            ...QUESTIONS.education,
            label: LONG_WORD,
            hint: LONG_WORD,
            reason: LONG_WORD,
            options: [
              { code: 'a', label: LONG_WORD },
              { code: 'b', label: `${LONG_WORD} ${LONG_WORD}` },
            ],
          },
        ],
      }),
    ),
  play: at('background'),
};

/** The record knows one language: its texts carry their own `lang`, the words around them follow the page. */
export const TextInAnotherLanguage: StoryObj = {
  render: () =>
    shown(
      panelWith({
        title: { en: 'Residents’ panel on traffic' },
        summary: { en: 'How should street space be shared?' },
        questions: [
          {
            ...QUESTIONS.education,
            label: { en: 'Education' },
            hint: { en: 'Choose the highest that you have completed.' },
            reason: { en: 'We ask this so that people of different backgrounds are heard.' },
          },
        ],
      }),
    ),
  play: at('background'),
};

/** A newer receiver may send a code that this widget does not know: nothing crashes. */
export const UnknownCodes: StoryObj = {
  render: () =>
    shown({
      ...panelWith(),
      kind: 'rotating',
      process: [{ element: 'study-visit', text: 'Panelistit tutustuvat alueeseen.' }],
      support: { needs: ['care', 'guide-dog'] },
    }),
  play: at('takingPart'),
  parameters: sweep({ logs: [/\/kind: expected/] }),
};
