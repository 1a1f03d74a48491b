/** A page for officers: what was said on the telephone, posted or brought is written down with the widget residents use. */
import type { Panel } from '@puntari/contracts';

import { html } from '../pages/html.js';
import { renderPage } from '../pages/layout.js';
import { textIn } from '../pages/parts.js';
import { FORM_STYLES_PATH } from '../pages/stylesheet.js';
import { wordsIn } from '../pages/words.js';
import { ENTRY_SCRIPT_PATH } from './entry-script.js';

/** How an answer comes that no resident sent from a page. */
const CHANNELS = ['phone', 'post', 'visit'] as const;

export interface EntryPage {
  readonly panel: Panel;
  readonly lang: string;
  /** Address of the loader of the widgets. */
  readonly loader: string;
}

export function renderEntryPage({ panel, lang: tag, loader }: EntryPage): string {
  const { lang, t } = wordsIn(tag);
  const action = `/api/panels/${panel.id}/registrations`;
  const title = t('entry.title');
  const main = html`<h1>${title}</h1>
    <p>${textIn(panel.title, lang)}</p>
    <p>${t('entry.intro')}</p>
    <form id="entry-start" data-check="/api/export/panels/${panel.id}/numbers.json">
      <label for="token">${t('entry.token')}</label>
      <input id="token" type="password" name="token" autocomplete="off" required />
      <label for="channel">${t('entry.channel')}</label>
      <select id="channel" name="channel">
        ${CHANNELS.map((channel) => html`<option value="${channel}">${t(`entry.${channel}`)}</option>`)}
      </select>
      <p id="entry-message" role="alert" data-refused="${t('entry.refused')}"></p>
      <button type="submit">${t('entry.start')}</button>
    </form>
    <noscript><p>${t('entry.noScript')}</p></noscript>
    <div id="entry-form"></div>
    <template id="entry-blank"
      ><puntari-volunteer-form
        src="/panels/${panel.id}.json"
        action="${action}"
        lang="${lang}"
        no-restore
      ></puntari-volunteer-form
    ></template>
    <script type="module" src="${loader}"></script>
    <script type="module" src="${ENTRY_SCRIPT_PATH}"></script>`;
  return renderPage({ lang, title, main, stylesheet: FORM_STYLES_PATH });
}
