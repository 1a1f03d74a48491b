/** What a card gets once it is drawn. */
export { structuredData } from './topic-card.structured-data.js';
export { showStructuredData } from '../pieces/structured-data.js';
export { renderFollow } from './topic-card.follow.js';
export { Support } from './support.js';
export { problemText, renderSupport } from './support.view.js';
