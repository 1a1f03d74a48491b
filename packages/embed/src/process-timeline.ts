/** Registers `<puntari-process-timeline>`. */
import '@puntari/widgets/process-timeline/define';
