/** The class of `<puntari-topic-card>`, for pages that register it themselves. Importing it registers nothing. */
export { TopicCard } from '@puntari/widgets/topic-card/topic-card';
