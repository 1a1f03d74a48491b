import { HttpProblem } from './problem.js';

const lookAgain = (what: string, how: string): string =>
  `${what} Nothing was recorded: look at what stands there now, and send again with ${how}.`;

/** Somebody has recorded something since. What is a header to a program is an option to who gives a command. */
export class VersionChanged extends HttpProblem {
  readonly toCommand: string;

  constructor(what: string, version: number) {
    super('version-changed', { detail: lookAgain(what, `If-Match: "${String(version)}"`) });
    this.toCommand = lookAgain(what, `--version ${String(version)}`);
  }
}
