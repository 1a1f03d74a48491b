/**
 * Loaded before every browser test (scripts/lib/test-runner-plugins.js puts the import there).
 *
 * A test that logs a warning or an error fails, unless it said with `expectLog` that it will.
 */

type Level = 'warn' | 'error';

interface Entry {
  readonly level: Level;
  readonly text: string;
}

let entries: Entry[] = [];
let expected: { pattern: RegExp; seen: boolean }[] = [];

function textOf(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (typeof value === 'object' && value !== null) {
    try {
      return JSON.stringify(value);
    } catch {
      return Object.prototype.toString.call(value);
    }
  }
  return String(value);
}

for (const level of ['warn', 'error'] as const) {
  const original = console[level].bind(console);
  console[level] = (...values: unknown[]) => {
    const text = values.map(textOf).join(' ');
    const expectation = expected.find(({ pattern }) => pattern.test(text));
    if (expectation === undefined) {
      entries.push({ level, text });
      original(...values);
    } else {
      expectation.seen = true;
    }
  };
}

/**
 * Says that the rest of this test logs a warning or an error that matches. The test fails if it
 * does not. Call it before the act.
 */
export function expectLog(pattern: RegExp): void {
  expected.push({ pattern, seen: false });
}

/** What was logged since the last look, as the error of the test that logged it. */
function takeProblem(): Error | undefined {
  const unexpected = entries.map(({ level, text }) => `console.${level}: ${text}`);
  const missing = expected
    .filter(({ seen }) => !seen)
    .map(({ pattern }) => `expected a log that matches ${String(pattern)}, and none came`);
  entries = [];
  expected = [];
  const lines = [...unexpected, ...missing];
  return lines.length === 0 ? undefined : new Error(`The console: ${lines.join('\n')}`);
}

/** The runner prints an element with all that hangs on it, and does not come back. The message names it already. */
function withoutNodes(error: unknown): unknown {
  const { actual, expected } = error as { actual?: unknown; expected?: unknown };
  if (actual instanceof Node || expected instanceof Node) {
    Object.assign(error as object, { actual: undefined, expected: undefined, showDiff: false });
  }
  return error;
}

interface TestToRun {
  fn?: (this: unknown, ...args: unknown[]) => unknown;
}

beforeEach(function () {
  const test = this.currentTest as TestToRun | undefined;
  const original = test?.fn;
  // Taking a callback is the old way of being asynchronous; such a test is looked at in afterEach.
  if (test === undefined || original === undefined || original.length > 0) return;
  // A throwing hook would stop the whole file, so the look is made a part of the test itself.
  test.fn = async function (this: unknown) {
    try {
      await original.call(this);
    } catch (error) {
      throw withoutNodes(error);
    }
    const problem = takeProblem();
    if (problem !== undefined) throw problem;
  };
});

afterEach(() => {
  const problem = takeProblem();
  if (problem !== undefined) throw problem;
});
