import { disclosure } from '../primitives/disclosure.js';
import { errorSummary } from '../primitives/error-summary.js';
import { facts } from '../primitives/facts.js';
import { fieldError } from '../primitives/field-error.js';
import { icon } from '../primitives/icon.js';
import { reference } from '../primitives/reference.js';
import { spinner } from '../primitives/spinner.js';

/** The looks of what comes after the first rendering: errors, answers, receipt. */
export const lateStyles = [fieldError, disclosure, errorSummary, facts, icon, reference, spinner];
