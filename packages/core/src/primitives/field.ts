import { css } from 'lit';

/** What holds the parts of a field together, and choices. */
export const field = css`
  .puntari-field {
    min-inline-size: 0;
    margin: 0 0 var(--_space-6);
    padding: 0;
    border: 0;
  }

  .puntari-field-group {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  /* Floated, or a legend sits on the edge of its fieldset and the mark of an error begins below it. */
  :host :where(legend) {
    float: left;
    inline-size: 100%;
    /* What comes after a float has no margin of its own. */
    padding: 0 0 var(--_space-2);
  }

  :host :where(legend + *) {
    clear: both;
  }

  .puntari-choices {
    margin-block-start: var(--_space-2);
  }

  /* The whole row is the target. */
  .puntari-choice {
    display: flex;
    gap: var(--_space-3);
    min-block-size: var(--_target-size);
    padding-block: var(--_space-2);
    cursor: pointer;
  }

  .puntari-choice > input {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    margin: 0;
    accent-color: var(--_color-action);
    cursor: pointer;
  }

  /* Under the words of the box, not under the box. */
  .puntari-choice + .puntari-hint {
    margin-block: 0;
    margin-inline-start: calc(1.5em + var(--_space-3));
  }

  .puntari-or {
    margin-block: var(--_space-1);
  }
`;
