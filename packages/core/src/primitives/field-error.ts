import { css } from 'lit';

/** What a field has while its answer has to be mended. */
export const fieldError = css`
  .puntari-field[data-invalid] {
    padding-inline-start: var(--_space-4);
    border-inline-start: 0.25em solid var(--_color-error);
  }

  .puntari-field[data-invalid] .puntari-control {
    border-color: var(--_color-error);
  }

  .puntari-field-error {
    display: block;
    margin-block: var(--_space-2) 0;
    font-weight: 600;
    color: var(--_color-error);
  }

  /* A mark beside the words, for those who do not see its color; without a word of its own for those who listen. */
  .puntari-field-error::before {
    content: '!' / '';
    display: inline-block;
    inline-size: 1.25em;
    margin-inline-end: var(--_space-2);
    border-radius: 50%;
    background: var(--_color-error);
    line-height: 1.25;
    text-align: center;
    color: var(--_color-background);
  }

  .puntari-hint[data-over] {
    font-weight: 600;
    color: var(--_color-error);
  }

  @media (forced-colors: active) {
    .puntari-field-error::before {
      outline: solid 0.125em;
    }
  }
`;
