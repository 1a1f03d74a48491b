import { css } from 'lit';

/** A message in the flow of the page. The word tells the kind, color only helps. */
export const notice = css`
  .puntari-notice {
    margin-block: 0 var(--_space-5);
    padding: var(--_space-4);
    border: var(--_border-width) solid var(--_notice, var(--_color-info));
    border-inline-start-width: 0.375em;
    border-radius: var(--_notice-radius);
    background: var(--_notice-surface, var(--_color-info-surface));
  }

  .puntari-notice > :last-child {
    margin-block-end: 0;
  }

  .puntari-notice[data-kind='error'] {
    --_notice: var(--_color-error);
    --_notice-surface: var(--_color-error-surface);
  }

  .puntari-notice[data-kind='success'] {
    --_notice: var(--_color-success);
    --_notice-surface: var(--_color-success-surface);
  }

  .puntari-notice[data-kind='warning'] {
    --_notice: var(--_color-warning);
    --_notice-surface: var(--_color-warning-surface);
  }
`;
