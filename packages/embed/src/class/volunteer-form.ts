/** The class of `<puntari-volunteer-form>`, for pages that register it themselves. Importing it registers nothing. */
export { VolunteerForm } from '@puntari/widgets/volunteer-form/volunteer-form';
