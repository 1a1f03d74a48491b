/** The widgets there are. */
export const WIDGETS = [
  'volunteer-form',
  'topic-card',
  'topic-list',
  'statement-viewer',
  'feedback-block',
  'panel-composition',
  'process-timeline',
  'participation-level',
  'topic-form',
] as const;

export type WidgetName = (typeof WIDGETS)[number];

/** The tag of a widget is this and its name. */
export const PREFIX = 'puntari-';
