import { type FieldError, type FieldValues, isIneligible, type Panel } from '@puntari/contracts';
import {
  contactHelp,
  errorSummary,
  type FieldContext,
  fieldId,
  heading,
  type Locale,
  nameOf,
} from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import { renderIneligible } from './volunteer-form.endings.js';
import { messageOf, reasonOf } from './volunteer-form.messages.js';
import { errorsOf, isAsked, type Step, stepsOf } from './volunteer-form.model.js';
import { stepFields } from './volunteer-form.steps.js';

export interface OnePageOptions {
  readonly action: string;
  readonly values: FieldValues;
  readonly errors: readonly FieldError[];
  readonly level: number;
}

/** The whole form on one page, for a browser without JavaScript: the same fields, names and words as the steps. */
export function onePage(panel: Panel, locale: Locale, options: OnePageOptions): TemplateResult {
  const { action, values, errors, level } = options;
  const { t } = locale;
  // Who made no mistake is not asked to mend one.
  const isOut = errors.length > 0 && errors.every(isIneligible);
  const sorted = stepsOf(panel).flatMap((step) => errorsOf(step, panel, errors));
  // What stands in no field is said all the same, after the others.
  const others = errors.filter((error) => !sorted.includes(error));
  const messages = new Map(
    [...sorted, ...others].map((error) => [nameOf(error), sentence(panel, locale, error)]),
  );
  const summary = [...messages].map(([name, message]) =>
    isAsked(name, panel) ? { name, message } : { message },
  );
  const context: FieldContext = {
    t,
    locale,
    values,
    errors: isOut ? new Map<string, string>() : messages,
    isStatic: true,
  };
  const steps = stepsOf(panel).filter((step): step is Exclude<Step, 'check'> => step !== 'check');
  return html`${heading(level, t('onePage.title', { panel: locale.text(panel.title).text }))}
    ${isOut ? thanks(panel, locale, options) : mistakes(context, summary, level + 1)}
    <form method="post" action=${action} novalidate>
      <input type="hidden" name="lang" value=${locale.lang} />
      ${steps.map(
        (step) =>
          html`${heading(level + 1, t(`title.${step}`))}
          ${step === 'background' ? html`<p>${t('background.intro')}</p>` : nothing}
          ${stepFields(step, panel, context)}`,
      )}
      <p>${t('about.lottery')}</p>
      <div class="puntari-actions">
        <button class="puntari-button" type="submit">${t('check.send')}</button>
      </div>
    </form>
    ${contactHelp(locale, panel.contact)}`;
}

/** Why they cannot take part and how else to be heard; the form stands below, as Back leads to it elsewhere. */
function thanks(panel: Panel, locale: Locale, { errors, level }: OnePageOptions): TemplateResult {
  return renderIneligible(panel, errors, { locale, level: level + 1, resolve: (url) => url });
}

const mistakes = (
  context: FieldContext,
  summary: Parameters<typeof errorSummary>[1],
  level: number,
): ReturnType<typeof errorSummary> =>
  errorSummary(
    context,
    summary,
    level,
    () => undefined,
    (name) => `#${fieldId(name)}`,
  );

/** Beside mistakes that are to be mended first, why somebody cannot take part is said at the question. */
function sentence(panel: Panel, locale: Locale, error: FieldError): string {
  if (!isIneligible(error)) return messageOf(panel, locale, error);
  return reasonOf(panel, locale, error);
}
