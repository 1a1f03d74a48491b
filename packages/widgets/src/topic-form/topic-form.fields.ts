/** The fields of the form. One set of templates: the widget and the one page of the server ask the same. */
import type { TopicCall } from '@puntari/contracts';
import {
  checkbox,
  checkboxes,
  type FieldContext,
  heading,
  inline,
  longTextField,
  privacyText,
  radios,
  textField,
} from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import type { Resolve } from '../pieces/document.js';
import { kindsOf, REASONS, textMax } from './topic-form.model.js';

export interface ProposalFormOptions {
  /** The level of the headings of the three parts. */
  readonly level: number;
  readonly resolve: Resolve;
  /** Stands below the question: advice, and topics that are like it. */
  readonly besideQuestion?: unknown;
}

const QUESTION_ROWS = 3;

/** All fields in three parts, and what is done with the answers. */
export function proposalForm(
  call: TopicCall,
  context: FieldContext,
  options: ProposalFormOptions,
): TemplateResult {
  const { t } = context;
  const { level } = options;
  return html`${heading(level, t('part.topic'), { id: 'step' })}
  ${topicFields(call, context, options)} ${heading(level, t('part.panel'))}
  ${panelFields(call, context)} ${heading(level, t('part.you'))}
  ${proposerFields(call, context, options)}`;
}

function topicFields(
  call: TopicCall,
  context: FieldContext,
  { besideQuestion = nothing }: ProposalFormOptions,
): TemplateResult {
  const { t } = context;
  const max = textMax(call);
  return html`${textField(context, {
    name: 'title',
    label: t('field.title'),
    hint: t('hint.title'),
    spellcheck: true,
  })}
  ${longTextField(context, {
    name: 'question',
    label: t('field.question'),
    hint: t('hint.question'),
    rows: QUESTION_ROWS,
    max,
  })}
  ${besideQuestion}
  ${longTextField(context, {
    name: 'background',
    label: t('field.background'),
    hint: t('hint.background'),
    optional: true,
    max,
  })}`;
}

function panelFields(call: TopicCall, context: FieldContext): TemplateResult {
  const { t } = context;
  return html`${checkboxes(context, {
    name: 'suitability/reasons',
    label: t('field.suitability.reasons'),
    hint: t('hint.reasons'),
    choices: REASONS.map((code) => ({ value: code, label: t(`reason.${code}`) })),
  })}
  ${longTextField(context, {
    name: 'suitability/text',
    label: t('field.suitability.text'),
    hint: t('hint.suitabilityText'),
    optional: true,
    rows: QUESTION_ROWS,
    max: textMax(call),
  })}
  ${areaFields(call, context)} ${decisionFields(call, context)}`;
}

function areaFields({ areas = [] }: TopicCall, context: FieldContext): TemplateResult {
  const { t, locale } = context;
  const isChosen = areas.length > 0;
  return html`${
    isChosen
      ? checkboxes(context, {
          name: 'area/ids',
          label: t('field.area.ids'),
          optional: true,
          choices: areas.map(({ id, label }) => ({ value: id, label: inline(label, locale.lang) })),
        })
      : nothing
  }
  ${textField(context, {
    name: 'area/text',
    label: t(isChosen ? 'field.area.other' : 'field.area.ids'),
    optional: true,
    spellcheck: true,
  })}`;
}

function decisionFields({ decisions = [] }: TopicCall, context: FieldContext): TemplateResult {
  const { t } = context;
  const isChosen = decisions.length > 0;
  return html`${
    isChosen
      ? radios(context, {
          name: 'decision/id',
          label: t('field.decision.id'),
          optional: true,
          choices: [
            ...decisions.map((decision) => ({
              value: decision.id,
              label: decisionLabel(decision, context),
            })),
            // A radio button cannot be taken back, so that not knowing is a choice too.
            { value: '', label: t('decision.unknown'), isApart: true },
          ],
        })
      : nothing
  }
  ${textField(context, {
    name: 'decision/text',
    label: t(isChosen ? 'field.decision.other' : 'field.decision.id'),
    hint: t('hint.decisionText'),
    optional: true,
    spellcheck: true,
  })}`;
}

/** The decision, and below it who decides and when. */
export function decisionLabel(
  { title, body, plannedOn }: NonNullable<TopicCall['decisions']>[number],
  { locale }: Pick<FieldContext, 'locale'>,
): TemplateResult {
  const { lang, t } = locale;
  const by = body ? inline(body.name, lang) : nothing;
  const on = plannedOn ? locale.date(plannedOn) : nothing;
  const comma = body && plannedOn ? `${t('comma')} ` : nothing;
  return html`${inline(title, lang)}${
    body || plannedOn ? html`<br /><span class="puntari-hint">${by}${comma}${on}</span>` : nothing
  }`;
}

function proposerFields(
  call: TopicCall,
  context: FieldContext,
  { resolve }: ProposalFormOptions,
): TemplateResult {
  const { t } = context;
  const kinds = kindsOf(call);
  const [only = ''] = kinds;
  return html`${
      kinds.length === 1
        ? html`<input type="hidden" name="proposer/kind" value=${only} />`
        : radios(context, {
            name: 'proposer/kind',
            label: t('field.proposer.kind'),
            choices: kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
          })
    }
    ${textField(context, {
      name: 'proposer/name',
      label: t('field.proposer.name'),
      ...(kinds.includes('group') ? { hint: t('hint.group') } : {}),
      autocomplete: 'name',
      autocapitalize: 'words',
    })}
    ${reachFields(context)}
    ${checkbox(context, {
      name: 'nameMayBePublished',
      label: t('field.nameMayBePublished'),
      hint: t('hint.nameMayBePublished'),
      optional: true,
    })}
    <div class="privacy puntari-note">${privacyText(call.privacy, context, resolve)}</div>`;
}

function reachFields(context: FieldContext): TemplateResult {
  const { t } = context;
  return html`<fieldset class="puntari-field-group">
    <legend>
      <span class="puntari-label">${t('reach.title')}</span>
      <span class="puntari-hint">${t('reach.hint')}</span>
    </legend>
    <div class="reach">
      ${textField(context, {
        name: 'proposer/email',
        label: t('field.proposer.email'),
        type: 'email',
        autocomplete: 'email',
        autocapitalize: 'none',
        isAlternative: true,
        isLeftToRight: true,
      })}
      ${textField(context, {
        name: 'proposer/phone',
        label: t('field.proposer.phone'),
        type: 'tel',
        autocomplete: 'tel',
        width: 'medium',
        isAlternative: true,
        isLeftToRight: true,
      })}
    </div>
  </fieldset>`;
}
