/** Registers `<puntari-panel-composition>`. */
import '@puntari/widgets/panel-composition/define';
