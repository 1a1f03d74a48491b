import { css } from 'lit';

export const styles = css`
  #back {
    margin-block-end: var(--_space-3);
  }

  .help {
    margin-block-start: var(--_space-6);
    padding-block-start: var(--_space-4);
    border-block-start: var(--_border-width) solid var(--_color-border);
  }

  .help > p {
    margin-block-end: var(--_space-1);
    font-weight: 600;
  }

  .help ul {
    margin-block-end: 0;
  }

  h1 .step-count,
  h2 .step-count,
  h3 .step-count,
  h4 .step-count,
  h5 .step-count,
  h6 .step-count {
    display: block;
    font-family: var(--_font-family);
    font-size: 0.75em;
    font-weight: 400;
  }
`;
