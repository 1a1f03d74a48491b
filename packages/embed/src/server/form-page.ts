import type { FeedbackChannel, FieldError, FieldValues, Panel } from '@puntari/contracts';
import { loadLanguages, Locale } from '@puntari/core';

import { renderPlain } from './html.js';

export interface FormPageOptions<R = Panel | FeedbackChannel> {
  readonly record: R;
  /** Where the form posts to. */
  readonly action: string;
  /** The wished language; falls back text by text. */
  readonly lang: string;
  /** What stands in the fields. */
  readonly values: FieldValues;
  readonly errors: readonly FieldError[];
}

/** The page's own heading; everything else is below it. */
const LEVEL = 1;

/**
 * The whole form on one page as HTML: heading, summary of errors with links, every field, one button. For browsers
 * without JavaScript and for `GET {action}` as HTML.
 *
 * @returns markup for the main part of a page, to be styled by `widgets/form-page.css`.
 */
export async function renderFormPage(
  kind: 'volunteer' | 'feedback',
  options: FormPageOptions,
): Promise<string> {
  const { lang, record } = options;
  if (kind === 'volunteer') {
    const { onePage } = await import('@puntari/widgets/volunteer-form/volunteer-form.one-page');
    const { VolunteerForm } = await import('@puntari/widgets/volunteer-form/volunteer-form');
    const locale = await speak(lang, VolunteerForm.namespaces, record);
    return wrap(
      locale,
      await renderPlain(onePage(record as Panel, locale, { ...options, level: LEVEL })),
    );
  }
  const { onePage } = await import('@puntari/widgets/feedback-block/feedback-block.one-page');
  const { FeedbackBlock } = await import('@puntari/widgets/feedback-block/feedback-block');
  const locale = await speak(lang, FeedbackBlock.namespaces, record);
  return wrap(
    locale,
    await renderPlain(onePage(record as FeedbackChannel, locale, { ...options, level: LEVEL })),
  );
}

async function speak(
  lang: string,
  namespaces: readonly string[],
  { timeZone }: Panel | FeedbackChannel,
): Promise<Locale> {
  await loadLanguages(lang, namespaces);
  const locale = new Locale(lang, namespaces);
  locale.timeZone = timeZone;
  return locale;
}

const wrap = ({ lang, direction }: Locale, form: string): string =>
  `<div class="puntari-form" lang="${lang}" dir="${direction}">${form}</div>`;
