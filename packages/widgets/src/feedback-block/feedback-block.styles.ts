import { css } from 'lit';

export const styles = css`
  /* Stands under the box that brings it up, and looks like a part of it. */
  .reply {
    margin-block: 0 var(--_space-6);
    padding-inline-start: var(--_space-5);
    border-inline-start: 0.25em solid var(--_color-border-strong);
  }

  .reply > div {
    padding-block-start: var(--_space-4);
  }

  .reply .puntari-field:last-child {
    margin-block-end: 0;
  }

  .privacy p {
    margin-block-end: var(--_space-1);
  }

  .privacy a {
    display: inline-block;
    padding-block: var(--_space-2);
  }

  .place > div {
    padding-block-end: var(--_space-4);
  }

  .files {
    max-inline-size: 100%;
    min-block-size: var(--_target-size);
    margin-block-start: var(--_space-2);
  }

  [data-form='question'] :is(.puntari-actions, p) {
    margin-block: var(--_space-2);
  }

  ::slotted([slot='document']) {
    margin-block-end: var(--_space-5);
  }
`;
