/** Pages of sites that embed widgets: with the loader, a theme and the widgets of the demo. */
import type { Receiver } from '../../e2e/support/receiver.js';
import { LOADER, NEUTRAL_THEME } from '../../e2e/support/receiver.js';

/** What the head of such a page has, as the documentation says. */
export const headFrom = (cdn: string): string =>
  `<link rel="stylesheet" href="${cdn}${NEUTRAL_THEME}">
  <script type="module" src="${cdn}${LOADER}"></script>`;

const OTHER_CHANNEL = '<p>Voit myös soittaa: <a href="tel:+358981621">09 816 21</a>.</p>';

/** The four widgets, with records and actions of a receiver. */
export function tagsOf({ origin }: Pick<Receiver, 'origin'>): {
  form: string;
  block: string;
  card: string;
  viewer: string;
} {
  return {
    form: `<puntari-volunteer-form src="${origin}/panels/liikenne-2027.json"
      action="${origin}/api/panels/liikenne-2027/registrations">${OTHER_CHANNEL}</puntari-volunteer-form>`,
    block: `<puntari-feedback-block src="${origin}/feedback/osallisuus.json"
      action="${origin}/api/feedback/osallisuus">${OTHER_CHANNEL}</puntari-feedback-block>`,
    card: `<puntari-topic-card src="${origin}/topics/keskusten-liikenne.json"></puntari-topic-card>`,
    viewer: `<puntari-statement-viewer src="${origin}/statements/liikenne-2026.json"></puntari-statement-viewer>`,
  };
}

export const VIEWER = 'puntari-statement-viewer';
export const CARD = 'puntari-topic-card';
