import { css } from 'lit';

/** "Step 2 of 6" in the heading of a step. */
export const steps = css`
  .puntari-step-count {
    display: block;
    font-family: var(--_font-family);
    font-size: var(--_font-size-small);
    font-weight: 400;
    color: var(--_color-text-muted);
  }
`;
