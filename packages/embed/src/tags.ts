/** What each tag takes and tells. Written by `node scripts/manifest.js`; change the comments in the classes. */
import type { FeedbackBlock } from '@puntari/widgets/feedback-block/feedback-block';
import type { PanelComposition } from '@puntari/widgets/panel-composition/panel-composition';
import type { ParticipationLevel } from '@puntari/widgets/participation-level/participation-level';
import type { ProcessTimeline } from '@puntari/widgets/process-timeline/process-timeline';
import type { StatementViewer } from '@puntari/widgets/statement-viewer/statement-viewer';
import type { TopicCard } from '@puntari/widgets/topic-card/topic-card';
import type { TopicForm } from '@puntari/widgets/topic-form/topic-form';
import type { TopicList } from '@puntari/widgets/topic-list/topic-list';
import type { VolunteerForm } from '@puntari/widgets/volunteer-form/volunteer-form';

/** How the value of a property may be written as an attribute. */
type Attribute<T> =
  T | (boolean extends T ? '' : never) | (number extends T ? `${number}` : never) | undefined;

export interface Tags {
  /** Takes feedback, and shows what came of it. */
  'puntari-feedback-block': {
    element: FeedbackBlock;
    attributes: {
      /** URL that submissions are sent to. */
      action?: Attribute<FeedbackBlock['action']>;
      /** The level of the widget's top heading, 1 to 6. */
      'heading-level'?: Attribute<FeedbackBlock['headingLevel']>;
      /** Keep nothing for Back: for shared computers. */
      'no-restore'?: Attribute<FeedbackBlock['noRestore']>;
      /** URL of the record. */
      src?: Attribute<FeedbackBlock['src']>;
      /** URL of a JSON file that rewords messages: language to key to text. */
      strings?: Attribute<FeedbackBlock['strings']>;
      /** What it is about: `page:<path>`, `topic:<id>`, `statement:<id>#<item>`, `panel:<id>`; this page unless set. */
      subject?: Attribute<FeedbackBlock['subject']>;
      /** Appearance or mode; each widget lists its own. */
      variant?: Attribute<FeedbackBlock['variant']>;
    };
    events: {
      /** About to send; may be answered by the page. */
      'puntari-before-submit': HTMLElementEventMap['puntari-before-submit'];
      /** The record could not be shown, or the feedback not sent. */
      'puntari-failed': HTMLElementEventMap['puntari-failed'];
      /** The record is shown for the first time. */
      'puntari-ready': HTMLElementEventMap['puntari-ready'];
      /** The receipt is in hand. */
      'puntari-submitted': HTMLElementEventMap['puntari-submitted'];
    };
  };

  /** Shows whom a panel consisted of. */
  'puntari-panel-composition': {
    element: PanelComposition;
    attributes: {
      /** The level of the widget's top heading, 1 to 6. */
      'heading-level'?: Attribute<PanelComposition['headingLevel']>;
      /** URL of the record. */
      src?: Attribute<PanelComposition['src']>;
      /** URL of a JSON file that rewords messages: language to key to text. */
      strings?: Attribute<PanelComposition['strings']>;
      /** Appearance or mode; each widget lists its own. */
      variant?: Attribute<PanelComposition['variant']>;
    };
    events: {
      /** The record could not be shown. */
      'puntari-failed': HTMLElementEventMap['puntari-failed'];
      /** The record is shown for the first time. */
      'puntari-ready': HTMLElementEventMap['puntari-ready'];
    };
  };

  /** Shows the level of participation. */
  'puntari-participation-level': {
    element: ParticipationLevel;
    attributes: {
      /** The level of the widget's top heading, 1 to 6. */
      'heading-level'?: Attribute<ParticipationLevel['headingLevel']>;
      /** The level, 1 to 5, in place of a record. */
      level?: Attribute<ParticipationLevel['level']>;
      /** URL of the record. */
      src?: Attribute<ParticipationLevel['src']>;
      /** URL of a JSON file that rewords messages: language to key to text. */
      strings?: Attribute<ParticipationLevel['strings']>;
      /** Appearance or mode; each widget lists its own. */
      variant?: Attribute<ParticipationLevel['variant']>;
    };
    events: {
      /** The record could not be shown. */
      'puntari-failed': HTMLElementEventMap['puntari-failed'];
      /** The record is shown for the first time. */
      'puntari-ready': HTMLElementEventMap['puntari-ready'];
    };
  };

  /** Shows how far a panel is. */
  'puntari-process-timeline': {
    element: ProcessTimeline;
    attributes: {
      /** The level of the widget's top heading, 1 to 6. */
      'heading-level'?: Attribute<ProcessTimeline['headingLevel']>;
      /** URL of the record. */
      src?: Attribute<ProcessTimeline['src']>;
      /** URL of a JSON file that rewords messages: language to key to text. */
      strings?: Attribute<ProcessTimeline['strings']>;
      /** The day that is today, `2027-03-01`, where it is not the reader's own: for previews and tests. */
      today?: Attribute<ProcessTimeline['today']>;
      /** Appearance or mode; each widget lists its own. */
      variant?: Attribute<ProcessTimeline['variant']>;
    };
    events: {
      /** The record could not be shown. */
      'puntari-failed': HTMLElementEventMap['puntari-failed'];
      /** The record is shown for the first time. */
      'puntari-ready': HTMLElementEventMap['puntari-ready'];
    };
  };

  /** Shows a statement and its answers. */
  'puntari-statement-viewer': {
    element: StatementViewer;
    attributes: {
      /** The level of the widget's top heading, 1 to 6. */
      'heading-level'?: Attribute<StatementViewer['headingLevel']>;
      /** URL of the record. */
      src?: Attribute<StatementViewer['src']>;
      /** URL of a JSON file that rewords messages: language to key to text. */
      strings?: Attribute<StatementViewer['strings']>;
      /** Appearance or mode; each widget lists its own. */
      variant?: Attribute<StatementViewer['variant']>;
    };
    events: {
      /** The record could not be shown. */
      'puntari-failed': HTMLElementEventMap['puntari-failed'];
      /** The record is shown for the first time. */
      'puntari-ready': HTMLElementEventMap['puntari-ready'];
    };
  };

  /** Shows a topic for a panel. */
  'puntari-topic-card': {
    element: TopicCard;
    attributes: {
      /** URL of the receiver's topics, such as `/api/topics`; with it the topic can be supported. */
      action?: Attribute<TopicCard['action']>;
      /** The level of the widget's top heading, 1 to 6. */
      'heading-level'?: Attribute<TopicCard['headingLevel']>;
      /** Shows nowhere how many support the topic. */
      'no-count'?: Attribute<TopicCard['noCount']>;
      /** Keeps on the device that this topic was supported, so that it is known on the next visit. */
      remember?: Attribute<TopicCard['remember']>;
      /** URL of the record. */
      src?: Attribute<TopicCard['src']>;
      /** URL of a JSON file that rewords messages: language to key to text. */
      strings?: Attribute<TopicCard['strings']>;
      /** Appearance or mode; each widget lists its own. */
      variant?: Attribute<TopicCard['variant']>;
    };
    events: {
      /** The record could not be shown, or a support not sent. */
      'puntari-failed': HTMLElementEventMap['puntari-failed'];
      /** The record is shown for the first time. */
      'puntari-ready': HTMLElementEventMap['puntari-ready'];
      /** The receiver has counted a support, or taken it off. */
      'puntari-supported': HTMLElementEventMap['puntari-supported'];
    };
  };

  /** Takes proposals of topics. */
  'puntari-topic-form': {
    element: TopicForm;
    attributes: {
      /** URL that submissions are sent to. */
      action?: Attribute<TopicForm['action']>;
      /** The level of the widget's top heading, 1 to 6. */
      'heading-level'?: Attribute<TopicForm['headingLevel']>;
      /** Keep nothing for Back: for shared computers. */
      'no-restore'?: Attribute<TopicForm['noRestore']>;
      /** URL of the record. */
      src?: Attribute<TopicForm['src']>;
      /** URL of a JSON file that rewords messages: language to key to text. */
      strings?: Attribute<TopicForm['strings']>;
      /** Appearance or mode; each widget lists its own. */
      variant?: Attribute<TopicForm['variant']>;
    };
    events: {
      /** About to send; may be answered by the page. */
      'puntari-before-submit': HTMLElementEventMap['puntari-before-submit'];
      /** The record could not be shown, or the proposal not sent. */
      'puntari-failed': HTMLElementEventMap['puntari-failed'];
      /** The record is shown for the first time. */
      'puntari-ready': HTMLElementEventMap['puntari-ready'];
      /** The person came to the answers to check, or back to the fields. */
      'puntari-step': HTMLElementEventMap['puntari-step'];
      /** The receipt is in hand. */
      'puntari-submitted': HTMLElementEventMap['puntari-submitted'];
    };
  };

  /** Shows topics for panels. */
  'puntari-topic-list': {
    element: TopicList;
    attributes: {
      /** The level of the widget's top heading, 1 to 6. */
      'heading-level'?: Attribute<TopicList['headingLevel']>;
      /** Shows nowhere how many support a topic. */
      'no-count'?: Attribute<TopicList['noCount']>;
      /** URL of the record. */
      src?: Attribute<TopicList['src']>;
      /** URL of a JSON file that rewords messages: language to key to text. */
      strings?: Attribute<TopicList['strings']>;
      /** Keeps in the page's address what is shown. Its value stands before each name there: lists on one page need several. */
      'url-state'?: Attribute<TopicList['urlState']>;
      /** Appearance or mode; each widget lists its own. */
      variant?: Attribute<TopicList['variant']>;
    };
    events: {
      /** The record could not be shown. */
      'puntari-failed': HTMLElementEventMap['puntari-failed'];
      /** The record is shown for the first time. */
      'puntari-ready': HTMLElementEventMap['puntari-ready'];
    };
  };

  /** Signs residents up for a panel. */
  'puntari-volunteer-form': {
    element: VolunteerForm;
    attributes: {
      /** URL that submissions are sent to. */
      action?: Attribute<VolunteerForm['action']>;
      /** How the answers came, where an officer writes down what was said on the telephone, posted or brought. The receiver takes it from those it knows. */
      channel?: Attribute<VolunteerForm['channel']>;
      /** The level of the widget's top heading, 1 to 6. */
      'heading-level'?: Attribute<VolunteerForm['headingLevel']>;
      /** Keep nothing for Back: for shared computers. */
      'no-restore'?: Attribute<VolunteerForm['noRestore']>;
      /** URL of the record. */
      src?: Attribute<VolunteerForm['src']>;
      /** URL of a JSON file that rewords messages: language to key to text. */
      strings?: Attribute<VolunteerForm['strings']>;
      /** Appearance or mode; each widget lists its own. */
      variant?: Attribute<VolunteerForm['variant']>;
    };
    events: {
      /** About to send; may be answered by the page. */
      'puntari-before-submit': HTMLElementEventMap['puntari-before-submit'];
      /** The record could not be shown, or the form not sent. */
      'puntari-failed': HTMLElementEventMap['puntari-failed'];
      /** The record is shown for the first time. */
      'puntari-ready': HTMLElementEventMap['puntari-ready'];
      /** The resident came to another step. */
      'puntari-step': HTMLElementEventMap['puntari-step'];
      /** The receipt is in hand. */
      'puntari-submitted': HTMLElementEventMap['puntari-submitted'];
    };
  };
}
