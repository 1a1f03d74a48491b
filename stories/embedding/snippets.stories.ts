import type { Meta, StoryObj } from '@storybook/web-components-vite';

import { snippetBox } from '../support/snippet-box.js';
import { choiceOf, OWN_SENDING, snippetOfTag, WITH_NPM } from '../support/snippets.js';

/**
 * What a page pastes. The snippets follow the toolbar: choose a theme, a language, light or dark, more contrast, and copy.
 * The same stands in the panel "HTML" of every story that shows a widget, with the attributes of that story.
 */
const meta: Meta = { title: 'Embedding/Snippets' };
export default meta;

const FALLBACK =
  'What stands between the tags is shown until the widget is ready, and whenever it cannot be: name another way there.';

type Globals = Readonly<Record<string, unknown>>;

/** A tag as the toolbar has it; the tests have no toolbar. */
const tagStory = (title: string, text: string, tag: string): StoryObj => ({
  render: (_, { globals }: { globals?: Globals }) =>
    snippetBox(title, text, snippetOfTag(tag, choiceOf(globals))),
});

export const VolunteerForm: StoryObj = tagStory(
  'Volunteer form',
  FALLBACK,
  'puntari-volunteer-form',
);

export const TopicCard: StoryObj = tagStory('Topic card', FALLBACK, 'puntari-topic-card');

export const TopicList: StoryObj = tagStory(
  'Topic list',
  'All topics, with a search. A list that the page writes itself can be searched too.',
  'puntari-topic-list',
);

export const StatementViewer: StoryObj = tagStory(
  'Statement viewer',
  'A static file is enough; a viewer needs no server.',
  'puntari-statement-viewer',
);

export const TopicForm: StoryObj = tagStory(
  'Topic form',
  'Open and closed by the times in its record; the receiver has the last word.',
  'puntari-topic-form',
);

export const FeedbackBlock: StoryObj = tagStory(
  'Feedback block',
  'Say in “subject” what the feedback is about: page:, topic:, statement: or panel:.',
  'puntari-feedback-block',
);

export const PanelComposition: StoryObj = tagStory(
  'Panel composition',
  'The record of a statement is enough.',
  'puntari-panel-composition',
);

export const ProcessTimeline: StoryObj = tagStory(
  'Process timeline',
  'The record of a panel is enough.',
  'puntari-process-timeline',
);

export const ParticipationLevel: StoryObj = tagStory(
  'Participation level',
  'The level alone is enough; the record of a topic does the same by “src”.',
  'puntari-participation-level',
);

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
