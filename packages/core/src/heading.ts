import { html, type TemplateResult } from 'lit';

export interface HeadingOptions {
  readonly id?: string;
}

/**
 * A real heading of a level that the page chose. Beyond 6 it stays 6: there is no h7, and a skipped level would lie.
 * It can take focus from script (never by Tab), because a new step starts at its heading.
 */
export function heading(
  level: number,
  content: unknown,
  { id = '' }: HeadingOptions = {},
): TemplateResult {
  switch (Math.min(Math.max(Math.trunc(level), 1), 6)) {
    case 1:
      return html`<h1 id=${id} tabindex="-1">${content}</h1>`;
    case 2:
      return html`<h2 id=${id} tabindex="-1">${content}</h2>`;
    case 3:
      return html`<h3 id=${id} tabindex="-1">${content}</h3>`;
    case 4:
      return html`<h4 id=${id} tabindex="-1">${content}</h4>`;
    case 5:
      return html`<h5 id=${id} tabindex="-1">${content}</h5>`;
    default:
      return html`<h6 id=${id} tabindex="-1">${content}</h6>`;
  }
}
