import { css } from 'lit';

export const button = css`
  button,
  .button {
    display: inline-block;
    min-block-size: var(--_target-size);
    min-inline-size: var(--_target-size);
    padding: var(--_space-3) var(--_space-5);
    border: 2px solid var(--_color-action);
    border-radius: var(--_radius-small);
    background: var(--_color-action);
    color: var(--_color-action-text);
    font-weight: 600;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }

  button:hover,
  .button:hover {
    border-color: var(--_color-action-hover);
    background: var(--_color-action-hover);
    color: var(--_color-action-text);
  }

  button.secondary {
    background: transparent;
    color: var(--_color-action);
  }

  button.secondary:hover {
    border-color: var(--_color-action-hover);
    color: var(--_color-action-hover);
  }

  /* Looks like a link, is a button: it acts here and leads nowhere. */
  button.plain {
    padding-inline: 0;
    border: 0;
    background: transparent;
    color: var(--_color-link);
    font-weight: 400;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  button.plain:hover {
    color: var(--_color-link-hover);
    text-decoration-thickness: 0.15em;
  }

  /* Never disabled: a disabled button says nothing and loses focus. */
  button[aria-disabled='true'] {
    cursor: progress;
    opacity: 0.75;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-4);
    margin-block-start: var(--_space-6);
  }

  /* On paper nothing can be pressed. */
  @media print {
    button,
    .button {
      display: none;
    }
  }

  @container (max-width: 24em) {
    .actions > button {
      inline-size: 100%;
    }
  }
`;
