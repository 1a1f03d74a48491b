import { css } from 'lit';

export const styles = css`
  #back {
    margin-block-end: var(--_space-2);
  }

  #step {
    margin-block-start: 0;
  }

  .lines {
    white-space: pre-line;
  }
`;
