import { PARTICIPATION_LEVELS } from '@puntari/contracts';
import { codeWord, type Locale } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import { textHeading } from '../pieces/document.js';
import { levelSteps, levelText } from '../pieces/level.js';
import type { LevelRecord } from './participation-level.model.js';

/** The level with what it means, and the other four. */
export function documentOf(
  { level }: LevelRecord,
  locale: Locale,
  headingLevel: number,
): TemplateResult {
  const { t } = locale;
  const isKnown = levelSteps(level).length > 0;
  return html`${textHeading(headingLevel, t('title'))}
    <p>${level === undefined ? t('empty') : levelText(level, locale)}</p>
    ${isKnown ? html`<p>${t(`meaning.${String(level)}`)}</p>` : nothing}
    <details class="puntari-disclosure">
      <summary>${t('all')}</summary>
      <ol>
        ${PARTICIPATION_LEVELS.map((step) =>
          step === level
            ? html`<li aria-current="true">
                <strong>${nameOf(step, locale)}</strong> ${t('this')}
              </li>`
            : html`<li>${nameOf(step, locale)}</li>`,
        )}
      </ol>
    </details>`;
}

const nameOf = (level: number, { t }: Locale): string => codeWord(t, 'level', level);
