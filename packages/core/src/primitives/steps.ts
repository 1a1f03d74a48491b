import { css } from 'lit';

/** "Step 2 of 6" in the heading of a step. */
export const steps = css`
  .puntari-step-count {
    display: block;
    font: 400 0.75em / var(--_line-height) var(--_font-family);
    color: var(--_color-text-muted);
  }
`;
