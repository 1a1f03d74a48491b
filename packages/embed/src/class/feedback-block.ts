/** The class of `<puntari-feedback-block>`, for pages that register it themselves. Importing it registers nothing. */
export { FeedbackBlock } from '@puntari/widgets/feedback-block/feedback-block';
