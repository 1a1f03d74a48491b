import type { Panel } from './panel.js';

/** How soon before closing a panel counts as closing soon: three days, in milliseconds. */
const CLOSING_SOON = 3 * 24 * 60 * 60 * 1000;

export const PANEL_STATES = [
  'upcoming',
  'open',
  'closing-soon',
  'closed',
  'full',
  'cancelled',
] as const;
export type PanelState = (typeof PANEL_STATES)[number];

/**
 * Where a panel stands at a moment. The server's clock decides; a widget passes the server's time when it has it.
 *
 * @param now - The moment, in milliseconds since 1970 or as a Date.
 */
export function panelState(record: Panel, now: Date | number): PanelState {
  if (record.status) return record.status;
  const at = Number(now);
  const closes = Date.parse(record.registration.closes);
  if (at < Date.parse(record.registration.opens)) return 'upcoming';
  if (at >= closes) return 'closed';
  return closes - at <= CLOSING_SOON ? 'closing-soon' : 'open';
}

/** Whether volunteers can send their form at that moment. */
export function isPanelOpen(record: Panel, now: Date | number): boolean {
  const state = panelState(record, now);
  return state === 'open' || state === 'closing-soon';
}
