/** The days of a topic as a calendar file. No address is asked, and nobody knows who took it. */
import type { Topic } from '@puntari/contracts';
import { calendarFile, type CalendarEvent, download, type Locale } from '@puntari/core';
import { html, type TemplateResult } from 'lit';

import { lastMomentOf } from '../pieces/deadline.js';
import { canBeSupported } from './topic-card.model.js';

/** The planned day of the decision and, where residents can still act before it, the last moment for that. */
export function eventsOf(
  topic: Topic,
  locale: Locale,
  address: string | undefined,
  now: number,
): CalendarEvent[] {
  const { t } = locale;
  const { id, decision, supportUntil } = topic;
  const words = (text: Topic['title']): string => locale.text(text).text;
  const title = words(topic.title);
  const text = [words(topic.summary), address].filter(Boolean).join('\n');
  const events: CalendarEvent[] = [];
  if (decision.plannedOn)
    events.push({
      uid: `decision.${id}`,
      starts: decision.plannedOn,
      title: t('calendar.decision', { title, body: words(decision.body.name) }),
      text,
      // It is planned, and may be put off.
      isTentative: true,
    });
  if (supportUntil && canBeSupported(topic, now))
    events.push({
      uid: `support.${id}`,
      starts: lastMomentOf(supportUntil, locale),
      title: t('calendar.supportUntil', { title }),
      text,
    });
  return events;
}

export interface FollowOptions {
  readonly topic: Topic;
  /** The title: several cards stand on a page, and each button has a name of its own. */
  readonly title: unknown;
  /** Of the topic's own page. */
  readonly address: string | undefined;
}

/** A button that gives the days as a file. */
export function renderFollow(
  locale: Locale,
  { topic, title, address }: FollowOptions,
): TemplateResult {
  const { t } = locale;
  const onClick = (): void => {
    const now = Date.now();
    const events = eventsOf(topic, locale, address, now);
    download(`${topic.id}.ics`, 'text/calendar', calendarFile(events, now));
  };
  return html`<button
      type="button"
      id="follow"
      class="puntari-button"
      data-kind="secondary"
      aria-describedby="follow-note"
      @click=${onClick}
    >
      ${t('follow')}<span class="puntari-visually-hidden"> (${title})</span>
    </button>
    <p class="puntari-hint" id="follow-note">${t('followNote')}</p>`;
}
