/** The class of `<puntari-topic-list>`, for pages that register it themselves. Importing it registers nothing. */
export { TopicList } from '@puntari/widgets/topic-list/topic-list';
