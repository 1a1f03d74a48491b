import { css } from 'lit';

/** A native `details`; the page's own looks are taken off it. */
export const disclosure = css`
  .puntari-disclosure {
    margin: 0 0 var(--_space-4);
    padding: 0;
    border: 0;
    background: none;
  }

  .puntari-disclosure > summary {
    display: list-item;
    padding: var(--_space-3) 0;
    border: 0;
    background: none;
    list-style: inside disclosure-closed;
    font-weight: 600;
    color: var(--_color-link);
    cursor: pointer;
  }

  .puntari-disclosure[open] > summary {
    list-style-type: disclosure-open;
  }

  .puntari-disclosure > summary:hover {
    color: var(--_color-link-hover);
    text-decoration: underline;
  }

  /* Nothing can be opened on paper. */
  @media print {
    .puntari-disclosure > summary {
      list-style: none;
    }

    .puntari-disclosure::details-content {
      content-visibility: visible;
      block-size: auto;
    }
  }
`;
