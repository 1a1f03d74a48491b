/** Registers `<puntari-topic-form>`. */
import '@puntari/widgets/topic-form/define';
