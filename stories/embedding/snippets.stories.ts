import type { Meta, StoryObj } from '@storybook/web-components-vite';

import { snippetBox } from '../support/snippet-box.js';
import {
  FEEDBACK_BLOCK,
  OWN_SENDING,
  STATEMENT_VIEWER,
  TOPIC_CARD,
  VOLUNTEER_FORM,
  WITH_NPM,
} from '../support/snippets.js';

const meta: Meta = { title: 'Embedding/Snippets' };
export default meta;

const FALLBACK =
  'What stands between the tags is shown until the widget is ready, and whenever it cannot be: name another way there.';

export const VolunteerForm: StoryObj = {
  render: () => snippetBox('Volunteer form', FALLBACK, VOLUNTEER_FORM),
};

export const TopicCard: StoryObj = {
  render: () => snippetBox('Topic card', FALLBACK, TOPIC_CARD),
};

export const StatementViewer: StoryObj = {
  render: () =>
    snippetBox(
      'Statement viewer',
      'A static file is enough; a viewer needs no server.',
      STATEMENT_VIEWER,
    ),
};

export const FeedbackBlock: StoryObj = {
  render: () =>
    snippetBox(
      'Feedback block',
      'Say in “subject” what the feedback is about: page:, topic:, statement: or panel:.',
      FEEDBACK_BLOCK,
    ),
};

export const WithNpm: StoryObj = {
  render: () => snippetBox('With npm', 'Importing a widget registers its tag.', WITH_NPM),
};

/** The page answers in place of `action`: for sites that have a receiver of their own. */
export const OwnSending: StoryObj = {
  render: () =>
    snippetBox(
      'Sending it yourself',
      'Answer puntari-before-submit with a promise of a receipt, and nothing is sent to “action”.',
      OWN_SENDING,
    ),
};
