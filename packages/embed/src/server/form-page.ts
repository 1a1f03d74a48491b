import type {
  FeedbackChannel,
  FieldError,
  FieldValues,
  Panel,
  TopicCall,
} from '@puntari/contracts';
import { loadLanguages, Locale } from '@puntari/core';

import { demandLang, demandOneOf } from './demand.js';
import { renderPlain } from './html.js';

export interface FormPageOptions<R = Panel | FeedbackChannel | TopicCall> {
  readonly record: R;
  /** Where the form posts to. */
  readonly action: string;
  /** The wished language; falls back text by text. */
  readonly lang: string;
  /** What stands in the fields. */
  readonly values: FieldValues;
  readonly errors: readonly FieldError[];
  /** Texts in place of the form's own, by their key and as they are shown: a form that corrects is no first one. */
  readonly texts?: Readonly<Record<string, string>> | undefined;
}

/** Says some things in the words of the page that the form stands on. */
class RewordedLocale extends Locale {
  readonly #texts: Readonly<Record<string, string>>;

  constructor(
    lang: string,
    namespaces: readonly string[],
    texts: Readonly<Record<string, string>>,
  ) {
    super(lang, namespaces);
    this.#texts = texts;
  }

  override get t(): Locale['t'] {
    const own = super.t;
    return (key, values) =>
      (typeof key === 'string' ? this.#texts[key] : undefined) ?? own(key, values);
  }
}

const FORM_KINDS = ['volunteer', 'feedback', 'proposal'] as const;
type FormKind = (typeof FORM_KINDS)[number];

/** The page's own heading; everything else is below it. */
const LEVEL = 1;

/**
 * The whole form on one page as HTML: heading, summary of errors with links, every field, one button. For browsers
 * without JavaScript and for `GET {action}` as HTML.
 *
 * @throws TypeError - When there is no such form, or no language.
 * @returns markup for the main part of a page, to be styled by `widgets/form-page.css`.
 */
export async function renderFormPage(kind: FormKind, options: FormPageOptions): Promise<string> {
  demandOneOf('renderFormPage', FORM_KINDS, kind);
  demandLang(options.lang);
  const { record } = options;
  if (kind === 'volunteer') {
    const { onePage } = await import('@puntari/widgets/volunteer-form/volunteer-form.one-page');
    const { VolunteerForm } = await import('@puntari/widgets/volunteer-form/volunteer-form');
    const locale = await speak(options, VolunteerForm.namespaces);
    return wrap(
      locale,
      await renderPlain(onePage(record as Panel, locale, { ...options, level: LEVEL })),
    );
  }
  if (kind === 'proposal') {
    const { onePage } = await import('@puntari/widgets/topic-form/topic-form.one-page');
    const { TopicForm } = await import('@puntari/widgets/topic-form/topic-form');
    const { namespaces, laterNamespaces } = TopicForm;
    const locale = await speak(options, [...namespaces, ...laterNamespaces]);
    return wrap(
      locale,
      await renderPlain(onePage(record as TopicCall, locale, { ...options, level: LEVEL })),
    );
  }
  const { onePage } = await import('@puntari/widgets/feedback-block/feedback-block.one-page');
  const { FeedbackBlock } = await import('@puntari/widgets/feedback-block/feedback-block');
  const { namespaces, laterNamespaces } = FeedbackBlock;
  const locale = await speak(options, [...namespaces, ...laterNamespaces]);
  return wrap(
    locale,
    await renderPlain(onePage(record as FeedbackChannel, locale, { ...options, level: LEVEL })),
  );
}

async function speak(
  { lang, record, texts = {} }: FormPageOptions,
  namespaces: readonly string[],
): Promise<Locale> {
  await loadLanguages(lang, namespaces);
  const locale = new RewordedLocale(lang, namespaces, texts);
  locale.timeZone = record.timeZone;
  return locale;
}

const wrap = ({ lang, direction }: Locale, form: string): string =>
  `<div class="puntari-form" lang="${lang}" dir="${direction}">${form}</div>`;
