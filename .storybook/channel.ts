/** The event by which the preview tells the manager which of our tags are shown. */
export const SHOWN = 'puntari/shown';
