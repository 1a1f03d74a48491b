/** One error as the summary shows it. Without a field it is text only. */
export interface SummaryError {
  readonly message: string;
  /** The field's name; absent where no field of this form is meant. */
  readonly name?: string;
}

/** The heading that takes focus after a failed Continue: a heading is read whole, an alert three times. */
export const SUMMARY_HEADING = 'error-summary';
