import { css } from 'lit';

/** Where a sheet of paper ends. Only for long texts: what is short is seldom printed, and no script has to carry it. */
export const paper = css`
  @media print {
    /* At the foot of a page a heading is lost: what it is for stands on the next. */
    :host :where(h1, h2, h3, h4, h5, h6) {
      break-after: avoid;
    }

    :host :where(.puntari-bars > div, li, tr) {
      break-inside: avoid;
    }
  }
`;
