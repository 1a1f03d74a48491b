import type { FieldError, FieldValues, TopicCall } from '@puntari/contracts';
import {
  contactHelp,
  errorSummary,
  type FieldContext,
  fieldId,
  heading,
  inline,
  type Locale,
  messageFor,
  nameOf,
} from '@puntari/core';
import { html, type TemplateResult } from 'lit';

import type { Resolve } from '../pieces/document.js';
import { documentOf } from './topic-form.document.js';
import { proposalForm } from './topic-form.fields.js';
import { fieldsOf, inOrder } from './topic-form.model.js';

export interface OnePageOptions {
  readonly action: string;
  readonly values: FieldValues;
  readonly errors: readonly FieldError[];
  readonly level: number;
}

/** As they are: the page stands on the receiver, and the record too. */
const resolve: Resolve = (url) => url;

/** The whole form on one page, for a browser without JavaScript: the same fields, names and words as the form. */
export function onePage(call: TopicCall, locale: Locale, options: OnePageOptions): TemplateResult {
  const { action, values, errors, level } = options;
  const { t, lang } = locale;
  const messages = new Map(
    inOrder(errors, call).map((error) => [nameOf(error), messageFor(locale, error)]),
  );
  const context: FieldContext = { t, locale, values, errors: messages, isStatic: true };
  const asked = fieldsOf(call);
  const summary = [...messages].map(([name, message]) =>
    asked.includes(name) ? { name, message } : { message },
  );
  // Who has something to mend has read what the call is for.
  return html`${
      errors.length > 0
        ? heading(level, inline(call.title, lang))
        : documentOf(call, locale, level, resolve)
    }
    ${errorSummary(
      context,
      summary,
      level + 1,
      () => undefined,
      (name) => `#${fieldId(name)}`,
    )}
    <form method="post" action=${action} novalidate>
      <input type="hidden" name="lang" value=${lang} />
      ${proposalForm(call, context, { level: level + 1, resolve })}
      <div class="puntari-actions">
        <button class="puntari-button" type="submit">${t('check.send')}</button>
      </div>
    </form>
    ${contactHelp(locale, call.contact)}`;
}
