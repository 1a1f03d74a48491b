/** Registers `<puntari-topic-card>`. */
import '@puntari/widgets/topic-card/define';
