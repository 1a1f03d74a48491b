export { type Content, ContentError, contentOf, type ContentFile } from './content/content.js';
export { loadContent } from './content/load.js';
export { type Db, openDatabase } from './database/database.js';
export type { FaultLine, Log, LogLine, PurgeLine } from './http/log.js';
export { embedRenderer } from './pages/embed-renderer.js';
export type { FormKind, FormPage, FormRenderer } from './pages/form-renderer.js';
export { createServer, type ServerOptions } from './server.js';
