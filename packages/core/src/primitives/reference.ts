import { css } from 'lit';

/** A short name of something that was sent, to be read aloud and written down. */
export const reference = css`
  .puntari-reference {
    font-size: var(--_font-size-large);
    font-weight: 700;
    letter-spacing: 0.05em;
    white-space: nowrap;
    user-select: all;
  }

  /* A link on paper leads nowhere: its address stands behind it. */
  @media print {
    #receipt-manage::after {
      content: ' ' attr(href);
      overflow-wrap: anywhere;
    }
  }
`;
