/** The class of `<puntari-statement-viewer>`, for pages that register it themselves. Importing it registers nothing. */
export { StatementViewer } from '@puntari/widgets/statement-viewer/statement-viewer';
