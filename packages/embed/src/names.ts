/** The widgets there are. The tag of each is `puntari-` and its name. */
export const WIDGETS = [
  'volunteer-form',
  'topic-card',
  'statement-viewer',
  'feedback-block',
] as const;

export type WidgetName = (typeof WIDGETS)[number];
