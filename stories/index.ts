/** Every story file by name: what the sweeps in `test/` run. A file that is missing here fails `test/every-story-file`. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';

import * as snippets from './embedding/snippets.stories.js';
import * as birthYear from './fields/birth-year.stories.js';
import * as buttons from './fields/buttons.stories.js';
import * as checkAnswers from './fields/check-answers.stories.js';
import * as checkbox from './fields/checkbox.stories.js';
import * as checkboxes from './fields/checkboxes.stories.js';
import * as contact from './fields/contact.stories.js';
import * as errorSummary from './fields/error-summary.stories.js';
import * as longText from './fields/long-text.stories.js';
import * as notice from './fields/notice.stories.js';
import * as radios from './fields/radios.stories.js';
import * as receipt from './fields/receipt.stories.js';
import * as select from './fields/select.stories.js';
import * as sendProblem from './fields/send-problem.stories.js';
import * as text from './fields/text.stories.js';
import * as colors from './foundations/colors.stories.js';
import * as emulation from './foundations/emulation.stories.js';
import * as focus from './foundations/focus.stories.js';
import * as foundationIcons from './foundations/icons.stories.js';
import * as space from './foundations/space.stories.js';
import * as type from './foundations/type.stories.js';
import * as answeringAStatement from './patterns/answering-a-statement.stories.js';
import * as choosingTopics from './patterns/choosing-topics.stories.js';
import * as fromFeedbackToOutcome from './patterns/from-feedback-to-outcome.stories.js';
import * as fromTopicToAnswer from './patterns/from-topic-to-answer.stories.js';
import * as signingUp from './patterns/signing-up.stories.js';
import * as barsPrimitive from './primitives/bars.stories.js';
import * as buttonPrimitive from './primitives/button.stories.js';
import * as cardPrimitive from './primitives/card.stories.js';
import * as disclosurePrimitive from './primitives/disclosure.stories.js';
import * as errorSummaryPrimitive from './primitives/error-summary.stories.js';
import * as factsPrimitive from './primitives/facts.stories.js';
import * as fieldPrimitive from './primitives/field.stories.js';
import * as helpPrimitive from './primitives/help.stories.js';
import * as iconPrimitive from './primitives/icon.stories.js';
import * as linksPrimitive from './primitives/links.stories.js';
import * as noticePrimitive from './primitives/notice.stories.js';
import * as progressPrimitive from './primitives/progress.stories.js';
import * as spinnerPrimitive from './primitives/spinner.stories.js';
import * as stepsPrimitive from './primitives/steps.stories.js';
import * as tablePrimitive from './primitives/table.stories.js';
import * as tagPrimitive from './primitives/tag.stories.js';
import * as textPrimitive from './primitives/text.stories.js';
import * as timelinePrimitive from './primitives/timeline.stories.js';
import * as feedbackBlock from './widgets/feedback-block.stories.js';
import * as panelComposition from './widgets/panel-composition.stories.js';
import * as participationLevel from './widgets/participation-level.stories.js';
import * as processTimeline from './widgets/process-timeline.stories.js';
import * as statementViewer from './widgets/statement-viewer.stories.js';
import * as topicCard from './widgets/topic-card.stories.js';
import * as topicForm from './widgets/topic-form.stories.js';
import * as topicList from './widgets/topic-list.stories.js';
import * as volunteerForm from './widgets/volunteer-form.stories.js';

export interface StoryModule {
  readonly default: Meta;
  readonly [name: string]: Meta | StoryObj;
}

export const STORY_MODULES: readonly StoryModule[] = [
  answeringAStatement,
  barsPrimitive,
  birthYear,
  buttonPrimitive,
  buttons,
  cardPrimitive,
  checkAnswers,
  checkbox,
  checkboxes,
  choosingTopics,
  colors,
  contact,
  disclosurePrimitive,
  emulation,
  errorSummary,
  errorSummaryPrimitive,
  factsPrimitive,
  feedbackBlock,
  fieldPrimitive,
  focus,
  foundationIcons,
  fromFeedbackToOutcome,
  fromTopicToAnswer,
  helpPrimitive,
  iconPrimitive,
  linksPrimitive,
  longText,
  notice,
  noticePrimitive,
  panelComposition,
  participationLevel,
  processTimeline,
  progressPrimitive,
  radios,
  receipt,
  select,
  sendProblem,
  signingUp,
  snippets,
  space,
  spinnerPrimitive,
  statementViewer,
  stepsPrimitive,
  tablePrimitive,
  tagPrimitive,
  text,
  textPrimitive,
  timelinePrimitive,
  topicCard,
  topicForm,
  topicList,
  type,
  volunteerForm,
];
