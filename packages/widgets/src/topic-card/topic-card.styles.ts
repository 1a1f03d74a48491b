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

  @container (max-width: 24em) {
    ::slotted([slot='document']) {
      padding: var(--_space-4);
    }
  }
`;
