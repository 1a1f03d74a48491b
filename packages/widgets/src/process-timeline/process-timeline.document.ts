import type { PanelProcess } from '@puntari/contracts';
import { codeWord, inline, type Locale, paragraphs } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import { dayOf, linkList, type Part, type Resolve, textHeading } from '../pieces/document.js';
import { type Step, stepsOf } from './process-timeline.model.js';

export interface TimelineOptions {
  readonly level: number;
  /** The day on which elements are past or coming: `2027-03-01`. */
  readonly today: string;
  readonly resolve: Resolve;
}

/** The elements of a panel's work with their days, under a heading. */
export function documentOf(
  record: PanelProcess,
  locale: Locale,
  options: TimelineOptions,
): TemplateResult {
  const { t, lang } = locale;
  const { title } = record;
  const steps = stepsOf(record, options.today);
  return html`${textHeading(options.level, t('title'))}
  ${title === undefined ? nothing : html`<p>${inline(title, lang)}</p>`}
  ${
    steps.length === 0
      ? html`<p>${t('empty')}</p>`
      : html`<ol class="puntari-timeline">
          ${steps.map((step) => stepItem(step, locale, options.resolve))}
        </ol>`
  }`;
}

function stepItem(shown: Step, locale: Locale, resolve: Resolve): TemplateResult {
  const { step, state, isCurrent } = shown;
  const { t, lang } = locale;
  const content = html`<strong>${codeWord(t, 'element', step.element)}</strong><br />
    ${state === 'undated' ? t('noDate') : html`${t(`state.${state}`)}: ${days(shown, locale)}`}
    ${paragraphs(step.text, lang)} ${linkList(step.materials, locale, resolve)}`;
  const look = state === 'undated' ? 'coming' : state;
  return isCurrent
    ? html`<li data-state=${look} aria-current="step">${content}</li>`
    : html`<li data-state=${look}>${content}</li>`;
}

function days({ step: { from, to } }: Step, locale: Locale): Part {
  if (from === undefined || to === undefined || from === to) return dayOf(from ?? to, locale);
  return html`${dayOf(from, locale)} – ${dayOf(to, locale)}`;
}
