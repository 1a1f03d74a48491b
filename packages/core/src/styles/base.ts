import { defaults } from '@puntari/tokens';
import { css, unsafeCSS } from 'lit';

/**
 * Private names for the tokens, each with the neutral theme's value behind it. Private, so that a theme set on the page
 * is never overridden by the widget.
 */
const tokens = unsafeCSS(
  Object.entries(defaults)
    .map(([name, value]) => `--_${name}:var(--puntari-${name},${value})`)
    .join(';'),
);

/**
 * The sheet under every widget. Without `!important`: the page's inherited styles are reset, while a user's own sheet
 * (`* { letter-spacing: .12em !important }`) matches the host and flows in, also to controls. `direction` is not reset.
 */
export const base = css`
  :host {
    ${tokens};
    display: block;
    font-size: medium;
    font-family: var(--_font-family);
    font-style: normal;
    font-weight: 400;
    font-variant: normal;
    line-height: var(--_line-height);
    letter-spacing: normal;
    word-spacing: normal;
    text-transform: none;
    text-align: start;
    text-indent: 0;
    white-space: normal;
    word-break: normal;
    overflow-wrap: anywhere;
    hyphens: manual;
    user-select: text;
    cursor: auto;
    visibility: visible;
    color-scheme: var(--_color-scheme);
    color: var(--_color-text);
    background: var(--_color-background);
    container-type: inline-size;
  }

  /* Margins inside stay inside, or the fallback's first paragraph would push the whole widget when it goes. */
  #root {
    display: flow-root;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  input,
  button,
  textarea,
  select {
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    line-height: inherit;
    color: inherit;
  }

  [hidden] {
    display: none;
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin-block: 0 var(--_space-4);
    max-inline-size: var(--_measure);
    font-family: var(--_font-family-heading);
    font-weight: var(--_font-weight-heading);
    font-size: var(--_font-size-heading-3);
    line-height: 1.25;
    text-wrap: balance;
    scroll-margin-block: calc(var(--_sticky-top) + 1em) calc(var(--_sticky-bottom) + 1em);
  }

  p,
  ul,
  ol,
  dl {
    margin-block: 0 var(--_space-4);
    max-inline-size: var(--_measure);
  }

  a {
    color: var(--_color-link);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  a:hover {
    color: var(--_color-link-hover);
    text-decoration-thickness: 0.15em;
  }

  a,
  button,
  input,
  select,
  textarea,
  summary {
    scroll-margin-block: calc(var(--_sticky-top) + 2em) calc(var(--_sticky-bottom) + 2em);
  }

  /* Two tones, so that it is seen on any background; an outline, so that it is there in forced colors. */
  :focus-visible {
    outline: 3px solid var(--_color-focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_color-focus-inner);
    border-radius: var(--_radius-small);
  }

  /* A heading that only script focuses needs no ring: the reader is at it already. */
  [tabindex='-1']:focus {
    outline: 3px solid transparent;
    box-shadow: none;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
  }

  .muted {
    color: var(--_color-text-muted);
  }
`;
