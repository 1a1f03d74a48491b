import type { FeedbackChannel, FieldError, FieldValues } from '@puntari/contracts';
import {
  contactDetails,
  errorSummary,
  type FieldContext,
  fieldId,
  heading,
  inline,
  type Locale,
  messageFor,
  nameOf,
  radios,
  valueOf,
  valuesOf,
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
  if (form === 'question') return html`${mark} ${questionField(channel, context)}`;
  if (form === 'survey') return html`${mark} ${surveyFields(channel, context)}`;
  if (form === 'accessibility')
    return html`${mark} ${accessibilityFields(channel, context, { showsContact: true })}`;
  return feedbackForm(channel, context, {
    showsContact: true,
    takesFiles: true,
    files: keptFiles(context),
  });
}

/** The answer to the one-line question, for somebody who changes it. */
function questionField({ question }: FeedbackChannel, context: FieldContext): TemplateResult {
  const { t, locale } = context;
  return radios(context, {
    name: 'helped',
    label: question ? inline(question, locale.lang) : t('question.helped'),
    choices: [
      { value: 'true', label: t('yes') },
      { value: 'false', label: t('no') },
    ],
  });
}

/** The files of a form that came back: they have arrived, and a browser cannot choose them again. */
function keptFiles({ t, values }: FieldContext): unknown {
  const kept = valuesOf(values, 'attachments');
  if (kept.length === 0) return nothing;
  return html`<fieldset class="puntari-field-group">
    <legend><span class="puntari-hint">${t('files.kept')}</span></legend>
    <div class="puntari-choices">
      ${kept.map(
        (json) =>
          html`<label class="puntari-choice">
            <input type="checkbox" name="attachments" value=${json} checked />
            <span><bdi>${nameOfFile(json)}</bdi></span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

function nameOfFile(json: string): string {
  try {
    const { name } = JSON.parse(json) as { name?: unknown };
    return typeof name === 'string' ? name : json;
  } catch {
    return json;
  }
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
  return html`${heading(level, inline(channel.title, lang))}
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
