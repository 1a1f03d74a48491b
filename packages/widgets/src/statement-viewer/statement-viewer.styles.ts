import { css } from 'lit';

/** The count of answers and the filter. The statement itself stands in the page's own DOM. */
export const styles = css`
  .answers-so-far {
    margin-block-end: var(--_space-5);
    padding: var(--_space-4);
    border: var(--_border-width) solid var(--_color-border);
    border-radius: var(--_radius-medium);
    background: var(--_color-surface);
  }

  .answers-so-far > p {
    margin-block-end: var(--_space-2);
  }

  .answers-so-far > :last-child {
    margin-block-end: 0;
  }

  .answers-so-far > ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    padding: 0;
    list-style-type: '';
  }

  .result {
    margin-block: var(--_space-2) 0;
  }

  @media print {
    [data-needs-script] {
      display: none;
    }
  }
`;
