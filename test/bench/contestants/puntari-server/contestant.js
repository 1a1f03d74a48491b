/**
 * Puntari printed by a server: text and frame stand in the page, and the script takes them over. Of the form it is all its
 * steps on one page, as the receiver gives them where no script runs: twice as many fields, of which the twelve are counted.
 */

import { renderFormPage, renderWidget } from '../../../../packages/embed/dist/server/index.js';
import { hostPage } from '../../content/host-page.js';
import { newestVersion, pages as embedded } from '../puntari/contestant.js';
import { lookFor, recordOf } from '../puntari-list/contestant.js';

export const title = 'Puntari, printed by a server';

export async function pages(data) {
  const { form, cards, statement } = embedded(data);
  const assets = `/puntari/${newestVersion()}/`;
  const theme = `<link rel="stylesheet" href="${assets}themes/neutral.css">`;
  const head = `<script type="module" src="${assets}puntari.js"></script>
    ${theme}`;
  // As the docs advise for a long record: asked for by the script, and not in the page.
  const printed = async (page, widget, record) => {
    const attributes = { src: '/record.json' };
    const options = { record, lang: 'fi', assets, attributes, inlineRecord: false };
    const main = await renderWidget(widget, options);
    return { '/': hostPage(page, { head, main }), '/record.json': record };
  };
  const wholeForm = async () => {
    const options = { record: data.panel, action: '/action', lang: 'fi', values: {}, errors: [] };
    const sheet = `<link rel="stylesheet" href="${assets}widgets/form-page.css">`;
    const main = await renderFormPage('volunteer', options);
    return { '/': hostPage('form', { head: `${theme}${sheet}`, main }) };
  };
  return {
    form: {
      files: { ...form.files, ...(await wholeForm()) },
      items: '.puntari-field:has([name^="strata/"], [name^="ownWords/"])',
      last: '.puntari-field:has(#field-strata-household)',
      canSwitch: false,
    },
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
