import { css } from 'lit';

/** The frame. What stands in it is the page's own DOM; its sheet is topic-card.document.css. */
export const styles = css`
  :host {
    position: relative;
    background: transparent;
  }

  .card {
    padding: var(--_space-5);
    border: var(--_border-width) solid var(--_color-border);
    border-block-start: 0.25em solid var(--_color-accent);
    border-radius: var(--_radius-medium);
    background: var(--_color-background);
  }

  @container (max-width: 22em) {
    .card {
      padding: var(--_space-4);
    }
  }
`;
