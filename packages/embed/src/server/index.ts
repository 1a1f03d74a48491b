/** Widgets and forms as HTML, for servers: complete before any script, and without one. */
export { type FormPageOptions, renderFormPage } from './form-page.js';
export { scriptJson } from './html.js';
export { useServerMarkup } from './markup.js';
export { WIDGET_NAMES, type WidgetName } from './names.js';
export { renderWidget, type WidgetOptions } from './render-widget.js';
export { WidgetRenderer } from './widget-renderer.js';
