/** A module of its own: nobody needs it before the first Continue. */
import {
  checkSubmission,
  type Draft,
  type Panel,
  type Submission,
  submissionFromFields,
} from '@puntari/contracts';
import type { SubmissionRules } from '@puntari/core';

export const rules: SubmissionRules<Panel, Draft<Submission>> = {
  from: submissionFromFields,
  check: checkSubmission,
};
