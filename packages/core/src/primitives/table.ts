import { css } from 'lit';

/** `data-numbers`: every cell that is no header of a row is a number. `data-columns="equal"`: from one table to the next. */
export const table = css`
  .puntari-table {
    inline-size: 100%;
    margin-block: 0 var(--_space-5);
    border-collapse: collapse;
    font-size: inherit;
    font-variant-numeric: tabular-nums;
    text-align: start;
    overflow-wrap: normal;
  }

  .puntari-table caption {
    padding: 0 0 var(--_space-2);
    font-weight: 600;
    text-align: start;
    color: inherit;
  }

  .puntari-table :is(th, td) {
    padding: var(--_space-2) 0;
    padding-inline-end: var(--_space-3);
    border: 0;
    border-block-end: var(--_border-width) solid var(--_color-border);
    background: none;
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
  }

  .puntari-table :is(th, td):last-child {
    padding-inline-end: 0;
  }

  .puntari-table [scope='col'] {
    font-weight: 600;
  }

  .puntari-table[data-numbers] :is(td, [scope='col']) {
    text-align: end;
  }

  .puntari-table[data-columns='equal'] {
    table-layout: fixed;
  }

  /* Around a table of any width. */
  .puntari-table-frame {
    overflow-x: auto;
  }

  @container (max-width: 26em) {
    .puntari-table {
      font-size: var(--_font-size-small);
    }

    .puntari-table :is(th, td) {
      padding-inline-end: var(--_space-2);
    }

    .puntari-table [scope='row'] {
      overflow-wrap: anywhere;
    }

    /* Words need more room than three percentages; a quarter of the width broke them in the middle. */
    .puntari-table[data-columns='equal'] tr > :first-child:nth-last-child(4) {
      box-sizing: border-box;
      inline-size: 34%;
    }
  }

  /* The narrowest column of a page, in a font as wide as Verdana. */
  @container (max-width: 17em) {
    .puntari-table :is(th, td) {
      padding-inline-end: var(--_space-1);
    }
  }

  /* Letters of twice the size on a small phone: numbers wrap rather than stick out. */
  @container (max-width: 14em) {
    .puntari-table {
      overflow-wrap: anywhere;
    }
  }
`;
