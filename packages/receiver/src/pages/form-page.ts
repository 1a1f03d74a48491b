import { pickText } from '@puntari/contracts';

import type { FormKind, FormPage, FormRenderer } from './form-renderer.js';
import { Html } from './html.js';
import { renderPage } from './layout.js';
import { wordsIn } from './words.js';

/** The whole form on one page, for those without JavaScript. */
export async function renderWholeForm(
  forms: FormRenderer,
  kind: FormKind,
  page: FormPage,
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
    main: new Html(await forms.renderFormPage(kind, page)),
  });
}
