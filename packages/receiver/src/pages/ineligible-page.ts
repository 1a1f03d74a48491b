/** The page that a correction gets by which its sender could no longer take part. */
import { type FieldError, type FieldValues, isIneligible, type Panel } from '@puntari/contracts';

import { type Html, html } from './html.js';
import { renderPage } from './layout.js';
import { linkTo, type ManagePage, whomToCall } from './manage-page.js';
import { FORM_STYLES_PATH } from './stylesheet.js';
import { type Translate, type WordKey, wordsIn } from './words.js';

export interface IneligiblePage extends ManagePage {
  readonly panel: Panel;
  /** What was sent: whoever slipped goes on from there. */
  readonly values: FieldValues;
  readonly errors: readonly FieldError[];
}

/** From what age, or until what age, one can take part. Of the year of birth alone no more can be said than the year. */
export function ageLimit(
  code: 'tooYoung' | 'tooOld',
  { registration }: Panel,
  t: Translate,
): string {
  const { minimumAge, maximumAge, referenceDate } = registration;
  const age = String(code === 'tooYoung' ? minimumAge : maximumAge);
  return t(`ineligible.${code}`, { age, year: referenceDate.slice(0, 4) });
}

const REASONS: Readonly<Record<string, WordKey>> = {
  '/eligibility/excluded': 'ineligible.excluded',
  '/availability': 'ineligible.availability',
};

/** Why somebody cannot take part, in a sentence. */
function reasonOf({ code, pointer }: FieldError, panel: Panel, t: Translate): string {
  if (code === 'tooYoung' || code === 'tooOld') return ageLimit(code, panel, t);
  return t(REASONS[pointer] ?? 'ineligible.livesInArea');
}

/** Asks for the form again, with what was written in it. */
function backToForm({ path, lang: asked, values }: IneligiblePage, t: Translate): Html {
  const fields = Object.entries(values).flatMap(([name, value]) =>
    [value ?? []]
      .flat()
      .map((text) => html`<input type="hidden" name="${name}" value="${text}" />`),
  );
  return html`<form method="post" action="${path}?lang=${asked}">
    ${fields}
    <button type="submit" name="start" value="true">${t('ineligible.change')}</button>
  </form>`;
}

/** Says why in plain words, that nothing has changed, and what can be done now. */
export function renderIneligiblePage(page: IneligiblePage): string {
  const { lang, t } = wordsIn(page.lang);
  const title = t('ineligible.title');
  const reasons = page.errors.filter(isIneligible).map((error) => reasonOf(error, page.panel, t));
  const main = html`<h1>${title}</h1>
    <p>${t('ineligible.text')}</p>
    <ul>
      ${[...new Set(reasons)].map((reason) => html`<li>${reason}</li>`)}
    </ul>
    <h2>${t('ineligible.next')}</h2>
    <p>${t('ineligible.changeText')}</p>
    ${backToForm(page, t)}
    <p>${t('ineligible.withdrawText')}</p>
    <p><a href="${linkTo(page, '/withdraw', lang)}">${t('manage.withdraw')}</a></p>
    <p><a href="${linkTo(page, '', lang)}">${t('manage.keep')}</a></p>
    ${whomToCall(page, lang, t)}`;
  return renderPage({ lang, title, main, stylesheet: FORM_STYLES_PATH });
}
