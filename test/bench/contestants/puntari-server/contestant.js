/**
 * Puntari printed by a server: text and frame stand in the page, and the script takes them over. A form that is printed so
 * starts on a page without fields, so it has no part here.
 */

import { renderWidget } from '../../../../packages/embed/dist/server/index.js';
import { hostPage } from '../../content/host-page.js';
import { newestVersion, pages as embedded } from '../puntari/contestant.js';
import { lookFor, recordOf } from '../puntari-list/contestant.js';

export const title = 'Puntari, printed by a server';

export async function pages(data) {
  const { cards, statement } = embedded(data);
  const assets = `/puntari/${newestVersion()}/`;
  const head = `<script type="module" src="${assets}puntari.js"></script>
    <link rel="stylesheet" href="${assets}themes/neutral.css">`;
  const printed = async (page, widget, record) => {
    const main = await renderWidget(widget, { record, lang: 'fi', assets, attributes: {} });
    return { '/': hostPage(page, { head, main }) };
  };
  return {
    cards: {
      ...lookFor(data.topics),
      files: {
        ...cards.files,
        ...(await printed('cards', 'topic-list', recordOf(data.topics))),
      },
    },
    statement: {
      ...statement,
      files: {
        ...statement.files,
        ...(await printed('statement', 'statement-viewer', data.statement)),
      },
      // Its own lang says what the server printed; the page's cannot change it.
      canSwitch: false,
    },
  };
}
