import { css } from 'lit';

/** Names with their values, in rows. Side by side where both have room, else the value under its name; no query. */
export const facts = css`
  .puntari-facts {
    margin-block: 0 var(--_space-5);
    border-block-end: var(--_border-width) solid var(--_color-border);
  }

  .puntari-facts > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-4);
    padding-block: var(--_space-3);
    border-block-start: var(--_border-width) solid var(--_color-border);
  }

  .puntari-facts dt {
    flex: 1 1 11em;
    font-weight: 600;
  }

  .puntari-facts dd {
    flex: 2 1 15em;
  }

  .puntari-facts .puntari-facts-action {
    flex: none;
  }

  /* High enough for a thumb, in a row no higher than its words. */
  .puntari-facts-action > * {
    margin-block: calc((1.5em - var(--_target-size)) / 2);
  }
`;
