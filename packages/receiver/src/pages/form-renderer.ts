import type { FeedbackChannel, FieldError, FieldValues, Panel } from '@puntari/contracts';

export type FormKind = 'volunteer' | 'feedback';

export interface FormPage<R = Panel | FeedbackChannel> {
  readonly record: R;
  /** Where the form posts to. */
  readonly action: string;
  readonly lang: string;
  readonly values: FieldValues;
  readonly errors: readonly FieldError[];
  /** Texts in place of the form's own, by their key and as they are shown. */
  readonly texts?: Readonly<Record<string, string>> | undefined;
}

/** Prints the whole form on one page: a native `<form method="post">` with its heading (`h1`), summary of errors and fields. */
export interface FormRenderer {
  renderFormPage(kind: FormKind, page: FormPage): Promise<string>;
}
