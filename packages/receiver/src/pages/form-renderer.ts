import type { FieldError, FieldValues } from '@puntari/contracts';

import type { Asking } from '../submissions/action.js';

export type FormKind = 'volunteer' | 'feedback' | 'proposal';

export interface FormPage<R = Asking> {
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
