/** Named steps with their times, and a table of them at the end. */

import { bold, duration, green, red, yellow } from './terminal.js';

/** A result of a step: `ok`, an optional `note` for the table, and `output` to show when it failed. */
export async function timed(name, act, { log = console.log } = {}) {
  const start = performance.now();
  let result;
  try {
    result = (await act()) ?? { ok: true };
  } catch (error) {
    result = {
      ok: false,
      output: `${error instanceof Error ? (error.stack ?? error.message) : error}\n`,
    };
  }
  const step = { name, time: performance.now() - start, ...result };
  if (!step.ok && step.output) process.stderr.write(`\n${step.output.trimEnd()}\n\n`);
  log(lineOf(step));
  return step;
}

function lineOf({ name, ok, time, note }) {
  const mark = ok ? green('✓') : red('✗');
  return `${mark} ${name} ${duration(time)}${note ? ` · ${note}` : ''}`;
}

/** The table of all steps; warnings stand below it, where they are seen last. */
export function printSummary(steps, { notRun = [], warnings = [] } = {}) {
  const width = Math.max(
    ...[...steps, ...notRun.map((name) => ({ name }))].map(({ name }) => name.length),
  );
  console.log(bold('\nSummary'));
  for (const { name, ok, time, note } of steps) {
    const verdict = ok ? green('passed') : red('failed');
    console.log(
      `  ${name.padEnd(width)}  ${verdict}  ${duration(time).padStart(10)}  ${note ?? ''}`.trimEnd(),
    );
  }
  for (const name of notRun) console.log(`  ${name.padEnd(width)}  ${yellow('not run')}`);
  const total = steps.reduce((sum, { time }) => sum + time, 0);
  console.log(`  ${''.padEnd(width)}          ${duration(total).padStart(10)}`);
  for (const warning of warnings) console.log(`\n${yellow(bold('!'))} ${yellow(warning)}`);
}
