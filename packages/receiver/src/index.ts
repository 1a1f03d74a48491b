export { type Content, ContentError, contentOf, type ContentFile } from './content/content.js';
export { loadContent } from './content/load.js';
export { type Db, openDatabase } from './database/database.js';
export type { FaultLine, ForwardLine, Log, LogLine, PurgeLine } from './http/log.js';
export { type CitySettings, type Open311Settings, readSettings } from './open311/settings.js';
export { type Open311State, open311StateOf } from './open311/statuses.js';
export { embedRenderer } from './pages/embed-renderer.js';
export type { FormKind, FormPage, FormRenderer } from './pages/form-renderer.js';
export { createServer, type ServerOptions } from './server.js';
