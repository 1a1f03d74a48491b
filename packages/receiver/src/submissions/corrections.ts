/** Correcting answers behind a private link, as pages. */
import {
  type FieldError,
  type FieldValues,
  isIneligible,
  type Panel,
  type Submission,
} from '@puntari/contracts';

import { HttpProblem } from '../http/problem.js';
import { renderCorrectionForm } from '../pages/form-page.js';
import { renderIneligiblePage } from '../pages/ineligible-page.js';
import type { ManagePage } from '../pages/manage-page.js';
import { cleanValue } from './body.js';
import type { FormBody } from './form-body.js';
import { correct } from './managing.js';
import type { RegistrationAction } from './registrations.js';
import type { SubmissionContext } from './routes.js';
import type { Visit } from './visit.js';

/** Who helped is not asked again by every form; a form that asks has the field, also where nothing stands in it. */
const helperOf = ({ helper }: Submission): FieldValues =>
  helper ? { 'helper/name': helper.name } : {};

interface Filled {
  readonly values: FieldValues;
  readonly errors: readonly FieldError[];
}

/** An answer to somebody whose answers can still be corrected. */
export interface CorrectionPage {
  readonly status: 200 | 422;
  readonly text: string;
}

/** Shows and takes the form of a registration that is there already. */
export class Corrections {
  readonly #action: RegistrationAction;
  readonly #context: SubmissionContext;

  constructor(action: RegistrationAction, context: SubmissionContext) {
    this.#action = action;
    this.#context = context;
  }

  /** The form, with what stands in it. */
  form({ path, lang }: Visit, record: Panel, filled: Filled): Promise<string> {
    const { forms, formStyles } = this.#context;
    const overview = `${path}?lang=${encodeURIComponent(lang)}`;
    const page = { record, action: overview, overview, lang, ...filled };
    return renderCorrectionForm(forms, page, formStyles);
  }

  /**
   * Takes what was posted.
   *
   * @returns nothing when it was stored; else what to show, and nothing has changed.
   */
  async take(
    visit: Visit,
    body: FormBody,
    page: ManagePage & { readonly panel: Panel; readonly own: { readonly submission: Submission } },
  ): Promise<CorrectionPage | undefined> {
    const { lang } = visit;
    const { panel, own } = page;
    const { start, ...values } = body.values;
    if (start !== undefined) {
      return { status: 200, text: await this.form(visit, panel, { values, errors: [] }) };
    }
    const draft = this.#action.fromFields(panel, { ...helperOf(own.submission), ...values }, lang);
    const errors = await this.#store(visit, panel, cleanValue(draft));
    if (errors === undefined) return undefined;
    const text = errors.some(isIneligible)
      ? renderIneligiblePage({ ...page, values, errors })
      : await this.form(visit, panel, { values, errors });
    return { status: 422, text };
  }

  /** @returns what is wrong; nothing when it was stored. */
  async #store(
    { request, own }: Visit,
    panel: Panel,
    draft: unknown,
  ): Promise<readonly FieldError[] | undefined> {
    const checked = this.#action.check(panel, draft);
    if ('errors' in checked) return checked.errors;
    const { db, wrongCodes } = this.#context;
    const now = this.#context.now();
    const correction = { panel, submission: checked.submission, now };
    try {
      await wrongCodes.guard(request.ip, now, () => correct(db, this.#action, own, correction));
      return undefined;
    } catch (error) {
      if (!(error instanceof HttpProblem) || !error.errors) throw error;
      return error.errors;
    }
  }
}
