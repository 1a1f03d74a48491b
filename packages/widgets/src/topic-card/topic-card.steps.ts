/** How far a matter has come: its preparation, the statuses it has had, and whether it was chosen. */
import type { Topic } from '@puntari/contracts';
import { codeWord, inline, type Locale, paragraphs } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import {
  bodyName,
  dayOf,
  fact,
  factList,
  linkList,
  type Part,
  type Resolve,
} from '../pieces/document.js';
import { historyOf, type StageState, stagesOf } from './topic-card.model.js';

/** One step of a timeline. That it is under way is said in words too. */
function step(state: StageState, name: string, content: unknown): TemplateResult {
  const text = html`<strong>${name}</strong><br />${content}`;
  return state === 'now'
    ? html`<li data-state="now" aria-current="step">${text}</li>`
    : html`<li data-state=${state}>${text}</li>`;
}

/** The stages of preparation: which are past, which goes on, which are coming. */
export function stageLine({ stage, decision }: Topic, locale: Locale): Part {
  const { t } = locale;
  if (stage === undefined) return nothing;
  const stages = stagesOf(stage);
  if (stages.length === 0) return html`${codeWord(t, 'stage', stage)}`;
  return html`<ol class="puntari-timeline">
    ${stages.map(({ stage: name, state }) => {
      const word = t(`stageState.${state}`);
      const day = name === 'decision' ? dayOf(decision.plannedOn, locale) : nothing;
      return step(
        state,
        codeWord(t, 'stage', name),
        day === nothing ? word : html`${word}: ${day}`,
      );
    })}
  </ol>`;
}

/** Every status with its day, oldest first. */
export function historyLine(topic: Topic, locale: Locale): Part {
  const history = historyOf(topic);
  if (history.length === 0) return nothing;
  return html`<ol class="puntari-timeline">
    ${history.map(({ on, status, text }) =>
      step(
        'past',
        codeWord(locale.t, 'topicStatus', status),
        html`${dayOf(on, locale)}${paragraphs(text, locale.lang)}`,
      ),
    )}
  </ol>`;
}

/** What the elected members chose, as their minutes say. */
export function choiceOf({ choice, statusReason }: Topic, locale: Locale, resolve: Resolve): Part {
  if (!choice) return nothing;
  const { t, lang } = locale;
  const { body, on, section, reasons, minutes } = choice;
  // What stands as the reason of the status is not said twice.
  const isSaid = JSON.stringify(reasons) === JSON.stringify(statusReason);
  return html`${isSaid ? nothing : paragraphs(reasons, lang)}
  ${factList([
    fact(t('choiceBy'), bodyName(body, locale, resolve)),
    fact(t('choiceOn'), dayOf(on, locale)),
    fact(t('choiceSection'), section ?? nothing),
  ])}
  ${linkList(minutes && [minutes], locale, resolve)}`;
}

/** What residents must be told: why they are heard, what is expected, and what came of it. */
export function purposeOf({ purpose }: Topic, { t, lang }: Locale): Part {
  const { why, expected, usedFor, outcome } = purpose;
  return factList([
    fact(t('purpose.why'), inline(why, lang)),
    fact(t('purpose.expected'), inline(expected, lang)),
    fact(t('purpose.usedFor'), inline(usedFor, lang)),
    fact(t('purpose.taken'), inline(outcome?.takenIntoAccount, lang)),
    fact(t('purpose.notTaken'), inline(outcome?.notTakenIntoAccount, lang)),
  ]);
}
