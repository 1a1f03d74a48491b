import { CONTACT_METHODS, NO_SESSION, type Panel } from '@puntari/contracts';
import { type Answer, type FieldContext, inline, valueOf, valuesOf } from '@puntari/core';
import { html } from 'lit';

import { sessionText } from './volunteer-form.document.js';
import { shownFieldsOf, stepsOf } from './volunteer-form.model.js';

/** What a volunteer answered, question by question, in words. Codes become words only here, never in what is sent. */
export function answersOf(panel: Panel, context: FieldContext): Answer[] {
  return stepsOf(panel)
    .flatMap((step) => shownFieldsOf(step, panel, context.values))
    .map((name) => ({
      name,
      question: questionText(name, panel, context),
      answer: answerText(name, panel, context),
    }));
}

function questionText(name: string, panel: Panel, { t, locale }: FieldContext): unknown {
  const [group = '', id = ''] = name.split('/');
  const question = panel.questions.find((candidate) => candidate.id === id);
  if (group === 'strata' && question) return inline(question.label, locale.lang);
  if (group === 'ownWords' && question) {
    return t('field.ownWords', { question: locale.text(question.label).text });
  }
  switch (name) {
    case 'eligibility/livesInArea':
      return inline(panel.registration.residence, locale.lang);
    case 'eligibility/excluded':
      return inline(panel.registration.excluded, locale.lang);
    case 'support/needs':
      return t('field.supportNeeds');
    case 'support/note':
      return t('field.supportNote');
    default:
      return t(`field.${name.replace('/', '.')}`);
  }
}

function answerText(name: string, panel: Panel, context: FieldContext): unknown {
  const { t, locale, values } = context;
  const value = valueOf(values, name);
  const [group = '', id = ''] = name.split('/');
  if (name === 'availability') {
    const ticked = valuesOf(values, name);
    if (ticked.includes(NO_SESSION)) return t('noSession');
    const chosen = panel.sessions.filter((session) => ticked.includes(session.id));
    return chosen.length === 0
      ? ''
      : html`<ul>
          ${chosen.map((session) => html`<li>${sessionText(session, locale)}</li>`)}
        </ul>`;
  }
  if (name === 'support/needs') {
    const chosen = valuesOf(values, name);
    return chosen.length === 0
      ? ''
      : html`<ul>
          ${chosen.map((need) => html`<li>${t(`supportNeed.${need}`)}</li>`)}
        </ul>`;
  }
  if (value === '') return group === 'consent' ? t('no') : '';
  if (group === 'strata') {
    const option = panel.questions
      .find((question) => question.id === id)
      ?.options.find(({ code }) => code === value);
    return option ? inline(option.label, locale.lang) : t('preferNotToSay');
  }
  if (['eligibility', 'consent'].includes(group) || name === 'address/protected')
    return value === 'true' ? t('yes') : t('no');
  if (name === 'contact/preferred' && (CONTACT_METHODS as readonly string[]).includes(value)) {
    return t(`method.${value}`);
  }
  return html`<bdi class="lines">${value}</bdi>`;
}
