import { css } from 'lit';

/** The steps of a form, and the list of answers that is shown before sending. */
export const answers = css`
  .step-count {
    margin-block: 0 var(--_space-2);
    color: var(--_color-text-muted);
  }

  .answers {
    max-inline-size: none;
    margin-block: 0 var(--_space-6);
  }

  .answers > div {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto;
    align-items: baseline;
    gap: var(--_space-2) var(--_space-4);
    padding-block: var(--_space-3);
    border-block-end: var(--_border-width) solid var(--_color-border);
  }

  .answers dt {
    font-weight: 600;
  }

  .answers dd {
    margin: 0;
  }

  .lines {
    white-space: pre-line;
  }

  .answers button {
    min-block-size: 0;
    padding-block: var(--_space-2);
    margin-block: calc(-1 * var(--_space-2));
    min-block-size: var(--_target-size);
  }

  @container (max-width: 34em) {
    .answers > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
