/** Registers `<puntari-participation-level>`. */
import '@puntari/widgets/participation-level/define';
