import { pickText } from '@puntari/contracts';

import type { FormKind, FormPage, FormRenderer } from './form-renderer.js';
import { Html, html } from './html.js';
import { renderPage } from './layout.js';
import { HIDDEN_FIELD } from '../submissions/suspicions.js';
import { type Translate, wordsIn } from './words.js';

/**
 * Adds what people do not see: the time at which the form was given out, and a field for programs. Whoever sees it all the
 * same, without style sheets, is told to leave it empty.
 */
function withUnseen(form: string, token: string | undefined, t: Translate): Html {
  if (token === undefined) return new Html(form);
  const unseen = html`<input type="hidden" name="token" value="${token}" />
    <div class="apart" aria-hidden="true">
      <label
        >${t('form.leaveEmpty')}
        <input type="text" name="${HIDDEN_FIELD}" autocomplete="off" tabindex="-1"
      /></label>
    </div>`;
  return new Html(form.replace('</form>', () => `${unseen.text}</form>`));
}

/** The whole form on one page, for those without JavaScript. */
export async function renderWholeForm(
  forms: FormRenderer,
  kind: FormKind,
  page: FormPage & { readonly token?: string },
  stylesheet: string,
): Promise<string> {
  const { lang, t } = wordsIn(page.lang);
  const { text } = pickText(page.record.title, lang);
  const title = t(`form.${kind}Title`, { title: text });
  return renderPage({
    lang,
    // The first thing that is read aloud when the form comes back.
    title: page.errors.length > 0 ? t('form.errorTitle', { title }) : title,
    stylesheet,
    main: withUnseen(await forms.renderFormPage(kind, page), page.token, t),
  });
}
