import { css } from 'lit';

/** Fields, groups of choices and the error summary. */
export const field = css`
  form {
    margin: 0;
  }

  .field {
    margin-block: 0 var(--_space-6);
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  /* Floated, or a legend sits on the edge of its fieldset and the mark of an error begins below it. */
  legend {
    float: left;
    inline-size: 100%;
    /* What comes after a float has no margin of its own. */
    padding: 0 0 var(--_space-2);
    max-inline-size: var(--_measure);
  }

  legend + * {
    clear: both;
  }

  label,
  .question {
    display: block;
    font-weight: 600;
    max-inline-size: var(--_measure);
  }

  .hint {
    display: block;
    margin-block: var(--_space-1) 0;
    max-inline-size: var(--_measure);
    font-weight: 400;
    color: var(--_color-text-muted);
  }

  .reason {
    margin-block: var(--_space-2) 0;
    color: var(--_color-text-muted);
  }

  .field-error {
    display: block;
    margin-block: var(--_space-2) 0;
    font-weight: 600;
    color: var(--_color-error);
  }

  .field.invalid {
    padding-inline-start: var(--_space-4);
    border-inline-start: 0.25em solid var(--_color-error);
  }

  .control {
    display: block;
    inline-size: 100%;
    max-inline-size: 34em;
    min-block-size: var(--_target-size);
    margin-block-start: var(--_space-2);
    padding: var(--_space-2) var(--_space-3);
    border: 2px solid var(--_color-border-strong);
    border-radius: var(--_radius-small);
    background: var(--_color-background);
  }

  /* Width tells how long an answer is expected; the field itself takes more. */
  .control.short {
    max-inline-size: 8em;
  }

  .control.medium {
    max-inline-size: 20em;
  }

  textarea.control {
    resize: vertical;
    max-inline-size: var(--_measure);
  }

  .control:focus {
    outline: 3px solid var(--_color-focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_color-focus-inner);
  }

  .invalid .control {
    border-color: var(--_color-error);
  }

  .choices {
    margin-block-start: var(--_space-2);
  }

  /* The whole row is the target. */
  .choice {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-3);
    min-block-size: var(--_target-size);
    padding-block: var(--_space-2);
    max-inline-size: var(--_measure);
    font-weight: 400;
    cursor: pointer;
  }

  .choice input {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    margin: 0;
    accent-color: var(--_color-action);
    cursor: pointer;
  }

  /* Under the words of the box, not under the box. */
  .choice + .hint {
    margin-block: 0;
    margin-inline-start: calc(1.5em + var(--_space-3));
  }

  .or {
    margin-block: var(--_space-1);
  }

  .count {
    margin-block: var(--_space-1) 0;
    color: var(--_color-text-muted);
  }

  .count.over {
    font-weight: 600;
    color: var(--_color-error);
  }

  .summary {
    margin-block: 0 var(--_space-6);
    padding: var(--_space-4) var(--_space-5);
    border: 3px solid var(--_color-error);
    border-radius: var(--_radius-small);
    background: var(--_color-background);
  }

  .summary ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .summary li {
    margin-block: var(--_space-2);
  }

  .summary a {
    display: inline-block;
    padding-block: var(--_space-1);
    font-weight: 600;
    color: var(--_color-error);
  }

  .reference {
    font-size: var(--_font-size-large);
    font-weight: 700;
    letter-spacing: 0.05em;
    user-select: all;
  }

  @media (forced-colors: active) {
    .field.invalid,
    .invalid .control {
      border-color: CanvasText;
    }
  }
`;
