import { render } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';

const TYPE = 'application/ld+json';

/** Puts what search engines read beside the text of a widget, in place of what stood there. */
export function showStructuredData(host: HTMLElement, data: object | undefined): void {
  host.querySelector(`:scope > script[type="${TYPE}"]`)?.remove();
  if (!data) return;
  // Nothing in it can end the element.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  const box = document.createElement('div');
  // Through Lit and its policy: where a page asks for trusted types, the text of a script may not be set, whatever its type.
  render(unsafeHTML(`<script type="${TYPE}">${json}</script>`), box);
  const script = box.querySelector('script');
  if (script) host.append(script);
}
