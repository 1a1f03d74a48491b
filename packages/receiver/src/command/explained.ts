import type { FieldError } from '@puntari/contracts';

import { HttpProblem } from '../http/problem.js';
import { VersionChanged } from '../http/version-changed.js';
import { CommandError } from './command.js';

const errorLine = ({ pointer, code, params }: FieldError): string =>
  params?.['expected'] === undefined
    ? `  ${pointer}: ${code}`
    : `  ${pointer}: expected ${String(params['expected'])}, received ${String(params['received'] ?? 'nothing')}`;

/** A problem in the words of the command. */
export function explained(error: unknown): unknown {
  if (!(error instanceof HttpProblem)) return error;
  if (error.errors) {
    return new CommandError(`Nothing was recorded:\n${error.errors.map(errorLine).join('\n')}`);
  }
  if (error instanceof VersionChanged) return new CommandError(error.toCommand);
  return new CommandError(error.detail ?? error.message);
}
