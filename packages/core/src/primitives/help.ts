import { css } from 'lit';

/** Whom to ask, below a rule, in the same place on every page. */
export const help = css`
  .puntari-help {
    margin-block-start: var(--_space-6);
    padding-block-start: var(--_space-4);
    border-block-start: var(--_border-width) solid var(--_color-border);
  }

  .puntari-help > p {
    margin-block-end: var(--_space-1);
    font-weight: 600;
  }

  .puntari-help > :last-child {
    margin-block-end: 0;
  }
`;
