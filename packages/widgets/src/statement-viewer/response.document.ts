import type { Response, Statement, StatementItem } from '@puntari/contracts';
import { codeWord, contactDetails, inline, type Locale } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import {
  bodyName,
  dayOf,
  fact,
  factList,
  joined,
  linkList,
  type Part,
  textHeading,
} from '../pieces/document.js';
import { prose } from './prose.document.js';
import { type AnswerState, dueOf } from './statement-viewer.model.js';
import type { DocumentOptions } from './statement-viewer.document.js';

type Handling = Response['handling'][number];

/** What a state is called. Late is told in words of its own; whatever was only noted is called just that. */
export function stateWord({ t }: Locale, state: AnswerState): string {
  return state === 'late' ? t('late') : codeWord(t, 'responseStatus', state);
}

/** What the authority did with an item: status, reason, who and when, what is next, what the panel thinks of it. */
export function answerText(
  item: StatementItem,
  state: AnswerState,
  statement: Statement,
  locale: Locale,
  options: DocumentOptions,
): TemplateResult {
  const { t } = locale;
  const { response, rating } = item;
  return html`<div class="puntari-answer">
    ${textHeading(
      options.level + 3,
      html`${t('answer')}:
        <span class="puntari-tag" data-status=${state}>${stateWord(locale, state)}</span>`,
    )}
    ${prose(response?.text, locale, options, 3)}
    ${answerFacts(item, state, statement, locale, options)}
    ${rating ? ratingText(rating, locale, options) : nothing}
  </div>`;
}

function answerFacts(
  item: StatementItem,
  state: AnswerState,
  statement: Statement,
  locale: Locale,
  options: DocumentOptions,
): Part {
  const { t } = locale;
  const { resolve } = options;
  const { response } = item;
  const waits = state === 'awaiting' || state === 'late';
  const due = waits ? dueOf(item, statement) : response?.due;
  const { reason, handling = [], next, progress = [], contact } = response ?? {};
  return factList([
    fact(t('reason'), prose(reason, locale, options, 3)),
    fact(t('answeredBy'), bodyName(response?.body, locale, resolve)),
    fact(t('decidedOn'), dayOf(response?.decidedOn, locale)),
    fact(t('due'), dayOf(due, locale)),
    fact(t('handling'), handlingList(handling, locale, resolve)),
    fact(t('next'), next ? nextText(next, locale) : nothing),
    fact(t('progress'), progressList(progress, locale)),
    fact(t('contactTitle'), contact ? contactDetails(locale, contact) : nothing),
    fact(t('attachments'), linkList(response?.attachments, locale, resolve)),
  ]);
}

function handlingList(
  handling: readonly Handling[],
  locale: Locale,
  resolve: DocumentOptions['resolve'],
): Part {
  if (handling.length === 0) return nothing;
  return html`<ol class="puntari-timeline">
    ${handling.map((step) => html`<li>${handlingText(step, locale, resolve)}</li>`)}
  </ol>`;
}

/** A meeting in one line, as minutes are cited, and what was proposed and decided there. */
function handlingText(
  { body, date, section, presenter, proposal, decision, url }: Handling,
  locale: Locale,
  resolve: DocumentOptions['resolve'],
): TemplateResult {
  const { t, lang } = locale;
  const cited = joined(
    bodyName(url ? { ...body, url } : body, locale, resolve),
    dayOf(date, locale),
    // The sign stays with its number.
    section?.replace(/§\s/, '§\u00A0'),
  );
  return html`${cited}${presenter ? html`<br />${t('presenter')}: ${inline(presenter, lang)}` : nothing}${proposal ? html`<br />${t('proposal')}: ${inline(proposal, lang)}` : nothing}${
    decision ? html`<br />${t('decision')}: ${inline(decision, lang)}` : nothing
  }`;
}

function nextText(
  { text, by, owner }: NonNullable<Response['next']>,
  locale: Locale,
): TemplateResult {
  const { t, lang } = locale;
  return html`${inline(text, lang)}${
    by ? html`<br />${t('by')} ${dayOf(by, locale)}` : nothing
  }${owner ? html`<br />${t('owner')}: ${inline(owner, lang)}` : nothing}`;
}

function progressList(progress: Response['progress'], locale: Locale): Part {
  if (progress.length === 0) return nothing;
  const { t, lang } = locale;
  return html`<ol class="puntari-timeline">
    ${progress.map(
      ({ on, status, note }) =>
        html`<li>
          ${dayOf(on, locale)}:
          ${codeWord(t, 'responseStatus', status)}${
            note ? html`<br />${inline(note, lang)}` : nothing
          }
        </li>`,
    )}
  </ol>`;
}

function ratingText(
  rating: NonNullable<StatementItem['rating']>,
  locale: Locale,
  options: DocumentOptions,
): TemplateResult {
  const { t } = locale;
  const { mean, of, n, comment } = rating;
  const values = { mean: locale.number(mean), of: locale.number(of), n: locale.number(n) };
  return html`<p>${t('rating', values)}</p>
    ${comment ? html`<blockquote>${prose(comment, locale, options, 3)}</blockquote>` : nothing}`;
}
