/** What the law requires to be said where somebody is asked for their details. */
import type { Privacy } from '@puntari/contracts';
import { html, nothing, type TemplateResult } from 'lit';

import { inline } from '../texts.js';
import type { FieldContext } from './field-context.js';

/**
 * Who handles what is written, why, on what basis, for how long and with which rights; and the whole notice.
 *
 * @param resolve - Makes an address of the record absolute.
 */
export function privacyText(
  privacy: Privacy,
  { t, locale }: Pick<FieldContext, 't' | 'locale'>,
  resolve: (url: string) => string = (url) => url,
): TemplateResult {
  const { controller, purpose, legalBasis, retainUntil, rights, noticeUrl } = privacy;
  const { lang } = locale;
  return html`<p>${`${t('privacy.controller')} `}${inline(controller, lang)}</p>
    <p>${inline(purpose, lang)}</p>
    <p>${`${t('privacy.basis')} `}${inline(legalBasis, lang)}</p>
    <p>${t('privacy.until', { date: locale.date(retainUntil) })}</p>
    ${rights ? html`<p>${inline(rights, lang)}</p>` : nothing}
    <p><a href=${resolve(locale.text(noticeUrl).text)}>${t('privacy.notice')}</a></p>`;
}
