import { css } from 'lit';

export const styles = css`
  #step {
    margin-block-start: 0;
  }

  ::slotted([slot='document']) {
    margin-block-end: var(--_space-6);
  }

  /* Advice follows the field it is about, closer than the next one does. */
  .beside {
    margin-block: calc(-1 * var(--_space-4)) var(--_space-6);
  }

  .beside > .puntari-notice:last-child {
    margin-block-end: 0;
  }

  /* What stands below a topic's name is nearer to it than the next topic. */
  #similar li:not(:last-child) {
    margin-block-end: var(--_space-4);
  }

  .reach {
    padding-block-start: var(--_space-4);
  }

  .privacy p {
    margin-block-end: var(--_space-1);
  }

  .privacy a,
  .alone {
    display: inline-block;
    padding-block: var(--_space-2);
  }

  .lines {
    white-space: pre-line;
  }
`;
