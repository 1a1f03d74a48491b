import type { Panel } from '@puntari/contracts';
import {
  calendarFile,
  calendarIcon,
  type CalendarEvent,
  download,
  type FieldContext,
  type Locale,
  valuesOf,
} from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

/** The meetings that somebody can attend; all of them where that was not asked or is not known any more. */
function sessionsOf(panel: Panel, { values }: FieldContext): Panel['sessions'] {
  const chosen = valuesOf(values, 'availability');
  const can = panel.sessions.filter(({ id }) => chosen.includes(id));
  return can.length > 0 ? can : panel.sessions;
}

function eventOf(panel: Panel, locale: Locale, session: Panel['sessions'][number]): CalendarEvent {
  const words = (text: typeof session.title): string => (text ? locale.text(text).text : '');
  const title = [words(panel.title), words(session.title)].filter(Boolean).join(': ');
  return {
    uid: `${session.id}.${panel.id}`,
    starts: session.starts,
    ends: session.ends,
    title,
    place: words(session.place),
    text: locale.t('receipt.ifDrawn'),
    // Nobody has been drawn yet.
    isTentative: true,
  };
}

/** The meetings as a calendar file, so that the days are kept free. */
export function receiptActions(
  panel: Panel,
  context: FieldContext,
): TemplateResult | typeof nothing {
  const { t, locale } = context;
  const sessions = sessionsOf(panel, context);
  if (sessions.length === 0) return nothing;
  const onClick = (): void => {
    const events = sessions.map((session) => eventOf(panel, locale, session));
    download(`${panel.id}.ics`, 'text/calendar', calendarFile(events, Date.now()));
  };
  return html`<button
      type="button"
      class="puntari-button"
      data-kind="secondary"
      aria-describedby="calendar-note"
      @click=${onClick}
    >
      ${calendarIcon()}${t('receipt.calendar')}
    </button>
    <p class="puntari-hint" id="calendar-note">${t('receipt.calendarNote')}</p>`;
}
