/** The fields of the block. One set of templates: the widget and the one page of the server ask the same. */
import { type FeedbackChannel, HEARD_EXPERIENCES } from '@puntari/contracts';
import {
  checkbox,
  type FieldContext,
  inline,
  longTextField,
  radios,
  textField,
} from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import { kindsOf, wantsReply } from './feedback-block.model.js';

export interface FeedbackFormOptions {
  /**
   * Ask whom to reply to also before a reply is wished for: on a page without JavaScript nothing can bring the fields up
   * later. What stands in them is sent only with the wish.
   */
  readonly showsContact?: boolean;
  /** Resolves a URL of the record against the record's own address. */
  readonly resolve?: (url: string) => string;
}

/** All fields, in order, and what is done with the answers. */
export function feedbackForm(
  channel: FeedbackChannel,
  context: FieldContext,
  options: FeedbackFormOptions = {},
): TemplateResult {
  const { t, values } = context;
  const { showsContact = wantsReply(channel, values), resolve = (url: string) => url } = options;
  return html`${kindField(channel, context)}
  ${longTextField(context, {
    name: 'text',
    label: t('field.text'),
    hint: t('hint.text'),
    max: channel.limits.textMax,
  })}
  ${channel.asksExperience ? experienceField(context) : nothing}
  ${checkbox(context, {
    name: 'mayBePublished',
    label: t('field.mayBePublished'),
    hint: t('hint.mayBePublished'),
    optional: true,
  })}
  ${
    channel.offersReply
      ? html`${checkbox(context, {
          name: 'wantsReply',
          label: t('field.wantsReply'),
          optional: true,
        })}
        ${showsContact ? contactFields(context) : nothing}`
      : nothing
  }
  ${privacyText(channel, context, resolve)}`;
}

function kindField(channel: FeedbackChannel, context: FieldContext): TemplateResult {
  const { t } = context;
  const kinds = kindsOf(channel);
  if (kinds.length === 1) return html`<input type="hidden" name="kind" value=${kinds[0] ?? ''} />`;
  return radios(context, {
    name: 'kind',
    label: t('field.kind'),
    choices: kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
  });
}

/** A radio button cannot be taken back, so that not answering is a choice too. */
function experienceField(context: FieldContext): TemplateResult {
  const { t } = context;
  return radios(context, {
    name: 'experience',
    label: t('field.experience'),
    optional: true,
    choices: [
      ...HEARD_EXPERIENCES.map((code) => ({ value: code, label: t(`experience.${code}`) })),
      { value: '', label: t('experience.unsaid'), isApart: true },
    ],
  });
}

function contactFields(context: FieldContext): TemplateResult {
  const { t } = context;
  return html`<fieldset class="puntari-field-group reply">
    <legend>
      <span class="puntari-label">${t('reply.title')}</span>
      <span class="puntari-hint">${t('reply.hint')}</span>
    </legend>
    <div>
      ${textField(context, {
        name: 'contact/name',
        label: t('field.contact.name'),
        autocomplete: 'name',
        autocapitalize: 'words',
        optional: true,
      })}
      ${textField(context, {
        name: 'contact/email',
        label: t('field.contact.email'),
        type: 'email',
        autocomplete: 'email',
        autocapitalize: 'none',
        isAlternative: true,
        isLeftToRight: true,
      })}
      ${textField(context, {
        name: 'contact/phone',
        label: t('field.contact.phone'),
        type: 'tel',
        autocomplete: 'tel',
        width: 'medium',
        isAlternative: true,
        isLeftToRight: true,
      })}
    </div>
  </fieldset>`;
}

function privacyText(
  { privacy }: FeedbackChannel,
  { t, locale }: FieldContext,
  resolve: (url: string) => string,
): TemplateResult {
  const { controller, purpose, legalBasis, retainUntil, noticeUrl } = privacy;
  const { lang } = locale;
  return html`<div class="privacy puntari-note">
    <p>${t('privacy.controller')} ${inline(controller, lang)}</p>
    <p>${inline(purpose, lang)}</p>
    <p>${t('privacy.basis')} ${inline(legalBasis, lang)}</p>
    <p>
      ${t('privacy.until', { date: locale.date(retainUntil) })}
      <a href=${resolve(locale.text(noticeUrl).text)}>${t('privacy.notice')}</a>
    </p>
  </div>`;
}
