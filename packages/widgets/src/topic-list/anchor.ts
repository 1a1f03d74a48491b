import { freeId } from '../pieces/free-id.js';
import { anchorOf } from './topic-list.model.js';

/** The element id of a topic. */
export const freeAnchor = (host: HTMLElement, topicId: string, lang: string): string =>
  freeId(host, anchorOf(topicId), lang);
