import '@puntari/widgets/topic-card/define';
import '@puntari/widgets/volunteer-form/define';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';

import { panelWith, VOLUNTEER } from '../fixtures/panel.js';
import { receiptWith } from '../fixtures/receipt.js';
import { topicWith } from '../fixtures/topic.js';
import { withReceipt } from '../support/answers.js';
import { page } from '../support/page.js';
import { goTo, shows, submit, widgetIn } from '../support/reach.js';
import { VOLUNTEER_FORM } from '../support/snippets.js';

const meta: Meta = {
  title: 'Patterns/Signing up for a panel',
  parameters: { snippet: VOLUNTEER_FORM },
};
export default meta;

const signUp = (): TemplateResult =>
  page({
    title: 'Ilmoittaudu asukaspaneeliin',
    text: 'Sait kutsun postissa tai löysit tämän sivun itse. Paneelin jäsenet arvotaan ilmoittautuneista.',
    content: html`<puntari-volunteer-form
        .record=${panelWith()}
        @puntari-before-submit=${withReceipt(receiptWith())}
      >
        <p>Voit ilmoittautua myös puhelimitse: 09 816 21.</p>
      </puntari-volunteer-form>
      <puntari-topic-card .record=${topicWith({ status: 'chosen' })} variant="compact">
        <p>Kaupunkikeskusten katutila</p>
      </puntari-topic-card>`,
  });

/** Go through it by hand: nothing is sent anywhere, and the receipt is real in all but the number. */
export const Invitation: StoryObj = { render: signUp };

export const HalfWay: StoryObj = {
  render: signUp,
  play: async ({ canvasElement }) => {
    const form = await widgetIn(canvasElement, 'puntari-volunteer-form');
    await goTo(form, '[name="availability"]', VOLUNTEER);
  },
};

export const Receipt: StoryObj = {
  render: signUp,
  play: async ({ canvasElement }) => {
    const form = await widgetIn(canvasElement, 'puntari-volunteer-form');
    await goTo(form, '[data-change]', VOLUNTEER);
    await submit(form);
    await shows(form, '#receipt');
  },
};
