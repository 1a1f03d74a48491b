/** Starting other programs, the same way everywhere. */

import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { ROOT } from './paths.js';

/** A tool from node_modules, started with this Node and not through a shell. */
export const tool = (...path) => join(ROOT, 'node_modules', ...path);

/** What was told to end has this long to end what it started itself. */
const GRACE_MS = 10_000;

/**
 * Runs a program to its end, or for `limitMinutes`. Its output is shown as it comes, or with `quiet` only when it fails.
 * Resolves to whether it ended well, and what it said.
 */
export function run(
  command,
  commandArguments = [],
  { quiet = false, env = {}, cwd = ROOT, limitMinutes } = {},
) {
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, {
      cwd,
      env: { ...process.env, ...env },
      // Nothing here asks anything; some tools wait on an open stdin, and some fail on a closed one.
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    const limit = (limitMinutes ?? 0) * 60_000;
    const timers = limit === 0 ? [] : [setTimeout(end, limit), setTimeout(kill, limit + GRACE_MS)];
    function end() {
      output += `${commandArguments.join(' ')} was told to end after ${limitMinutes} minutes.\n`;
      child.kill('SIGTERM');
    }
    function kill() {
      child.kill('SIGKILL');
    }
    child.once('error', (error) => resolve({ ok: false, output: `${output}${error.message}\n` }));
    child.once('close', (code) => {
      for (const timer of timers) clearTimeout(timer);
      resolve({ ok: code === 0, output });
    });
  });
}

/** Runs a script or a tool of node_modules in Node. */
export const runNode = (script, commandArguments = [], options = {}) =>
  run(process.execPath, [script, ...commandArguments], options);

/** npm, by the program that started us, so that it is the same npm. */
export function runNpm(commandArguments, options) {
  const npm = process.env['npm_execpath'];
  if (npm?.endsWith('.js')) return runNode(npm, commandArguments, options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', commandArguments, options);
}
