import { css } from 'lit';

/** A frame around what belongs together. */
export const card = css`
  .puntari-card {
    padding: var(--_card-padding);
    border: var(--_border-width) solid var(--_color-border);
    border-radius: var(--_card-radius);
    background: var(--_color-background);
  }

  .puntari-card > :last-child {
    margin-block-end: 0;
  }

  @container (max-width: 24em) {
    .puntari-card {
      padding: var(--_space-4);
    }
  }
`;
