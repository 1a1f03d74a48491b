/** Registers `<puntari-volunteer-form>`. */
import '@puntari/widgets/volunteer-form/define';
