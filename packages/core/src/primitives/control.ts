import { css } from 'lit';

/** Label, hint and control of a field. */
export const control = css`
  .puntari-label {
    display: block;
    font-weight: 600;
  }

  .puntari-hint {
    display: block;
    margin-block: var(--_space-1) 0;
    font-weight: 400;
    color: var(--_color-text-muted);
  }

  .puntari-control {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_target-size);
    margin-block-start: var(--_space-2);
    padding: var(--_space-2) var(--_space-3);
    border: var(--_control-border-width) solid var(--_color-border-strong);
    border-radius: var(--_control-radius);
    background: var(--_color-background);
  }

  /* Width tells how long an answer is expected; the field itself takes more. */
  .puntari-control[data-width='short'] {
    max-inline-size: 8em;
  }

  .puntari-control[data-width='medium'] {
    max-inline-size: 20em;
  }

  /* Finnish is often written on an Arabic page, and its full stop belongs after it; so does the reverse. */
  textarea.puntari-control {
    resize: vertical;
    unicode-bidi: plaintext;
  }

  .puntari-control:focus {
    outline: 3px solid var(--_color-focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_color-focus-inner);
  }
`;
