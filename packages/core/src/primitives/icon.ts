import { css } from 'lit';

/** A drawing beside words, as high as they are. */
export const icon = css`
  .puntari-icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-inline-end: var(--_space-2);
    vertical-align: -0.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;
