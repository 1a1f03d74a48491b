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

  .puntari-hint[data-over] {
    font-weight: 600;
    color: var(--_color-error);
  }
`;
