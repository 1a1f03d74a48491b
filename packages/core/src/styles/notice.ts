import { css } from 'lit';

/** Messages in the flow of the page: information, success, warning, error. The word tells the kind, color only helps. */
export const notice = css`
  .notice {
    margin-block: 0 var(--_space-5);
    padding: var(--_space-4);
    border: var(--_border-width) solid var(--_notice, var(--_color-info));
    border-inline-start-width: 0.375em;
    border-radius: var(--_radius-small);
    background: var(--_notice-surface, var(--_color-info-surface));
  }

  .notice > :last-child {
    margin-block-end: 0;
  }

  .notice.error {
    --_notice: var(--_color-error);
    --_notice-surface: var(--_color-error-surface);
  }

  .notice.success {
    --_notice: var(--_color-success);
    --_notice-surface: var(--_color-success-surface);
  }

  .notice.warning {
    --_notice: var(--_color-warning);
    --_notice-surface: var(--_color-warning-surface);
  }
`;
