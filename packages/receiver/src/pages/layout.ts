import { type Html, html } from './html.js';
import { STYLESHEET_PATH } from './stylesheet.js';

export interface Page {
  readonly lang: string;
  readonly title: string;
  readonly main: Html;
}

/** A whole page of the receiver. */
export function renderPage({ lang, title, main }: Page): string {
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="${STYLESHEET_PATH}" />
      </head>
      <body>
        <main>${main}</main>
      </body>
    </html> `.text;
}
