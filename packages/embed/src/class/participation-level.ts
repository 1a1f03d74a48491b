/** The class of `<puntari-participation-level>`, for pages that register it themselves. Importing it registers nothing. */
export { ParticipationLevel } from '@puntari/widgets/participation-level/participation-level';
