import { css } from 'lit';

/** Before the words that say what is on its way. */
export const spinner = css`
  .puntari-spinner::before {
    content: '';
    display: inline-block;
    inline-size: 1em;
    block-size: 1em;
    margin-inline-end: var(--_space-2);
    border: 0.1875em solid var(--_color-border);
    border-block-start-color: var(--_color-action);
    border-radius: 50%;
    vertical-align: -0.125em;
  }

  @media (prefers-reduced-motion: no-preference) {
    .puntari-spinner::before {
      animation: puntari-spin 1s linear infinite;
    }
  }

  @media (forced-colors: active) {
    .puntari-spinner::before {
      border-block-start-color: Canvas;
    }
  }

  @keyframes puntari-spin {
    to {
      rotate: 1turn;
    }
  }
`;
