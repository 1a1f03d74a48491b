import '@puntari/widgets/topic-card/define';
import '@puntari/widgets/volunteer-form/define';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';

import { panelWith, VOLUNTEER } from '../fixtures/panel.js';
import { receiptWith } from '../fixtures/receipt.js';
import { topicWith } from '../fixtures/topic.js';
import { words } from '../fixtures/words.js';
import { withReceipt } from '../support/answers.js';
import { page } from '../support/page.js';
import { goTo, shows, submit, widgetIn } from '../support/reach.js';
import { timeFromNow } from '../support/times.js';

/**
 * From the invitation to the receipt, on one page.
 *
 * **When to use.** For every panel that residents sign up for, by a letter with a code or by themselves.
 *
 * **When not.** Not to choose the members: the form collects what a draw needs, and a lot decides.
 *
 * **How to write it.** The heading says what to do. The text below it says how one came here and that a lot decides; all the
 * rest stands in the record. Leave the page in its place when the time is over: the form then says so, with dates.
 */
const meta: Meta = { title: 'Patterns/Signing up for a panel' };
export default meta;

const signUp = (record = panelWith()): TemplateResult =>
  page({
    title: 'Ilmoittaudu asukaspaneeliin',
    text: 'Sait kutsun postissa tai löysit tämän sivun itse. Paneelin jäsenet arvotaan ilmoittautuneista.',
    content: html`<puntari-volunteer-form
        .record=${record}
        @puntari-before-submit=${withReceipt(receiptWith())}
      >
        <p>Voit ilmoittautua myös puhelimitse: 09 816 21.</p>
      </puntari-volunteer-form>
      <puntari-topic-card .record=${topicWith({ status: 'chosen' })} variant="compact">
        <p>Kaupunkikeskusten katutila</p>
      </puntari-topic-card>`,
  });

/** Go through it by hand: nothing is sent anywhere, and the receipt is real in all but the number. */
export const Invitation: StoryObj = { render: () => signUp() };

const INVITED = panelWith({
  registration: {
    mode: 'invited',
    excluded: words(
      'Oletko valtuutettu tai kaupungin johtava viranhaltija?',
      'Är du fullmäktigeledamot eller ledande tjänsteinnehavare i staden?',
      'Are you a councillor or a leading city official?',
    ),
  },
});

/** The first question is the code in the letter. */
export const WithTheLetter: StoryObj = {
  render: () => signUp(INVITED),
  play: async ({ canvasElement }) => {
    const form = await widgetIn(canvasElement, 'puntari-volunteer-form');
    await goTo(form, '[name="birthYear"]', VOLUNTEER);
  },
};

export const HalfWay: StoryObj = {
  render: () => signUp(),
  play: async ({ canvasElement }) => {
    const form = await widgetIn(canvasElement, 'puntari-volunteer-form');
    await goTo(form, '[name="availability"]', VOLUNTEER);
  },
};

/** Everything once more, before anything is sent. */
export const CheckingTheAnswers: StoryObj = {
  render: () => signUp(),
  play: async ({ canvasElement }) => {
    const form = await widgetIn(canvasElement, 'puntari-volunteer-form');
    await goTo(form, '[data-change]', VOLUNTEER);
  },
};

export const Receipt: StoryObj = {
  render: () => signUp(),
  play: async ({ canvasElement }) => {
    const form = await widgetIn(canvasElement, 'puntari-volunteer-form');
    await goTo(form, '[data-change]', VOLUNTEER);
    await submit(form);
    await shows(form, '#receipt');
  },
};

/** Somebody finds the letter after the last day. */
export const TooLate: StoryObj = {
  render: () =>
    signUp(panelWith({ registration: { opens: timeFromNow(-30), closes: timeFromNow(-2) } })),
};
