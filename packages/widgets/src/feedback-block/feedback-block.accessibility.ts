/** Feedback on what does not work for somebody: ready to be linked from the accessibility statement of a site. */
import {
  ACCESSIBILITY_ANSWER_DAYS,
  type FeedbackChannel,
  type FieldValues,
} from '@puntari/contracts';
import {
  contactDetails,
  type FieldContext,
  heading,
  inline,
  type Locale,
  longTextField,
  paragraphs,
  textField,
  valueOf,
} from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import { row } from './feedback-block.document.js';
import { type FeedbackFormOptions, replyFields } from './feedback-block.fields.js';
import type { BlockForm, DocumentOptions } from './feedback-block.forms.js';
import { renderBlock } from './feedback-block.frame.js';
import { replyFieldsOf } from './feedback-block.model.js';

const PAGE = 'page:';

/** What did not work, where, with what; never who somebody is, unless a reply is wished for. */
export function accessibilityFields(
  channel: FeedbackChannel,
  context: FieldContext,
  options: FeedbackFormOptions = {},
): TemplateResult {
  const { t } = context;
  return html`${longTextField(context, {
    name: 'text',
    label: t('accessibility.text'),
    hint: t('hint.text'),
    max: channel.limits.textMax,
  })}
  ${textField(context, {
    name: 'where',
    label: t('accessibility.where'),
    hint: t('accessibility.whereHint'),
    optional: true,
    isLeftToRight: true,
  })}
  ${textField(context, {
    name: 'tool',
    label: t('accessibility.tool'),
    hint: t('accessibility.toolHint'),
    optional: true,
  })}
  ${replyFields(channel, context, options)}`;
}

/** Who reads it, the time the law gives, and whom to turn to when the answer does not satisfy. */
function accessibilityText(
  { readBy, supervisor }: FeedbackChannel,
  locale: Locale,
  { level }: DocumentOptions,
): TemplateResult {
  const { t, lang } = locale;
  return html`${heading(level, t('accessibility.title'))}
    <p>${t('accessibility.intro')}</p>
    <dl class="puntari-facts">
      ${row(t('about.readBy'), inline(readBy, lang))}
      ${row(t('about.answerBy'), t('accessibility.within', { count: ACCESSIBILITY_ANSWER_DAYS }))}
      ${
        supervisor
          ? row(
              t('accessibility.supervisor'),
              html`<p>${inline(supervisor.name, lang)}</p>
                ${supervisor.text ? paragraphs(supervisor.text, lang) : html`<p>${t('accessibility.request')}</p>`}
                ${supervisor.contact ? contactDetails(locale, supervisor.contact) : nothing}`,
            )
          : nothing
      }
    </dl>`;
}

/** The address of a page, without what a query or a fragment may tell of a person. */
function addressOf(subject: string | undefined): string {
  const path = subject?.startsWith(PAGE) ? subject.slice(PAGE.length) : location.pathname;
  return location.origin + path;
}

/** The addresses that nobody wrote: they may be replaced when the page goes on to another. */
const shown = new Set<string>();

function addressAtStart(subject: string | undefined, values: FieldValues): FieldValues {
  if ('where' in values && !shown.has(valueOf(values, 'where'))) return {};
  const where = addressOf(subject);
  shown.add(where);
  return { where };
}

export const form: BlockForm = {
  name: 'accessibility',
  fieldsOf: (channel, values) => ['text', 'where', 'tool', ...replyFieldsOf(channel, values)],
  valuesAtStart: addressAtStart,
  documentOf: (channel, locale, options) => ({
    key: `${channel.id}@${channel.version}@${locale.lang}@h${String(options.level)}@accessibility`,
    template: accessibilityText(channel, locale, options),
  }),
  render: (channel, block) =>
    renderBlock(channel, block, {
      form: 'accessibility',
      fields: accessibilityFields(channel, block.context, { resolve: block.resolve }),
      button: block.locale.t('send.button'),
      thanks: block.locale.t('receipt.title'),
    }),
};
