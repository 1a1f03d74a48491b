import { ATTACH_POINTS, type Panel } from '@puntari/contracts';
import { codeWord, heading, inline, type Locale, paragraphs } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import { linkList, type Resolve, section } from '../pieces/document.js';
import { deadlineOf } from '../pieces/deadline.js';
import { momentOf } from '../pieces/moment.js';

/**
 * What a resident must know before signing up: why, what is expected, what it is used for, how it is tied to the
 * decision; that a lot decides; when, where, what for. The same on the server and in the browser.
 *
 * @param level - The level of the panel's title.
 * @param resolve - Makes a URL of the record one of the page.
 */
export function documentOf(
  panel: Panel,
  locale: Locale,
  level: number,
  resolve: Resolve,
): TemplateResult {
  const { lang, t } = locale;
  return html`${heading(level, inline(panel.title, lang))} ${paragraphs(panel.summary, lang)}
    <dl class="puntari-facts">${facts(panel, locale)}</dl>
    ${purposeOf(panel, locale, level + 1)}
    ${panel.process ? processOf(panel.process, locale, level + 1) : nothing}
    <p>${t('about.lottery')}</p>
    ${section(level + 1, t('about.links'), linkList(panel.links, locale, resolve))}`;
}

function facts(panel: Panel, locale: Locale): TemplateResult {
  const { t, lang } = locale;
  const { registration, sessions, seats, reward, support, organizer, kind, term } = panel;
  const row = (label: string, value: unknown): TemplateResult =>
    html`<div>
      <dt>${label}</dt>
      <dd>${value}</dd>
    </div>`;
  const closes = deadlineOf(registration.closes, locale);
  const years = term ? ` ${String(term.from)}–${String(term.to)}` : '';
  return html`${row(t('about.organizer'), inline(organizer.name, lang))}
  ${row(t('about.kind'), html`${codeWord(t, 'panelKind', kind)}${years}`)}
  ${row(t('about.closes'), html`<time datetime=${registration.closes}>${closes}</time>`)}
  ${row(t('about.seats'), t('about.seatCount', { count: seats }))}
  ${
    sessions.length > 0
      ? row(
          t('about.sessions'),
          html`<ul>
            ${sessions.map((session) => html`<li>${sessionText(session, locale)}</li>`)}
          </ul>`,
        )
      : nothing
  }
  ${reward ? row(t('about.reward'), inline(reward, lang)) : nothing}
  ${support ? row(t('about.support'), supportText(support, locale)) : nothing}`;
}

/** In the organizer's own words where there are any, or else what is offered. */
function supportText({ needs, note }: NonNullable<Panel['support']>, { t, lang }: Locale): unknown {
  if (note) return inline(note, lang);
  return html`<ul>
    ${needs.map((need) => html`<li>${codeWord(t, 'supportNeed', need)}</li>`)}
  </ul>`;
}

/** From when to when: a day and its hours; of a whole weekend the days too. */
function timesOf({ starts, ends }: Panel['sessions'][number], locale: Locale): TemplateResult {
  const day = locale.date(starts, 'weekday');
  if (locale.date(ends, 'weekday') !== day) {
    return html`<time datetime=${starts}>${momentOf(starts, locale)}</time> –
      <time datetime=${ends}>${momentOf(ends, locale)}</time>`;
  }
  const hours = locale.t('timeRange', {
    from: locale.date(starts, 'clock'),
    to: locale.date(ends, 'clock'),
  });
  return html`<time datetime=${starts}>${day}</time>${locale.t('comma')}
    <span class="puntari-nowrap">${hours}</span>`;
}

/** A session as people write it down: when, what, where. */
export function sessionText(session: Panel['sessions'][number], locale: Locale): TemplateResult {
  const { t, lang } = locale;
  return html`${timesOf(session, locale)}${
    session.title ? html`: ${inline(session.title, lang)}` : nothing
  }${session.place ? html`${`${t('comma')} `}${inline(session.place, lang)}` : nothing}`;
}

function purposeOf({ purpose }: Panel, locale: Locale, level: number): TemplateResult {
  const { t, lang } = locale;
  const { why, expected, usedFor, decision } = purpose;
  const points = decision?.attach?.filter((point) => ATTACH_POINTS.includes(point)) ?? [];
  const part = (key: string, text: typeof why): TemplateResult | typeof nothing =>
    text ? html`${heading(level, t(`purpose.${key}`))} ${paragraphs(text, lang)}` : nothing;
  return html`${part('why', why)} ${part('expected', expected)} ${part('usedFor', usedFor)}
  ${
    decision
      ? html`${heading(level, t('purpose.decision'))}
        ${decision.body ? html`<p>${t('purpose.decidedBy')} ${inline(decision.body.name, lang)}</p>` : nothing}
        ${
          decision.plannedOn
            ? html`<p>
                ${t('purpose.plannedOn')}
                <time datetime=${decision.plannedOn}>${locale.date(decision.plannedOn)}</time>
              </p>`
            : nothing
        }
        ${
          points.length > 0
            ? html`<ul>
                ${points.map((point) => html`<li>${t(`attach.${point}`)}</li>`)}
              </ul>`
            : nothing
        }
        ${paragraphs(decision.note, lang)}`
      : nothing
  }`;
}

function processOf(
  process: NonNullable<Panel['process']>,
  locale: Locale,
  level: number,
): TemplateResult {
  const { t, lang } = locale;
  const when = ({ from, to }: (typeof process)[number]): unknown => {
    if (!from) return nothing;
    const start = html`<time datetime=${from}>${locale.date(from)}</time>`;
    return to && to !== from
      ? html`${t('comma')} ${start} – <time datetime=${to}>${locale.date(to)}</time>`
      : html`${t('comma')} ${start}`;
  };
  return html`${heading(level, t('about.process'))}
    <ol class="puntari-timeline">
      ${process.map(
        (stage) =>
          html`<li>
            <strong>${codeWord(t, 'element', stage.element)}</strong>${when(stage)}${
              stage.text ? html`<br />${inline(stage.text, lang)}` : nothing
            }
          </li>`,
      )}
    </ol>`;
}
