import { css } from 'lit';

/** The frame. What stands in it is the page's own DOM; its sheet is topic-card.document.css. */
export const styles = css`
  :host {
    position: relative;
    background: transparent;
  }

  .card {
    border: var(--_border-width) solid var(--_color-border);
    border-block-start: 0.25em solid var(--_color-accent);
    border-radius: var(--_radius-medium);
    background: var(--_color-background);
  }

  /* The text fills the frame, since its link, which covers the card, cannot reach out of it. */
  ::slotted([slot='document']) {
    padding: var(--_space-5);
  }

  @container (max-width: 22em) {
    ::slotted([slot='document']) {
      padding: var(--_space-4);
    }
  }
`;
