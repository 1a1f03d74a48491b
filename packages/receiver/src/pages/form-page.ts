import { isIneligible, pickText } from '@puntari/contracts';

import type { FormKind, FormPage, FormRenderer } from './form-renderer.js';
import { Html, html } from './html.js';
import { renderPage } from './layout.js';
import { HIDDEN_FIELD } from '../submissions/suspicions.js';
import { type Translate, wordsIn } from './words.js';

/**
 * What people do not see: the time at which the form was given out, and a field for programs. Whoever sees it all the
 * same, without style sheets, is told to leave it empty.
 */
const unseen = (token: string, t: Translate): Html =>
  html`<input type="hidden" name="token" value="${token}" />
    <div class="apart" aria-hidden="true">
      <label
        >${t('form.leaveEmpty')}
        <input type="text" name="${HIDDEN_FIELD}" autocomplete="off" tabindex="-1"
      /></label>
    </div>`;

/** Puts something right before a tag of the form: the form itself comes as text. */
const before = (tag: '<form' | '</form>', part: Html, form: string): string =>
  form.replace(tag, () => `${part.text}${tag}`);

/** The first thing that is read aloud when the form comes back. */
function titleOf(title: string, { errors }: FormPage, t: Translate): string {
  if (errors.length === 0) return title;
  return t(errors.every(isIneligible) ? 'form.ineligibleTitle' : 'form.errorTitle', { title });
}

/** The whole form on one page, for those without JavaScript. */
export async function renderWholeForm(
  forms: FormRenderer,
  kind: FormKind,
  page: FormPage & { readonly token?: string },
  stylesheet: string,
): Promise<string> {
  const { lang, t } = wordsIn(page.lang);
  const title = t(`form.${kind}Title`, { title: pickText(page.record.title, lang).text });
  const form = await forms.renderFormPage(kind, page);
  const main = page.token === undefined ? form : before('</form>', unseen(page.token, t), form);
  return renderPage({ lang, title: titleOf(title, page, t), stylesheet, main: new Html(main) });
}

/** The same form for answers that are there already: it says so, and can be left without changing them. */
export async function renderCorrectionForm(
  forms: FormRenderer,
  page: FormPage & { readonly overview: string },
  stylesheet: string,
): Promise<string> {
  const { lang, t } = wordsIn(page.lang);
  const title = t('form.correctTitle', { title: pickText(page.record.title, lang).text });
  const texts = {
    'onePage.title': title,
    'check.send': t('form.correctSave'),
    help: t('form.correctHelp'),
  };
  const wayBack = html`<p><a href="${page.overview}">${t('manage.keep')}</a></p>`;
  const form = await forms.renderFormPage('volunteer', { ...page, texts });
  const intro = html`<p>${t('form.correctIntro')}</p>
    ${wayBack}`;
  const main = before('</form>', wayBack, before('<form', intro, form));
  return renderPage({ lang, title: titleOf(title, page, t), stylesheet, main: new Html(main) });
}
