import { css } from 'lit';

/** Letters, headings, paragraphs, lists, links and the focus: the same in a widget and in a text on the page. */
export const text = css`
  :host {
    font: 400 medium / var(--_line-height) var(--_font-family);
    letter-spacing: normal;
    word-spacing: normal;
    text-transform: none;
    text-align: start;
    text-indent: 0;
    white-space: normal;
    word-break: normal;
    overflow-wrap: anywhere;
    /* Long compounds. Each text has a language of its own; a word that a line has room for is left whole. */
    hyphens: auto;
    hyphenate-limit-chars: 12 5 5;
    user-select: text;
    cursor: auto;
    color: var(--_color-text);
  }

  :host :where(h1, h2, h3, h4, h5, h6) {
    margin: var(--_space-5) 0 var(--_space-2);
    padding: 0;
    font-family: var(--_font-family-heading);
    font-weight: var(--_font-weight-heading);
    font-size: 1em;
    line-height: 1.25;
    letter-spacing: inherit;
    text-transform: none;
    color: inherit;
    text-wrap: balance;
    scroll-margin-block: calc(var(--_sticky-top) + 1em) calc(var(--_sticky-bottom) + 1em);
  }

  :host :where(:is(h1, h2, h3, h4, h5, h6):first-child) {
    margin-block-start: 0;
  }

  :host :where(h1) {
    font-size: var(--_font-size-heading-1);
  }

  :host :where(h2) {
    font-size: var(--_font-size-heading-2);
  }

  :host :where(h3) {
    font-size: var(--_font-size-heading-3);
  }

  :host :where(h4) {
    font-size: var(--_font-size-heading-4);
  }

  :host :where(p, ul, ol, dl, dd, blockquote) {
    margin: 0;
    padding: 0;
    font: inherit;
    color: inherit;
  }

  :host :where(p, ul, ol, dl, blockquote) {
    margin-block-end: var(--_space-4);
  }

  :host :where(p) {
    text-wrap: pretty;
  }

  :host :where(ul, ol) {
    padding-inline-start: 1.5em;
    list-style: disc;
  }

  :host :where(ol) {
    list-style: decimal;
  }

  :host :where(li) {
    margin: 0 0 var(--_space-1);
    padding: 0;
  }

  :host :where(dd, li, blockquote) > :where(:last-child) {
    margin-block-end: 0;
  }

  :host :where(blockquote) {
    padding-inline-start: var(--_space-4);
    border-inline-start: 0.25em solid var(--_color-border);
  }

  /* A hyphen that is none of the address or of the number must not be read into it. */
  :host :where(bdi, a[dir]) {
    hyphens: manual;
  }

  :host :where(a) {
    color: var(--_color-link);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  :host :where(a:hover) {
    color: var(--_color-link-hover);
    text-decoration-thickness: 0.15em;
  }

  :host :where(a, button, input, select, textarea, summary) {
    scroll-margin-block: calc(var(--_sticky-top) + 2em) calc(var(--_sticky-bottom) + 2em);
  }

  /* Two tones, so that it is seen on any background; an outline, so that it is there in forced colors. */
  :host :where(:focus-visible) {
    outline: 3px solid var(--_color-focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_color-focus-inner);
    border-radius: var(--_radius-small);
  }

  .puntari-note {
    color: var(--_color-text-muted);
  }

  /* A time or a date on one line, where there is a line for it. */
  @container (min-width: 16em) {
    .puntari-nowrap {
      white-space: nowrap;
    }
  }

  /* In a narrow column a compound of twenty letters has to fit on a line. */
  @container (max-width: 26em) {
    :host :where(h1) {
      font-size: var(--_font-size-heading-2);
    }

    :host :where(h2) {
      font-size: var(--_font-size-heading-3);
    }

    :host :where(h3) {
      font-size: var(--_font-size-heading-4);
    }
  }

  /* Black on white, also from a dark page. */
  @media print {
    :host {
      --_color-text: CanvasText;
      --_color-text-muted: CanvasText;
      --_color-link: CanvasText;
      --_color-background: Canvas;
      --_color-surface: Canvas;
      color-scheme: light;
    }
  }
`;
