/** The class of `<puntari-topic-form>`, for pages that register it themselves. Importing it registers nothing. */
export { TopicForm } from '@puntari/widgets/topic-form/topic-form';
