import { css } from 'lit';

/** How far of so many steps, beside the words that say it. */
export const progress = css`
  .puntari-progress {
    display: flex;
    align-items: flex-end;
    gap: 0.25em;
    max-inline-size: 9em;
    min-block-size: 0.5em;
    margin-block: 0.375em 0.25em;
  }

  /* Drawn with borders, and thick or thin: forced colors take backgrounds away. */
  .puntari-progress > * {
    flex: 1;
    border-block-end: 0.125em solid var(--_color-border-strong);
  }

  .puntari-progress > [data-on] {
    border-block-end: 0.5em solid var(--_color-action);
  }
`;
