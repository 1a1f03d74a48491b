/** The level of participation as one line; the topic card and the widget of the level have it. */
import { PARTICIPATION_LEVELS } from '@puntari/contracts';
import { codeWord, type Locale } from '@puntari/core';
import { html, nothing } from 'lit';

import type { Part } from './document.js';

/** The five steps of participation, true up to the one given; empty for a level that is not known. */
export function levelSteps(level: number | undefined): boolean[] {
  if (!(PARTICIPATION_LEVELS as readonly unknown[]).includes(level)) return [];
  return PARTICIPATION_LEVELS.map((step) => step <= Number(level));
}

/** Which level of how many, in words, and five steps beside them. Levels 3 and 4 have one name. */
export function levelText(level: number | undefined, { t }: Locale): Part {
  if (level === undefined) return nothing;
  const steps = levelSteps(level);
  const word = codeWord(t, 'level', level);
  if (steps.length === 0) return html`${word}`;
  return html`${t('levelOf', { level })}: ${word}
    <span class="puntari-progress" aria-hidden="true"
      >${steps.map((on) => (on ? html`<i data-on></i>` : html`<i></i>`))}</span
    >`;
}
