/**
 * Puntari printed by a server: text and frame stand in the page, and the script takes them over. A form that is printed so
 * starts on a page without fields, so it has no part here.
 */

import { renderWidget } from '../../../../packages/embed/dist/server/index.js';
import { hostPage } from '../../content/host-page.js';
import { newestVersion, pages as embedded } from '../puntari/contestant.js';

export const title = 'Puntari, printed by a server';

export async function pages(data) {
  const { statement } = embedded(data);
  const assets = `/puntari/${newestVersion()}/`;
  const printed = await renderWidget('statement-viewer', {
    record: data.statement,
    lang: 'fi',
    assets,
    attributes: {},
  });
  const head = `<script type="module" src="${assets}puntari.js"></script>
    <link rel="stylesheet" href="${assets}themes/neutral.css">`;
  return {
    statement: {
      ...statement,
      files: { ...statement.files, '/': hostPage('statement', { head, main: printed }) },
      // Its own lang says what the server printed; the page's cannot change it.
      canSwitch: false,
    },
  };
}
