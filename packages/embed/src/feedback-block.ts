/** Registers `<puntari-feedback-block>`. */
import '@puntari/widgets/feedback-block/define';
