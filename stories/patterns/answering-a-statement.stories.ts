import '@puntari/widgets/feedback-block/define';
import '@puntari/widgets/statement-viewer/define';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';

import { channelWith, FEEDBACK } from '../fixtures/feedback-channel.js';
import { receiptWith } from '../fixtures/receipt.js';
import { fullStatement } from '../fixtures/statement.js';
import { withReceipt } from '../support/answers.js';
import { page } from '../support/page.js';
import { answerShown, shows, submit, widgetIn } from '../support/reach.js';

/**
 * What a panel said, what the city answered, and a place to say whether one was heard.
 *
 * **When to use.** From the first answer on, and after the last.
 *
 * **When not.** Not one text for all items: each item has its own answer.
 *
 * **How to write it.** The feedback block is compact here, because the page has already said what it is about.
 */
const meta: Meta = { title: 'Patterns/Answering a statement' };
export default meta;

const statement = (): TemplateResult =>
  page({
    title: 'Mitä liikennepaneeli sanoi ja mitä kaupunki vastasi',
    text: 'Kaupunki vastaa paneelin jokaiseen kohtaan. Voit kertoa, tuliko asia mielestäsi kuulluksi.',
    content: html`<puntari-statement-viewer .record=${fullStatement()}>
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
  });

export const StatementAndFeedback: StoryObj = { render: statement };

export const FeedbackGiven: StoryObj = {
  render: statement,
  play: async ({ canvasElement }) => {
    const block = await widgetIn(canvasElement, 'puntari-feedback-block');
    await answerShown(block, FEEDBACK);
    await submit(block);
    await shows(block, '#receipt');
  },
};
