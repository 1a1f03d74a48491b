/** The fields of the block. One set of templates: the widget and the one page of the server ask the same. */
import { type FeedbackChannel, HEARD_EXPERIENCES } from '@puntari/contracts';
import {
  checkbox,
  describedBy,
  errorText,
  type FieldContext,
  fieldId,
  inline,
  longTextField,
  privacyText,
  radios,
  textField,
  valueOf,
} from '@puntari/core';
import { select } from '@puntari/core/select';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import { kindsOf, PLACE_FIELDS, wantsReply } from './feedback-block.model.js';

/** Feedback on a service and on a decision go to different people. In the order in which they are asked. */
const TARGETS = ['service', 'decision'] as const;
/** As many choices stand side by side; more are a list to open. */
const MAX_RADIOS = 7;

export interface FeedbackFormOptions {
  /**
   * Ask whom to reply to also before a reply is wished for: on a page without JavaScript nothing can bring the fields up
   * later. What stands in them is sent only with the wish.
   */
  readonly showsContact?: boolean;
  /** Whether there is a receiver that files can be sent to. */
  readonly takesFiles?: boolean;
  /** The files that were chosen, and how far they are. */
  readonly files?: unknown;
  /** What helps to say where, and needs the script. */
  readonly place?: unknown;
  /** Resolves a URL of the record against the record's own address. */
  readonly resolve?: (url: string) => string;
}

/** All fields, in order, and what is done with the answers. */
export function feedbackForm(
  channel: FeedbackChannel,
  context: FieldContext,
  options: FeedbackFormOptions = {},
): TemplateResult {
  const { t } = context;
  return html`${kindField(channel, context)} ${channel.asksTarget ? targetField(context) : nothing}
  ${serviceField(channel, context)}
  ${longTextField(context, {
    name: 'text',
    label: t('field.text'),
    hint: t('hint.text'),
    max: channel.limits.textMax,
  })}
  ${channel.asksExperience ? experienceField(context) : nothing}
  ${channel.asksLocation ? placeField(context, options.place) : nothing}
  ${channel.attachments && options.takesFiles ? filesField(channel.attachments, context, options.files) : nothing}
  ${checkbox(context, {
    name: 'mayBePublished',
    label: t('field.mayBePublished'),
    hint: t('hint.mayBePublished'),
    optional: true,
  })}
  ${replyFields(channel, context, options)}`;
}

/** The wish for a reply, whom to reply to, and what is done with the answers. */
export function replyFields(
  channel: FeedbackChannel,
  context: FieldContext,
  options: FeedbackFormOptions,
): TemplateResult {
  const { t, values } = context;
  const { showsContact = wantsReply(channel, values), resolve = (url: string) => url } = options;
  return html`${
    channel.offersReply
      ? html`${checkbox(context, {
          name: 'wantsReply',
          label: t('field.wantsReply'),
          optional: true,
        })}
        ${showsContact ? contactFields(context) : nothing}`
      : nothing
  }
  ${privacyNote(channel, context, resolve)}`;
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

function targetField(context: FieldContext): TemplateResult {
  const { t } = context;
  return radios(context, {
    name: 'target',
    label: t('field.target'),
    optional: true,
    choices: [
      ...TARGETS.map((code) => ({ value: code, label: t(`target.${code}`) })),
      { value: '', label: t('experience.unsaid'), isApart: true },
    ],
  });
}

function serviceField({ services = [] }: FeedbackChannel, context: FieldContext): unknown {
  if (services.length === 0) return nothing;
  const { t, locale } = context;
  const field = { name: 'serviceCode', label: t('field.service'), optional: true };
  const choices = services.map(({ code, label, group }) => {
    const said = locale.text(label);
    const name = inline(label, locale.lang);
    if (!group) return { value: code, label: name, said };
    return {
      value: code,
      label: html`${inline(group, locale.lang)}: ${name}`,
      said: { ...said, text: `${locale.text(group).text}: ${said.text}` },
    };
  });
  if (services.length > MAX_RADIOS) return select(context, { ...field, choices });
  const unsaid = { value: '', label: t('experience.unsaid'), isApart: true };
  return radios(context, { ...field, choices: [...choices, unsaid] });
}

/** In words, or as a point; without a map, since a map is somebody else's server. */
function placeField(context: FieldContext, more: unknown): TemplateResult {
  const { t, values, errors, isStatic } = context;
  const point = PLACE_FIELDS.slice(1);
  const isOpen = point.some((name) => errors.has(name) || valueOf(values, name) !== '');
  return html`<fieldset class="puntari-field-group place">
    <legend><span class="puntari-label">${`${t('field.place')} ${t('optional')}`}</span></legend>
    <div>
      ${textField(context, {
        name: 'location/address',
        label: t('field.address'),
        hint: t('hint.address'),
        isAlternative: true,
      })}
      ${more ?? nothing} ${isStatic ? nothing : html`<slot name="map"></slot>`}
      <details class="puntari-disclosure" ?open=${isOpen || isStatic === true}>
        <summary>${t('field.point')}</summary>
        ${point.map((name) =>
          textField(context, {
            name,
            label: t(`field.${name.replace('location/', '')}`),
            width: 'short',
            isAlternative: true,
            isLeftToRight: true,
          }),
        )}
      </details>
    </div>
  </fieldset>`;
}

function filesField(
  { maxFiles, maxSize, types }: NonNullable<FeedbackChannel['attachments']>,
  context: FieldContext,
  list: unknown,
): TemplateResult {
  const { t, locale } = context;
  const name = 'attachments';
  const id = fieldId(name);
  const isInvalid = context.errors.has(name);
  const size = locale.number(maxSize / 1_000_000, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  });
  const formats = locale.list(types.map((type) => t(`fileType.${type.replace(/^.*\//, '')}`)));
  return html`<div class="puntari-field" ?data-invalid=${isInvalid}>
    <label class="puntari-label" for=${id}>${`${t('field.attachments')} ${t('optional')}`}</label>
    <span class="puntari-hint" id="${id}-hint"
      >${t('hint.attachments', { count: maxFiles, size, formats })}</span
    >
    ${errorText(context, name)}
    <input
      class="files"
      type="file"
      id=${id}
      name=${name}
      multiple
      accept=${types.join()}
      aria-invalid=${ifDefined(isInvalid ? 'true' : undefined)}
      aria-describedby=${ifDefined(describedBy(`${id}-hint`, isInvalid && `${id}-error`))}
    />
    ${list ?? nothing}
  </div>`;
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

export const privacyNote = (
  { privacy }: FeedbackChannel,
  context: FieldContext,
  resolve?: (url: string) => string,
): TemplateResult =>
  html`<div class="privacy puntari-note">${privacyText(privacy, context, resolve)}</div>`;
