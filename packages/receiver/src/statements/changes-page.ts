/** What changed about a statement, as a page that anybody can read. */
import { pickText, type Statement } from '@puntari/contracts';

import { formatDate } from '../pages/dates.js';
import { type Html, html } from '../pages/html.js';
import { renderPage } from '../pages/layout.js';
import { paragraphsIn } from '../pages/parts.js';
import { wordsIn } from '../pages/words.js';
import type { DatedChange } from './changes.js';
import { itemNameIn, statusWord } from './words.js';

export interface ChangesPage {
  readonly statement: Statement;
  readonly changes: readonly DatedChange[];
  readonly lang: string;
  readonly since: string | undefined;
}

/** The first of an item carries its name, so that a link to it leads to what is newest. */
function part(change: DatedChange, lang: string, isFirst: boolean): Html {
  const { t } = wordsIn(lang);
  const { kind, status, on, corrected, item } = change;
  const what = t(corrected ? `changes.was.corrected.${kind}` : `changes.was.new.${kind}`);
  return html`<h2 ${isFirst && html`id="${item}"`}>${itemNameIn(change, lang)}</h2>
    <p>
      <time datetime="${on}">${formatDate(on, lang)}</time>. ${what}
      ${t('changes.status', { status: statusWord(status, lang) })}
    </p>
    ${change.texts.map((text) => paragraphsIn(text, lang))}`;
}

export function renderChangesPage({ statement, changes, lang: tag, since }: ChangesPage): string {
  const { lang, t } = wordsIn(tag);
  const title = t('changes.title', { title: pickText(statement.title, lang).text });
  const seen = new Set<string>();
  const parts = changes.map((change) => {
    const isFirst = !seen.has(change.item);
    seen.add(change.item);
    return part(change, lang, isFirst);
  });
  const main = html`<h1>${title}</h1>
    ${since !== undefined && html`<p>${t('changes.since', { date: formatDate(since, lang) })}</p>`}
    ${changes.length === 0 && html`<p>${t('changes.none')}</p>`} ${parts}
    <p>
      <a href="/statements/${statement.id}/changes.atom?lang=${lang}">${t('changes.follow')}</a>
    </p>`;
  return renderPage({ lang, title, main });
}
