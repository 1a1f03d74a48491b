/** Registers `<puntari-topic-list>`. */
import '@puntari/widgets/topic-list/define';
