import { css } from 'lit';

/** What must be mended, before the fields. */
export const errorSummary = css`
  .puntari-error-summary {
    margin-block: 0 var(--_space-6);
    padding: var(--_space-4) var(--_space-5);
    border: 3px solid var(--_color-error);
    border-radius: var(--_notice-radius);
    background: var(--_color-background);
  }

  .puntari-error-summary > ul {
    margin: 0;
    padding: 0;
    list-style-type: '';
  }

  .puntari-error-summary li {
    margin-block: var(--_space-2) 0;
  }

  .puntari-error-summary a {
    display: inline-block;
    padding-block: var(--_space-1);
    font-weight: 600;
    color: var(--_color-error);
  }

  @container (max-width: 24em) {
    .puntari-error-summary {
      padding: var(--_space-3) var(--_space-4);
    }
  }
`;
