import { css } from 'lit';

/** A status in a word; color only helps. `data-status` takes the codes of an answer or of a topic. */
export const tag = css`
  .puntari-tag {
    display: inline-block;
    padding: 0.125em var(--_space-2);
    border: var(--_border-width) solid var(--_color-border-strong);
    border-radius: var(--_tag-radius);
    background: var(--_color-background);
    font-weight: 600;
    line-height: var(--_line-height);
    color: var(--_color-text);
  }

  .puntari-tag:is([data-kind='success'], [data-status='accepted'], [data-status='done']) {
    border-color: var(--_color-success);
    background: var(--_color-success-surface);
  }

  .puntari-tag:is([data-kind='info'], [data-status='partly'], [data-status='under-study']) {
    border-color: var(--_color-info);
    background: var(--_color-info-surface);
  }

  .puntari-tag:is([data-kind='error'], [data-status='rejected']) {
    border-color: var(--_color-error);
    background: var(--_color-error-surface);
  }

  .puntari-tag:is([data-kind='warning'], [data-status='late']) {
    border-width: 2px;
    border-color: var(--_color-warning);
    background: var(--_color-warning-surface);
  }
`;
