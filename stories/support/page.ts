/** The page of a city or a county around the widgets of a pattern: its own heading, text and measure. */
import { html, type TemplateResult } from 'lit';

const PAGE =
  'max-inline-size: 46em; margin-inline: auto; display: grid; gap: 2em; line-height: 1.5; overflow-wrap: anywhere';

export interface PageOptions {
  readonly title: string;
  readonly text: string;
  readonly content: unknown;
}

/** In Finnish, as the demo's pages are; the widgets follow the toolbar. */
export function page({ title, text, content }: PageOptions): TemplateResult {
  return html`<div style=${PAGE}>
    <div lang="fi" dir="ltr">
      <h1 style="font-size: 1.75em; line-height: 1.25; margin-block: 0 .5em">${title}</h1>
      <p style="margin: 0">${text}</p>
    </div>
    ${content}
  </div>`;
}
