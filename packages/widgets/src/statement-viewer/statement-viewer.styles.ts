import { css } from 'lit';

/** The count of answers and the filter. The statement itself is styled by statement-viewer.document.css. */
export const styles = css`
  .answers-so-far {
    margin-block-end: var(--_space-5);
    padding: var(--_space-4);
    border: var(--_border-width) solid var(--_color-border);
    border-radius: var(--_radius-medium);
    background: var(--_color-surface);
  }

  .answers-so-far > p:first-child {
    margin-block-end: var(--_space-2);
    font-weight: 600;
  }

  ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    max-inline-size: none;
    padding: 0;
    list-style: none;
  }

  li {
    padding: 0.125em var(--_space-2);
    border: var(--_border-width) solid var(--_color-border-strong);
    border-radius: var(--_radius-small);
    background: var(--_color-background);
  }

  li[data-status='accepted'],
  li[data-status='done'] {
    border-color: var(--_color-success);
    background: var(--_color-success-surface);
  }

  li[data-status='partly'],
  li[data-status='under-study'] {
    border-color: var(--_color-info);
    background: var(--_color-info-surface);
  }

  li[data-status='rejected'] {
    border-color: var(--_color-error);
    background: var(--_color-error-surface);
  }

  li[data-status='late'] {
    border-width: 2px;
    border-color: var(--_color-warning);
    background: var(--_color-warning-surface);
  }

  label {
    display: block;
    font-weight: 600;
  }

  select {
    inline-size: 100%;
    max-inline-size: 24em;
    min-block-size: var(--_target-size);
    margin-block-start: var(--_space-2);
    padding: var(--_space-2) var(--_space-3);
    border: 2px solid var(--_color-border-strong);
    border-radius: var(--_radius-small);
    background: var(--_color-background);
  }

  .result {
    margin-block: var(--_space-2) 0;
  }

  @media print {
    label,
    select,
    .result {
      display: none;
    }
  }
`;
