/** `npm run fix`: everything that a program can mend. What the linter cannot, it names. */

import { runNode, tool } from './lib/run.js';

const lint = await runNode(tool('eslint', 'bin', 'eslint.js'), ['.', '--fix', '--quiet']);
// Afterwards, because the linter moves members and leaves their indentation behind.
const format = await runNode(tool('prettier', 'bin', 'prettier.cjs'), [
  '--write',
  '--log-level=warn',
  '.',
]);
process.exitCode = lint.ok && format.ok ? 0 : 1;
