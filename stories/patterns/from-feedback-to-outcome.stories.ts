import '@puntari/widgets/feedback-block/define';
import type { FeedbackChannel } from '@puntari/contracts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';

import { channelWith, FEEDBACK } from '../fixtures/feedback-channel.js';
import { receiptWith } from '../fixtures/receipt.js';
import { words } from '../fixtures/words.js';
import { withReceipt } from '../support/answers.js';
import { page } from '../support/page.js';
import { answerShown, shows, submit, widgetIn } from '../support/reach.js';

/**
 * Residents are asked, told that they were read, and told later what came of it: in the same place.
 *
 * **When to use.** Wherever feedback is asked about a panel, a topic or a statement, and somebody reads it by a day that
 * can be promised.
 *
 * **When not.** Not for faults in the street or matters of a single customer: the feedback service that exists already
 * does that, and is named in `otherChannels`.
 *
 * **How to write it.** Before: what it is used for, who reads it, by when. On the receipt: where the answer appears.
 * Afterwards, in `purpose.outcome`: what was taken into account, and what was not and why.
 */
const meta: Meta = { title: 'Patterns/From feedback to outcome' };
export default meta;

const { purpose } = channelWith();

const OUTCOME = {
  ...purpose,
  outcome: {
    on: '2027-02-15',
    takenIntoAccount: words(
      'Rantaraitille lisätään 24 penkkiä. Ensimmäiset asennetaan toukokuussa.',
      'På Strandstråket placeras 24 nya bänkar. De första monteras i maj.',
      'There will be 24 more benches along the Waterfront Walkway, the first of them in May.',
    ),
    notTakenIntoAccount: words(
      'Valaistusta ei lisätä luonnonsuojelualueelle, koska se häiritsisi lepakoita.',
      'Belysningen utökas inte i naturskyddsområdet, eftersom den skulle störa fladdermöss.',
      'No lighting is added in the nature reserve, because it would disturb bats.',
    ),
  },
} satisfies FeedbackChannel['purpose'];

const asking = (record: FeedbackChannel): TemplateResult =>
  page({
    title: 'Tulitko kuulluksi?',
    text: 'Liikennepaneelin lausumaan on vastattu. Kerro, mitä ajattelet vastauksista.',
    content: html`<puntari-feedback-block
      .record=${record}
      subject="statement:liikenne-2026"
      @puntari-before-submit=${withReceipt(receiptWith())}
    >
      <p>Voit antaa palautetta myös sähköpostilla: osallisuus@example.fi.</p>
    </puntari-feedback-block>`,
  });

/** Why it is asked and what it is used for stand before the first question. */
export const Asking: StoryObj = { render: () => asking(channelWith()) };

/** The receipt takes the place of the form: who reads it, by when, where the answer appears. */
export const Received: StoryObj = {
  render: () => asking(channelWith()),
  play: async ({ canvasElement }) => {
    const block = await widgetIn(canvasElement);
    await answerShown(block, FEEDBACK);
    await submit(block);
    await shows(block, '#receipt');
  },
};

/** What came of it, also of what was not done, on the page where people were asked. */
export const Outcome: StoryObj = { render: () => asking(channelWith({ purpose: OUTCOME })) };
