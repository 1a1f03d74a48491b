import { html, nothing, type TemplateResult } from 'lit';

import { heading } from '../heading.js';
import { errorIcon } from '../icons.js';
import { type SummaryError, SUMMARY_HEADING } from './summary-heading.js';
import type { FieldContext } from './field-context.js';

/**
 * What must be mended, first thing in the step, in the order of the fields and in the words that stand beside them.
 *
 * @param onJump - Called with the field's name when its link is followed.
 * @param href - The link's address; on a page without JavaScript it is the field's own.
 */
export function errorSummary(
  context: Pick<FieldContext, 't'>,
  errors: readonly SummaryError[],
  level: number,
  onJump: (name: string) => void,
  href: (name: string) => string = () => '#',
): TemplateResult | typeof nothing {
  if (errors.length === 0) return nothing;
  const title = context.t('errorSummary', { count: errors.length });
  const item = ({ message, name }: SummaryError): unknown => {
    if (name === undefined) return message;
    // A fragment in a shadow root moves no focus and would change the page's address.
    const onClick = (event: Event): void => {
      event.preventDefault();
      onJump(name);
    };
    return html`<a href=${href(name)} @click=${onClick}>${message}</a>`;
  };
  return html`<div class="puntari-error-summary">
    ${heading(level, html`${errorIcon()}${title}`, { id: SUMMARY_HEADING })}
    <ul>
      ${errors.map((error) => html`<li>${item(error)}</li>`)}
    </ul>
  </div>`;
}
