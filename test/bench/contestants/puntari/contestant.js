/** Puntari as a page embeds it today: the built CDN, the neutral theme, a line of fallback in each tag. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { fromRoot } from '../../../../scripts/lib/paths.js';
import { hostPage } from '../../content/host-page.js';

export const title = 'Puntari';

const CDN = fromRoot('packages', 'embed', 'dist', 'cdn');

export function newestVersion() {
  const versions = existsSync(CDN)
    ? readdirSync(CDN).filter((name) => /^\d+\.\d+\.\d+/.test(name))
    : [];
  const version = versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  if (version === undefined)
    throw new Error('packages/embed/dist/cdn is not there: npm run build.');
  return version;
}

/** Every file a page may ask for, under the address it has on the CDN. */
function cdnFiles(version) {
  const folder = join(CDN, version);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile() && /\.(js|css)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [
        `/puntari/${version}${path.slice(folder.length).replaceAll('\\', '/')}`,
        readFileSync(path),
      ]),
  );
}

const FALLBACK = '<p>Sisältöä ei voitu näyttää. Soita 09 816 21.</p>';

const inlineJson = (data) =>
  `<script type="application/json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

/**
 * The form starts on a page without fields. What stood on the screen before Back comes again, so the browser's own call
 * for that is used to come straight to the step with the twelve fields.
 */
const COME_BACK = `customElements.whenDefined('puntari-volunteer-form').then(() => {
  const form = document.querySelector('puntari-volunteer-form');
  const kept = { recordId: 'paneeli', values: {}, view: 'background', key: crypto.randomUUID() };
  form.formStateRestoreCallback(JSON.stringify(kept));
});
`;

export function pages({ topics, statement, panel }) {
  const version = newestVersion();
  const files = cdnFiles(version);
  const head = `<script type="module" src="/puntari/${version}/puntari.js"></script>
    <link rel="stylesheet" href="/puntari/${version}/themes/neutral.css">`;
  const pageOf = (page, main, more = {}, moreHead = '') => ({
    '/': hostPage(page, { head: head + moreHead, main }),
    ...files,
    ...more,
  });
  const viewer = `<puntari-statement-viewer src="/statement.json">${FALLBACK}</puntari-statement-viewer>`;
  const form = `<puntari-volunteer-form src="/panel.json" action="/action">${FALLBACK}</puntari-volunteer-form>`;
  // One request for each of 1,000 cards is nothing that a page would do: their records stand in it.
  const cards = topics.map(
    (topic) =>
      `<puntari-topic-card id="${topic.id}" variant="compact">${inlineJson(topic)}${FALLBACK}</puntari-topic-card>`,
  );
  return {
    form: {
      files: pageOf(
        'form',
        form,
        {
          '/panel.json': panel,
          '/action': { open: true, now: '2027-01-01T12:00:00+02:00' },
        },
        // In the page: a file of its own would be a request that no page makes for this.
        `<script type="module">${COME_BACK}</script>`,
      ),
      items: 'puntari-volunteer-form >>> .puntari-field',
      last: 'puntari-volunteer-form >>> .puntari-field:has(#field-strata-household)',
      canSwitch: true,
    },
    cards: {
      files: pageOf('cards', cards.join('\n')),
      items: 'puntari-topic-card > [slot=document] > article',
      last: `#${topics.at(-1).id} > [slot=document]`,
      canSwitch: true,
    },
    statement: {
      files: pageOf('statement', viewer, { '/statement.json': statement }),
      items: 'puntari-statement-viewer [data-item]',
      // Links from one item to the next come later, and the others have none.
      extra: '.puntari-way-on',
      last: '#lausuma-k200',
      canSwitch: true,
    },
  };
}
