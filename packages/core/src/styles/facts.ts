import { css } from 'lit';

/** Pairs of a name and a value, and the ways to reach a person. */
export const facts = css`
  .facts > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 2fr);
    gap: var(--_space-1) var(--_space-4);
    padding-block: var(--_space-2);
    border-block-end: var(--_border-width) solid var(--_color-border);
  }

  .facts dt {
    font-weight: 600;
  }

  .facts dd {
    margin: 0;
  }

  .contact {
    padding: 0;
    list-style: none;
  }

  .contact li {
    margin-block-end: var(--_space-1);
  }

  .contact a {
    display: inline-block;
    padding-block: var(--_space-1);
  }

  @container (max-width: 28em) {
    .facts > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
