/**
 * A reporter for Node's tests with one line for each file, written when the file ends: which were run, how long they
 * took, and, should one never end, which it was and what it was doing.
 */

import { inspect } from 'node:util';

import { shown } from './paths.js';
import { duration, green, red } from './terminal.js';

/** A difference between two records can be longer than anybody reads. */
const MOST_LINES = 60;
/** What a file said last is what matters when it failed. */
const MOST_SAID = 4000;

const isFile = ({ name, file }) => name === file;

/** A suite fails when a test in it does; that one has been told already. */
const isOfItsOwn = ({ error }) => error?.failureType !== 'subtestsFailed';

function messageOf({ error }) {
  const cause = error?.cause ?? error;
  const text = cause instanceof Error ? (cause.stack ?? String(cause)) : inspect(cause);
  const lines = text.split('\n');
  const left = lines.length - MOST_LINES;
  return [...lines.slice(0, MOST_LINES), ...(left > 0 ? [`… and ${left} lines more`] : [])];
}

const indented = (lines) => lines.map((line) => `    ${line}\n`).join('');

/** What is known of one file. */
class Run {
  time;
  #file;
  #names = [];
  #at = '';
  #tests = 0;
  #failed = 0;
  #said = '';

  constructor(file) {
    this.#file = shown(file);
  }

  begin({ name, nesting }) {
    this.#names.length = nesting;
    this.#names[nesting] = name;
    this.#at = this.#names.join(' › ');
  }

  say(text) {
    this.#said = (this.#said + text).slice(-MOST_SAID);
  }

  pass({ type }) {
    if (type !== 'suite') this.#tests += 1;
  }

  fail({ name, nesting, details }) {
    if (!isOfItsOwn(details)) return '';
    this.pass(details);
    this.#failed += 1;
    const title = [...this.#names.slice(0, nesting), name].join(' › ');
    return `${red('✗')} ${this.#file}: ${title}\n${indented(messageOf(details))}`;
  }

  /** The file as a whole: it was told to end, or could not begin. */
  failAsWhole({ details }) {
    this.#failed += 1;
    const where = this.#at === '' ? '' : `, in or after "${this.#at}"`;
    return `${red('✗')} ${this.#file} as a whole${where}\n${indented(messageOf(details))}`;
  }

  end() {
    const mark = this.#failed > 0 ? red('✗') : green('✓');
    const failed = this.#failed > 0 ? `, ${this.#failed} failed` : '';
    const said = this.#failed > 0 ? this.#said.trimEnd() : '';
    return `${mark} ${this.#file} ${duration(this.time)} · ${this.#tests} tests${failed}\n${said && indented(said.split('\n'))}`;
  }
}

/**
 * Files that run beside each other report one after the other, but each says that it ended as soon as it does. So the
 * line of a file is written when it has ended and another has something to say.
 */
export default async function* fileReporter(source) {
  const runs = new Map();
  let current;
  const change = (to) => {
    const line = current !== to && current?.time !== undefined ? current.end() : '';
    if (line !== '' || to !== undefined) current = to;
    return line;
  };
  for await (const { type, data } of source) {
    if (data.file === undefined) continue;
    if (!runs.has(data.file)) runs.set(data.file, new Run(data.file));
    const run = runs.get(data.file);
    if (isFile(data) && type === 'test:complete') run.time = data.details.duration_ms;
    else if (isFile(data) && type === 'test:fail') yield change(run) + run.failAsWhole(data);
    else if (isFile(data) && type === 'test:dequeue') yield change(undefined);
    else if (!isFile(data)) {
      yield change(run);
      if (type === 'test:dequeue') run.begin(data);
      if (type === 'test:pass') run.pass(data.details);
      if (type === 'test:fail') yield run.fail(data);
      if (type === 'test:stdout' || type === 'test:stderr') run.say(data.message);
    }
  }
  if (current !== undefined) yield current.end();
}
