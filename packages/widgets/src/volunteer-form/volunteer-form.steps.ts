/** The fields of each step. One set of templates: the steps in the browser and the one page of the server are the same. */
import {
  CONTACT_METHODS,
  NO_SESSION,
  NOT_STATED,
  type Panel,
  SUPPORT_NEEDS,
} from '@puntari/contracts';
import {
  birthYearField,
  checkbox,
  checkboxes,
  type Choice,
  type FieldContext,
  inline,
  longTextField,
  privacyText,
  radios,
  textField,
  valueOf,
} from '@puntari/core';
import { matching, searchedSelect, searchName } from '@puntari/core/searched-select';
import { select } from '@puntari/core/select';
import { html, nothing, type TemplateResult } from 'lit';

import { sessionText } from './volunteer-form.document.js';
import { birthYearHint } from './volunteer-form.messages.js';
import { codesOf, isProtected, type Step } from './volunteer-form.model.js';

type Question = Panel['questions'][number];
type Resolve = (url: string) => string;

/** More choices than this are a select: a long column of radios is slow to get past. */
const MOST_RADIOS = 7;
/** More than these are searched: nobody scrolls through all municipalities on a phone. */
const MOST_UNSEARCHED = 15;
const LONGEST_NOTE = 1000;

const yesNo = ({ t }: FieldContext): Choice[] => [
  { value: 'true', label: t('yes') },
  { value: 'false', label: t('no') },
];

function eligibility(panel: Panel, context: FieldContext): TemplateResult {
  const { t, locale } = context;
  const { registration } = panel;
  const { excluded, residence } = registration;
  return html`${
    registration.mode === 'invited'
      ? textField(context, {
          name: 'invitationCode',
          label: t('field.invitationCode'),
          hint: t('hint.invitationCode'),
          width: 'medium',
          autocapitalize: 'none',
          isLeftToRight: true,
        })
      : nothing
  }
  ${radios(context, { name: 'eligibility/livesInArea', label: inline(residence, locale.lang), choices: yesNo(context) })}
  ${
    excluded
      ? radios(context, {
          name: 'eligibility/excluded',
          label: inline(excluded, locale.lang),
          choices: yesNo(context),
        })
      : nothing
  }
  ${birthYearField(context, {
    name: 'birthYear',
    label: t('field.birthYear'),
    hint: birthYearHint(panel, context),
  })}`;
}

function background(panel: Panel, context: FieldContext): TemplateResult {
  return html`${panel.questions.map((question) => backgroundQuestion(question, context))}`;
}

function choicesOf(question: Question, { t, locale }: FieldContext): Choice[] {
  return codesOf(question).map((code) => {
    const option = question.options.find((candidate) => candidate.code === code);
    return option
      ? {
          value: code,
          label: inline(option.label, locale.lang),
          said: locale.text(option.label),
        }
      : { value: NOT_STATED, label: t('preferNotToSay'), isApart: true };
  });
}

/** What a choice is called, as plain text. */
const choiceText =
  ({ t }: FieldContext) =>
  ({ said }: Choice): string =>
    said?.text ?? t('preferNotToSay');

function backgroundQuestion(question: Question, context: FieldContext): TemplateResult {
  const { t, locale } = context;
  const { id, label, hint, reason, ownWords } = question;
  const choices = choicesOf(question, context);
  const options = {
    name: `strata/${id}`,
    label: inline(label, locale.lang),
    reason: inline(reason, locale.lang),
    choices,
    ...(hint ? { hint: inline(hint, locale.lang) } : {}),
  };
  return html`${
    choices.length > MOST_UNSEARCHED
      ? searchedSelect(context, options, {
          label: t('search.label'),
          found: (count) => t('search.found', { count }),
          textOf: choiceText(context),
        })
      : (choices.length > MOST_RADIOS + 1 ? select : radios)(context, options)
  }
  ${
    ownWords
      ? textField(context, {
          name: `ownWords/${id}`,
          label: t('field.ownWords', { question: locale.text(label).text }),
          hint: t('hint.ownWords'),
          optional: true,
        })
      : nothing
  }`;
}

function takingPart(panel: Panel, context: FieldContext): TemplateResult {
  const { t, locale } = context;
  const { sessions, support } = panel;
  return html`${
    sessions.length > 0
      ? checkboxes(context, {
          name: 'availability',
          label: t('field.availability'),
          hint: t('hint.availability'),
          choices: [
            ...sessions.map((session) => ({
              value: session.id,
              label: sessionText(session, locale),
            })),
            { value: NO_SESSION, label: t('noSession'), isApart: true },
          ],
        })
      : nothing
  }
  ${
    support
      ? html`${checkboxes(context, {
          name: 'support/needs',
          label: t('field.supportNeeds'),
          hint: t('hint.supportNeeds'),
          optional: true,
          // One we have no word for could not be sent either.
          choices: SUPPORT_NEEDS.filter((need) => support.needs.includes(need)).map((need) => ({
            value: need,
            label: t(`supportNeed.${need}`),
          })),
        })}
        ${longTextField(context, {
          name: 'support/note',
          label: t('field.supportNote'),
          hint: t('hint.supportNote'),
          optional: true,
          rows: 3,
          max: LONGEST_NOTE,
        })}`
      : nothing
  }`;
}

function contact(_panel: Panel, context: FieldContext): TemplateResult {
  const { t } = context;
  const field = (name: string, more: object): TemplateResult =>
    textField(context, { name, label: t(`field.${name.replace('/', '.')}`), ...more });
  // Without JavaScript the fields stand there, and nothing is kept of them.
  const isHidden = isProtected(context.values) && !context.isStatic;
  return html`${field('contact/firstName', { autocomplete: 'given-name', autocapitalize: 'words' })}
  ${field('contact/lastName', { autocomplete: 'family-name', autocapitalize: 'words' })}
  ${checkbox(context, {
    name: 'address/protected',
    label: t('field.address.protected'),
    hint: t('hint.protected'),
    isAlternative: true,
  })}
  ${
    isHidden
      ? nothing
      : html`${field('address/line1', { autocomplete: 'address-line1', hint: t('hint.address') })}
        ${field('address/postcode', { autocomplete: 'postal-code', inputmode: 'numeric', width: 'short' })}
        ${field('address/city', { autocomplete: 'address-level2', width: 'medium' })}`
  }
  ${field('contact/email', {
    type: 'email',
    autocomplete: 'email',
    autocapitalize: 'none',
    hint: t('hint.email'),
    optional: true,
    isLeftToRight: true,
  })}
  ${field('contact/phone', { type: 'tel', autocomplete: 'tel', width: 'medium', optional: true, isLeftToRight: true })}
  ${radios(context, {
    name: 'contact/preferred',
    label: t('field.contact.preferred'),
    // Nobody writes to an address that is not told.
    choices: CONTACT_METHODS.filter((method) => !(isHidden && method === 'post')).map((method) => ({
      value: method,
      label: t(`method.${method}`),
    })),
  })}
  ${field('helper/name', { hint: t('hint.helper'), optional: true })}`;
}

function consent({ privacy }: Panel, context: FieldContext, resolve: Resolve): TemplateResult {
  const { t } = context;
  return html`${privacyText(privacy, context, resolve)}
  ${checkbox(context, { name: 'consent/process', label: t('field.consent.process') })}
  ${checkbox(context, {
    name: 'consent/contactAgain',
    label: t('field.consent.contactAgain'),
    optional: true,
  })}`;
}

/**
 * Whoever ticks that they can attend none attends no other, and the other way round.
 *
 * @returns What to say to whoever does not see other boxes lose their ticks; nothing where none did.
 */
export function keepApart(ticked: HTMLInputElement, { t }: FieldContext): string | undefined {
  const isNone = ticked.value === NO_SESSION;
  if (ticked.name !== 'availability' || !ticked.checked) return undefined;
  const boxes = ticked.form?.querySelectorAll<HTMLInputElement>('[name=availability]:checked');
  const others = [...(boxes ?? [])].filter(({ value }) => (value === NO_SESSION) !== isNone);
  for (const box of others) box.checked = false;
  if (others.length === 0) return undefined;
  return isNone ? t('unticked.sessions') : t('unticked.none', { choice: t('noSession') });
}

/** How many options of a long list fit what was written in the field above it; nothing for any other field. */
export function foundMessage(
  name: string,
  panel: Panel,
  context: FieldContext,
): string | undefined {
  const question = panel.questions.find(({ id }) => searchName(`strata/${id}`) === name);
  if (!question) return undefined;
  const choices = choicesOf(question, context);
  const fitting = matching(choices, valueOf(context.values, name), choiceText(context));
  return context.t('search.found', { count: fitting.length });
}

type StepTemplate = (panel: Panel, context: FieldContext, resolve: Resolve) => TemplateResult;

const FIELDS: Readonly<Record<Exclude<Step, 'check'>, StepTemplate>> = {
  eligibility,
  background,
  'taking-part': takingPart,
  contact,
  consent,
};

/**
 * The fields of a step, in order.
 *
 * @param resolve - Makes a URL of the record one of the page; on the receiver's own page they are the same.
 */
export function stepFields(
  step: Exclude<Step, 'check'>,
  panel: Panel,
  context: FieldContext,
  resolve: Resolve = (url) => url,
): TemplateResult {
  return FIELDS[step](panel, context, resolve);
}
