import { css } from 'lit';

/** The frame. What stands in it is the page's own DOM. */
export const styles = css`
  :host {
    position: relative;
    max-inline-size: none;
    background: transparent;
  }

  .puntari-card {
    padding: 0;
    border-block-start: 0.25em solid var(--_color-accent);
  }

  /* The text fills the frame, since its link, which covers the card, cannot reach out of it. */
  ::slotted([slot='document']) {
    padding: var(--_space-5);
  }

  /* Above the area of the link, which covers the card. */
  .actions {
    position: relative;
    display: flow-root;
    inline-size: fit-content;
    max-inline-size: 66ch;
    padding: 0 var(--_space-5) var(--_space-5);
  }

  /* As high as a button with its note, and as two. */
  .actions[data-waits] {
    min-block-size: 9em;
  }

  .actions[data-waits='2'] {
    min-block-size: 17.5em;
  }

  .actions > :is(p, .puntari-notice) {
    margin-block: var(--_space-2) var(--_space-4);
  }

  .actions > :last-child {
    margin-block-end: 0;
  }

  @container (max-width: 24em) {
    ::slotted([slot='document']) {
      padding: var(--_space-4);
    }

    .actions {
      padding: 0 var(--_space-4) var(--_space-4);
    }

    .actions[data-waits] {
      min-block-size: 13em;
    }

    .actions[data-waits='2'] {
      min-block-size: 25.5em;
    }
  }

  /* Nothing can be pressed on paper. */
  @media print {
    .actions {
      display: none;
    }
  }
`;
