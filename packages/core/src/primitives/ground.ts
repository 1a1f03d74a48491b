import { defaults } from '@puntari/tokens';
import { css, unsafeCSS } from 'lit';

/**
 * Private names for the tokens, each with the neutral theme's value behind it. Private, so that a theme set on the page
 * is never overridden by the widget.
 */
const values = unsafeCSS(
  Object.entries(defaults)
    .map(([name, value]) => `--_${name}:var(--puntari-${name},${value})`)
    .join(';'),
);

/** Only for shadow roots: on the page the tokens have the names that a theme gives them. */
export const tokens = css`
  :host {
    ${values};
  }

  /* The margin of a fallback stays in it, or the widget begins a line higher when it is ready: all of it has shifted. */
  #root {
    display: flow-root;
  }
`;

/**
 * The ground under everything: `:host` in a widget, `.puntari-base` on the page. Without `!important`: the page's
 * inherited styles are reset, while a user's own sheet (`* { letter-spacing: .12em !important }`) matches the host and
 * flows in, also to controls. `direction` is not reset.
 */
export const ground = css`
  :host {
    display: block;
    max-inline-size: var(--_measure);
    visibility: visible;
    color-scheme: var(--_color-scheme);
    background: var(--_color-background);
    container-type: inline-size;
  }

  :host([hidden]) {
    display: none;
  }

  :host *,
  :host ::before,
  :host ::after {
    box-sizing: border-box;
  }

  :host :where(input, button, textarea, select) {
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    line-height: inherit;
    color: inherit;
  }

  :host :where([hidden]) {
    display: none;
  }

  /* What only script focuses needs no ring: the reader is at it already. */
  :host [tabindex^='-']:focus {
    outline: 3px solid transparent;
    box-shadow: none;
  }

  .puntari-visually-hidden {
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
`;
