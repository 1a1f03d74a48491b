import { css } from 'lit';

/** Shares as bars under their words. Drawn in the markup, solid, hollow or striped, so that print needs no backgrounds. */
export const bars = css`
  .puntari-bars > p {
    font-size: var(--_font-size-heading-4);
    font-weight: 600;
  }

  .puntari-bars > div {
    margin-block-end: var(--_space-4);
  }

  .puntari-bars svg {
    display: block;
    color: var(--_color-action);
  }

  /* Browsers leave the colors of a drawing alone. */
  @media (forced-colors: active) {
    .puntari-bars svg {
      color: inherit;
    }
  }
`;
