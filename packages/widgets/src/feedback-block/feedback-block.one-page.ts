import type { FeedbackChannel, FieldError, FieldValues } from '@puntari/contracts';
import {
  contactDetails,
  errorSummary,
  type FieldContext,
  fieldId,
  heading,
  type Locale,
  messageFor,
  nameOf,
  valueOf,
} from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import { accessibilityFields } from './feedback-block.accessibility.js';
import { feedbackForm } from './feedback-block.fields.js';
import { surveyFields } from './feedback-block.survey.js';

export interface OnePageOptions {
  readonly action: string;
  readonly values: FieldValues;
  readonly errors: readonly FieldError[];
  readonly level: number;
}

/** The fields of the form that was begun, with the name under which it goes on. */
function fieldsOf(channel: FeedbackChannel, context: FieldContext): unknown {
  const form = valueOf(context.values, 'form');
  const mark = html`<input type="hidden" name="form" value=${form} />`;
  if (form === 'survey') return html`${mark} ${surveyFields(channel, context)}`;
  if (form === 'accessibility')
    return html`${mark} ${accessibilityFields(channel, context, { showsContact: true })}`;
  return feedbackForm(channel, context, { showsContact: true, takesFiles: true });
}

/** The whole form on one page, for a browser without JavaScript: the same fields, names and words as the block. */
export function onePage(
  channel: FeedbackChannel,
  locale: Locale,
  options: OnePageOptions,
): TemplateResult {
  const { action, values, errors, level } = options;
  const { t, lang } = locale;
  const messages = new Map(errors.map((error) => [nameOf(error), messageFor(locale, error)]));
  const context: FieldContext = { t, locale, values, errors: messages, isStatic: true };
  const subject = valueOf(values, 'subject');
  const summary = [...messages].map(([name, message]) => ({ name, message }));
  return html`${heading(level, locale.text(channel.title).text)}
    ${errorSummary(
      context,
      summary,
      level + 1,
      () => undefined,
      (name) => `#${fieldId(name)}`,
    )}
    <form
      method="post"
      enctype=${ifDefined(channel.attachments ? 'multipart/form-data' : undefined)}
      action=${action}
      novalidate
    >
      <input type="hidden" name="lang" value=${lang} />
      ${subject ? html`<input type="hidden" name="subject" value=${subject} />` : nothing}
      ${fieldsOf(channel, context)}
      <div class="puntari-actions">
        <button class="puntari-button" type="submit">${t('send.button')}</button>
      </div>
    </form>
    <div class="puntari-help">
      <p>${t('help')}</p>
      ${contactDetails(locale, channel.contact)}
    </div>`;
}
