import { css } from 'lit';

/** The search and what came of it. The topics themselves stand in the page's own DOM. */
export const styles = css`
  .head {
    margin-block-end: var(--_space-5);
    padding: var(--_space-2) var(--_space-4);
    border: var(--_border-width) solid var(--_color-border);
    border-radius: var(--_radius-medium);
    background: var(--_color-surface);
  }

  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(15em, 100%), 1fr));
    gap: var(--_space-3) var(--_space-4);
    align-items: end;
    margin-block-end: var(--_space-3);
  }

  summary {
    inline-size: fit-content;
    padding-block: var(--_space-3);
    font-weight: 600;
    color: var(--_color-link);
    cursor: pointer;
  }

  .result {
    margin-block: var(--_space-2) 0;
  }

  @media print {
    .head {
      display: none;
    }
  }
`;
