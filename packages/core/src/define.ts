import { isServer } from 'lit';

import { warnOnce } from './log.js';

/** Registers a tag once. Two versions on one page: the first stays, and the developer is told. */
export function define(tag: string, element: CustomElementConstructor): void {
  const present = customElements.get(tag);
  if (!present) customElements.define(tag, element);
  else if (present !== element && !isServer) {
    warnOnce(
      `<${tag}> is defined already, perhaps by another version of Puntari on this page. The first one stays.`,
    );
  }
}
