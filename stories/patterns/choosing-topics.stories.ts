import '@puntari/widgets/topic-card/define';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { topicWith } from '../fixtures/topic.js';
import { PLANNING, words } from '../fixtures/words.js';
import { page } from '../support/page.js';

/**
 * The topics of a year, each with how far it is.
 *
 * **When to use.** While topics are proposed and chosen, and afterwards, so that every proposal has an answer.
 *
 * **When not.** Not for a single matter: its own page shows the whole card.
 *
 * **How to write it.** Title and summary in the words of a resident. A topic that was not chosen is owed a reason.
 */
const meta: Meta = { title: 'Patterns/Choosing topics' };
export default meta;

const TOPICS = [
  topicWith({ status: 'chosen', url: '#katutila' }),
  topicWith({
    id: 'asukasfoorumit',
    title: words('Asukasfoorumit', 'Invånarforum', 'Residents’ forums'),
    summary: words(
      'Miten jokainen suuralue saa oman foorumin, jossa asukkaat ja päättäjät tapaavat?',
      'Hur får varje storområde ett eget forum där invånare och beslutsfattare möts?',
      'How does each major district get a forum of its own where residents and decision-makers meet?',
    ),
    level: 2,
    url: '#asukasfoorumit',
  }),
  topicWith({
    id: 'pysakointi',
    title: words('Asukaspysäköinti', 'Boendeparkering', 'Residents’ parking'),
    summary: words(
      'Kuka saa pysäköidä kadun varteen ja mihin hintaan?',
      'Vem får parkera längs gatan och till vilket pris?',
      'Who may park at the kerb, and at what price?',
    ),
    status: 'not-chosen',
    statusReason: words(
      'Lautakunta päätti asiasta jo syksyllä.',
      'Nämnden beslutade om saken redan i höstas.',
      'The committee decided on this last autumn.',
    ),
    decision: { body: PLANNING },
    url: '#pysakointi',
  }),
];

export const TopicsOfTheYear: StoryObj = {
  render: () =>
    page({
      title: 'Asukaspaneelien aiheet 2027',
      text: 'Luottamushenkilöt valitsevat aiheista yhden. Jokaisesta kerrotaan, miten kävi ja miksi.',
      content: html`<ul style="display: grid; gap: 1.5em; margin: 0; padding: 0; list-style: none">
        ${TOPICS.map(
          (topic) =>
            html`<li>
              <puntari-topic-card .record=${topic} variant="compact">
                <p>Aihetta ei voitu näyttää.</p>
              </puntari-topic-card>
            </li>`,
        )}
      </ul>`,
    }),
};
