/** The class of `<puntari-panel-composition>`, for pages that register it themselves. Importing it registers nothing. */
export { PanelComposition } from '@puntari/widgets/panel-composition/panel-composition';
