import { css } from 'lit';

/** The count of answers and the filter. The statement itself stands in the page's own DOM. */
export const styles = css`
  .head {
    margin-block-end: var(--_space-5);
    padding: var(--_space-4);
    border: var(--_border-width) solid var(--_color-border);
    border-radius: var(--_radius-medium);
    background: var(--_color-surface);
  }

  .head > p {
    margin-block-end: var(--_space-2);
  }

  .head > :last-child {
    margin-block-end: 0;
  }

  .head > ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    padding: 0;
    list-style-type: '';
  }

  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(13em, 100%), 1fr));
    gap: var(--_space-3) var(--_space-4);
    align-items: end;
  }

  .filters .puntari-control {
    inline-size: 100%;
  }

  /* A tag that can be pressed is as high as a thumb, and so is what stands in its place until it can. */
  li:not(:only-child) > .puntari-tag {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
  }

  button.puntari-tag {
    margin: 0;
    font: inherit;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }

  button.puntari-tag[aria-pressed='true'] {
    outline: 3px solid var(--_color-border-strong);
    outline-offset: 1px;
    text-decoration: underline;
  }

  .search > summary {
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
    .head > :not(ul, #answers) {
      display: none;
    }
  }
`;
