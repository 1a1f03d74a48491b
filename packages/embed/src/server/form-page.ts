import type { FieldError, FieldValues, RecordKind, RecordOf } from '@puntari/contracts';
import { loadLanguages, Locale } from '@puntari/core';

import { demandLang, demandOneOf, demandRecord } from './demand.js';
import { renderPlain } from './html.js';

export interface FormPageOptions {
  /** The record: parsed JSON. */
  readonly record: unknown;
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

/** The page's own heading; everything else is below it. */
const LEVEL = 1;

interface Form<K extends RecordKind> {
  readonly namespaces: readonly string[];
  onePage(
    record: RecordOf<K>,
    locale: Locale,
    options: FormPageOptions & { readonly level: number },
  ): unknown;
}

const formOf =
  <K extends RecordKind>(kind: K, load: () => Promise<Form<K>>) =>
  async (options: FormPageOptions): Promise<string> => {
    const { lang, texts = {} } = options;
    const record = demandRecord('renderFormPage', kind, options.record);
    const { namespaces, onePage } = await load();
    await loadLanguages(lang, namespaces);
    const locale = new RewordedLocale(lang, namespaces, texts);
    locale.timeZone = record.timeZone ?? undefined;
    return wrap(locale, await renderPlain(onePage(record, locale, { ...options, level: LEVEL })));
  };

const FORMS = {
  volunteer: formOf('panel', async () => {
    const { onePage } = await import('@puntari/widgets/volunteer-form/volunteer-form.one-page');
    const { VolunteerForm } = await import('@puntari/widgets/volunteer-form/volunteer-form');
    return { onePage, namespaces: VolunteerForm.namespaces };
  }),
  feedback: formOf('feedbackChannel', async () => {
    const { onePage } = await import('@puntari/widgets/feedback-block/feedback-block.one-page');
    const { FeedbackBlock } = await import('@puntari/widgets/feedback-block/feedback-block');
    const { namespaces, laterNamespaces } = FeedbackBlock;
    return { onePage, namespaces: [...namespaces, ...laterNamespaces] };
  }),
  proposal: formOf('topicCall', async () => {
    const { onePage } = await import('@puntari/widgets/topic-form/topic-form.one-page');
    const { TopicForm } = await import('@puntari/widgets/topic-form/topic-form');
    const { namespaces, laterNamespaces } = TopicForm;
    return { onePage, namespaces: [...namespaces, ...laterNamespaces] };
  }),
};

/**
 * The whole form on one page as HTML: heading, summary of errors with links, every field, one button. For browsers
 * without JavaScript and for `GET {action}` as HTML.
 *
 * @throws TypeError - When there is no such form, no language, or the record is not one that the form can show.
 * @returns markup for the main part of a page, to be styled by `widgets/form-page.css`.
 */
export async function renderFormPage(
  kind: keyof typeof FORMS,
  options: FormPageOptions,
): Promise<string> {
  demandOneOf('renderFormPage', Object.keys(FORMS), kind);
  demandLang(options.lang);
  return FORMS[kind](options);
}

const wrap = ({ lang, direction }: Locale, form: string): string =>
  `<div class="puntari-form" lang="${lang}" dir="${direction}">${form}</div>`;
