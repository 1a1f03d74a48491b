/** The class of `<puntari-process-timeline>`, for pages that register it themselves. Importing it registers nothing. */
export { ProcessTimeline } from '@puntari/widgets/process-timeline/process-timeline';
