/** Registers `<puntari-statement-viewer>`. */
import '@puntari/widgets/statement-viewer/define';
