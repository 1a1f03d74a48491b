/** What every page of officers looks like. */
import { type Html, html } from '../pages/html.js';
import { renderPage } from '../pages/layout.js';
import { OFFICIAL_LANGUAGES, wordsIn } from '../pages/words.js';
import { ANSWERING_STYLES_PATH } from '../statements/styles.js';

interface Frame {
  readonly lang: string;
  readonly title: string;
  /** The address of this page, for the same in another language. */
  readonly path: string;
  readonly main: Html;
}

/** Every page of these, also in the other languages. */
export function frame({ lang, title, path, main }: Frame): string {
  const { t } = wordsIn(lang);
  const [address = '', query = ''] = path.split('?');
  const links = OFFICIAL_LANGUAGES.filter((other) => other !== lang).map((other) => {
    const params = new URLSearchParams(query);
    params.set('lang', other);
    const name = new Intl.DisplayNames([other], { type: 'language' }).of(other) ?? other;
    return html`<li>
      <a lang="${other}" hreflang="${other}" href="${address}?${params.toString()}">${name}</a>
    </li>`;
  });
  return renderPage({
    lang,
    title,
    stylesheet: ANSWERING_STYLES_PATH,
    main: html`${main}
      <nav aria-label="${t('answering.language')}">
        <ul>
          ${links}
        </ul>
      </nav>`,
  });
}

export const backTo = (path: string, lang: string, words: string): Html =>
  html`<p><a href="${path}?lang=${lang}">${words}</a></p>`;

/** For whom the browser has not asked yet, or who gave it up. */
export function renderSignInPage(tag: string): string {
  const { lang, t } = wordsIn(tag);
  const title = t('answering.signInTitle');
  const main = html`<h1>${title}</h1>
    <p>${t('answering.signInText')}</p>`;
  return renderPage({ lang, title, main });
}
