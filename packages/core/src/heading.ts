import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

export interface HeadingOptions {
  /** For headings that are linked to or take focus. */
  readonly id?: string | undefined;
}

/**
 * A real heading of a level that the page chose. Beyond 6 it stays 6: there is no h7, and a skipped level would lie.
 * With an id it can take focus from script (never by Tab): a new step starts at its heading.
 */
export function heading(
  level: number,
  content: unknown,
  { id }: HeadingOptions = {},
): TemplateResult {
  const focusable = ifDefined(id === undefined ? undefined : '-1');
  switch (Math.min(Math.max(Math.trunc(level), 1), 6)) {
    case 1:
      return html`<h1 id=${ifDefined(id)} tabindex=${focusable}>${content}</h1>`;
    case 2:
      return html`<h2 id=${ifDefined(id)} tabindex=${focusable}>${content}</h2>`;
    case 3:
      return html`<h3 id=${ifDefined(id)} tabindex=${focusable}>${content}</h3>`;
    case 4:
      return html`<h4 id=${ifDefined(id)} tabindex=${focusable}>${content}</h4>`;
    case 5:
      return html`<h5 id=${ifDefined(id)} tabindex=${focusable}>${content}</h5>`;
    default:
      return html`<h6 id=${ifDefined(id)} tabindex=${focusable}>${content}</h6>`;
  }
}
