import { type Html, html } from './html.js';
import { PAGE_STYLES_PATH } from './stylesheet.js';
import { directionOf } from './words.js';

export interface Page {
  readonly lang: string;
  readonly title: string;
  readonly main: Html;
  /** Another stylesheet, besides that of every page. */
  readonly stylesheet?: string;
}

/** A whole page of the receiver. */
export function renderPage({ lang, title, main, stylesheet }: Page): string {
  return html`<!doctype html>
    <html lang="${lang}" dir="${directionOf(lang)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="${PAGE_STYLES_PATH}" />
        ${stylesheet && html`<link rel="stylesheet" href="${stylesheet}" />`}
      </head>
      <body>
        <main>${main}</main>
      </body>
    </html> `.text;
}
