import '@puntari/widgets/feedback-block/define';
import '@puntari/widgets/statement-viewer/define';
import '@puntari/widgets/topic-card/define';
import '@puntari/widgets/volunteer-form/define';
import type { Topic } from '@puntari/contracts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';

import { channelWith } from '../fixtures/feedback-channel.js';
import { panelWith } from '../fixtures/panel.js';
import { receiptWith } from '../fixtures/receipt.js';
import { fullStatement, ITEMS, statementWith } from '../fixtures/statement.js';
import { fullTopic, topicWith } from '../fixtures/topic.js';
import { withReceipt } from '../support/answers.js';
import { page } from '../support/page.js';

/**
 * One matter on one page, from the day it is chosen to the last answer. The page keeps its address; what stands on it
 * follows the state of the matter.
 *
 * **When to use.** For every matter that a panel is gathered for. A resident who comes back finds the next thing where the
 * last one was.
 *
 * **When not.** Not for a matter in which a panel changes nothing; say so in plain text.
 *
 * **How to write it.** The topic card says each time how far the matter is. The heading of the page names the matter, not
 * the phase. Name the body that decides, and the day.
 */
const meta: Meta = { title: 'Patterns/From topic to answer' };
export default meta;

const card = (topic: Topic): TemplateResult =>
  html`<puntari-topic-card .record=${topic} variant="compact">
    <p>Kaupunkikeskusten katutila</p>
  </puntari-topic-card>`;

const TITLE = 'Kaupunkikeskusten katutila';

/** The matter has been chosen; the panel has not been called yet. */
export const TopicIsChosen: StoryObj = {
  render: () =>
    page({
      title: TITLE,
      text: 'Luottamushenkilöt valitsivat aiheen. Asukaspaneeli kootaan ennen kuin linjaukset valmistellaan.',
      content: html`<puntari-topic-card .record=${topicWith({ status: 'chosen' })}>
        <p>Kaupunkikeskusten katutila</p>
      </puntari-topic-card>`,
    }),
};

/** Residents sign up. The card stays, so that they see what it is about and who decides. */
export const PanelIsGathered: StoryObj = {
  render: () =>
    page({
      title: TITLE,
      text: 'Paneelin jäsenet arvotaan ilmoittautuneista.',
      content: html`${card(topicWith({ status: 'panel-running' }))}
        <puntari-volunteer-form
          .record=${panelWith()}
          @puntari-before-submit=${withReceipt(receiptWith())}
        >
          <p>Voit ilmoittautua myös puhelimitse: 09 816 21.</p>
        </puntari-volunteer-form>`,
    }),
};

const UNANSWERED = statementWith({
  items: Object.values(ITEMS).map(({ response: _, rating: __, ...item }) => item),
});

/** The panel has spoken, and nobody has answered yet: it says by when. */
export const StatementIsGiven: StoryObj = {
  render: () =>
    page({
      title: TITLE,
      text: 'Paneeli luovutti lausumansa. Kaupunki vastaa jokaiseen kohtaan.',
      content: html`${card(topicWith({ status: 'statement-given' }))}
        <puntari-statement-viewer .record=${UNANSWERED}>
          <p><a href="#lausuma.pdf">Liikennepaneelin lausuma (PDF)</a></p>
        </puntari-statement-viewer>`,
    }),
};

/** Each item has its answer, and residents can say whether they were heard. */
export const AnswersAreGiven: StoryObj = {
  render: () =>
    page({
      title: TITLE,
      text: 'Kaupunki on vastannut paneelin lausumaan.',
      content: html`${card(fullTopic())}
        <puntari-statement-viewer .record=${fullStatement()}>
          <p><a href="#lausuma.pdf">Liikennepaneelin lausuma (PDF)</a></p>
        </puntari-statement-viewer>
        <puntari-feedback-block
          .record=${channelWith()}
          subject="statement:liikenne-2026"
          variant="compact"
          @puntari-before-submit=${withReceipt(receiptWith())}
        >
          <p>Voit antaa palautetta myös sähköpostilla: osallisuus@example.fi.</p>
        </puntari-feedback-block>`,
    }),
};
