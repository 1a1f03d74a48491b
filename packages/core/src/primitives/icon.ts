import { css } from 'lit';

/** A drawing beside words, as high as they are. `data-turns`: the other way round where lines run from right to left. */
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

  /* What points along the lines of text. */
  [dir='rtl'] .puntari-icon[data-turns] {
    scale: -1 1;
  }
`;
