import { css } from 'lit';

/** `data-kind`: `secondary`, or `plain`, which looks like a link and acts here in place of leading somewhere. */
export const button = css`
  .puntari-button {
    display: inline-block;
    min-block-size: var(--_target-size);
    min-inline-size: var(--_target-size);
    padding: var(--_space-3) var(--_space-5);
    border: var(--_control-border-width) solid var(--_color-action);
    border-radius: var(--_button-radius);
    background: var(--_color-action);
    color: var(--_color-action-text);
    font-weight: 600;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }

  .puntari-button:hover {
    border-color: var(--_color-action-hover);
    background: var(--_color-action-hover);
    color: var(--_color-action-text);
  }

  .puntari-button[data-kind] {
    background: transparent;
    color: var(--_color-action);
  }

  .puntari-button[data-kind]:hover {
    color: var(--_color-action-hover);
  }

  .puntari-button[data-kind='plain'] {
    padding: var(--_space-2) 0;
    border: 0;
    color: var(--_color-link);
    font-weight: 400;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  .puntari-button[data-kind='plain']:hover {
    color: var(--_color-link-hover);
    text-decoration-thickness: 0.15em;
  }

  /* Never disabled: a disabled button says nothing and loses focus. */
  .puntari-button[aria-disabled='true'] {
    cursor: progress;
    opacity: 0.75;
  }

  .puntari-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-4);
    margin-block: var(--_space-5);
  }

  @container (max-width: 24em) {
    .puntari-actions > .puntari-button {
      inline-size: 100%;
    }
  }

  /* On paper nothing can be pressed. */
  @media print {
    .puntari-actions,
    .puntari-button {
      display: none;
    }
  }
`;
