import { css } from 'lit';

/** Shares as bars under their words. Drawn in the markup, solid, hollow or striped, in the color of text: neither
 * print nor forced colors take them away. */
export const bars = css`
  .puntari-bars > p {
    font-size: var(--_font-size-heading-4);
  }

  .puntari-bars > div {
    margin-block-end: var(--_space-4);
  }

  /* Nearer to its own words than to those below. */
  .puntari-bars svg {
    display: block;
    margin-block-end: 0.375em;
  }
`;
