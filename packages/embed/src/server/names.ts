/** The widgets a server can print, by name: class, record and words. Importing one registers its tag. */
import type { RecordKind } from '@puntari/contracts';
import type { DocumentParts } from '@puntari/core';

import { demandOneOf } from './demand.js';

/** What a server asks of a widget. */
export interface PrintableWidget {
  documentParts(): DocumentParts | undefined;
  /** What search engines read. */
  structuredData?(): Promise<object | undefined>;
}

interface WidgetClass {
  readonly recordKind: RecordKind;
  readonly namespaces: readonly string[];
  /** Words that come later in a browser. */
  readonly laterNamespaces?: readonly string[];
  new (): PrintableWidget;
}

const LOADERS = {
  'volunteer-form': async (): Promise<WidgetClass> => {
    await import('@puntari/widgets/volunteer-form/define');
    return (await import('@puntari/widgets/volunteer-form/volunteer-form')).VolunteerForm;
  },
  'topic-card': async (): Promise<WidgetClass> => {
    await import('@puntari/widgets/topic-card/define');
    return (await import('@puntari/widgets/topic-card/topic-card')).TopicCard;
  },
  'topic-list': async (): Promise<WidgetClass> => {
    await import('@puntari/widgets/topic-list/define');
    return (await import('@puntari/widgets/topic-list/topic-list')).TopicList;
  },
  'statement-viewer': async (): Promise<WidgetClass> => {
    await import('@puntari/widgets/statement-viewer/define');
    (await import('./markup.js')).useServerMarkup();
    return (await import('@puntari/widgets/statement-viewer/statement-viewer')).StatementViewer;
  },
  'feedback-block': async (): Promise<WidgetClass> => {
    await import('@puntari/widgets/feedback-block/define');
    await (await import('@puntari/widgets/feedback-block/feedback-block.forms')).loadForms();
    return (await import('@puntari/widgets/feedback-block/feedback-block')).FeedbackBlock;
  },
  'panel-composition': async (): Promise<WidgetClass> => {
    await import('@puntari/widgets/panel-composition/define');
    return (await import('@puntari/widgets/panel-composition/panel-composition')).PanelComposition;
  },
  'process-timeline': async (): Promise<WidgetClass> => {
    await import('@puntari/widgets/process-timeline/define');
    return (await import('@puntari/widgets/process-timeline/process-timeline')).ProcessTimeline;
  },
  'participation-level': async (): Promise<WidgetClass> => {
    await import('@puntari/widgets/participation-level/define');
    return (await import('@puntari/widgets/participation-level/participation-level'))
      .ParticipationLevel;
  },
  'topic-form': async (): Promise<WidgetClass> => {
    await import('@puntari/widgets/topic-form/define');
    return (await import('@puntari/widgets/topic-form/topic-form')).TopicForm;
  },
} as const;

export type WidgetName = keyof typeof LOADERS;

export const WIDGET_NAMES = Object.keys(LOADERS) as WidgetName[];

/** @throws TypeError - When there is no such widget. */
export function loadWidget(name: WidgetName): Promise<WidgetClass> {
  demandOneOf('renderWidget', WIDGET_NAMES, name);
  return LOADERS[name]();
}
