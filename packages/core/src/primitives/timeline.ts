import { css } from 'lit';

/** What happens one after another. Drawn with borders: forced colors take backgrounds away. */
export const timeline = css`
  .puntari-timeline {
    padding: 0;
    list-style-type: '';
  }

  .puntari-timeline > li {
    position: relative;
    margin-block-end: var(--_space-4);
    padding-inline-start: var(--_space-5);
  }

  /* The space after the list is the list's own; among facts there is none. */
  .puntari-timeline > li:last-child {
    margin-block-end: 0;
  }

  .puntari-timeline > li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.375em;
    inset-inline-start: 0;
    border: 0.375em solid var(--_color-action);
    border-radius: 50%;
  }

  /* What is to come is hollow, what goes on is square: shapes, since forced colors leave only borders. */
  .puntari-timeline > [data-state='coming']::before {
    border-width: 0.125em;
    padding: 0.25em;
  }

  .puntari-timeline > [data-state='now']::before {
    border-radius: 0;
  }

  .puntari-timeline > li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 1.25em calc(-0.25em - var(--_space-4));
    inset-inline-start: 0.3125em;
    border-inline-start: 0.125em solid var(--_color-border-strong);
  }
`;
