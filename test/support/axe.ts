/** axe-core with the rules that this project holds to. */

import 'axe-core/axe.min.js';

import type { AxeResults, ElementContext, RunOptions } from 'axe-core';

declare global {
  // The script puts itself here; as a module it exports nothing.
  var axe: { run: (context: ElementContext, options: RunOptions) => Promise<AxeResults> };
}

const OPTIONS: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  rules: {
    // Both are off by default, and both find real faults.
    'target-size': { enabled: true },
    'label-content-name-mismatch': { enabled: true },
    // The page around a widget under test is bare.
    region: { enabled: false },
    'landmark-one-main': { enabled: false },
    'page-has-heading-one': { enabled: false },
  },
  resultTypes: ['violations', 'incomplete'],
};

/** What axe cannot decide is looked into, except what it never can decide. */
const ALWAYS_INCOMPLETE = new Set(['css-orientation-lock']);

export interface AxeAllowance {
  /** Rules left out, with the reason beside the call. */
  readonly without?: readonly string[];
  /** Rules that may be undecided here, with the reason beside the call. */
  readonly undecided?: readonly string[];
  /** Boxes lie over each other by design here, so that axe cannot tell what some text stands on. */
  readonly hasOverlaps?: boolean;
}

type Result = AxeResults['incomplete'][number];

const OVERLAPS = ['bgOverlap', 'elmPartiallyObscured', 'elmPartiallyObscuring'];

const isOverlap = ({ any }: Result['nodes'][number]): boolean =>
  any.every(({ data }) =>
    OVERLAPS.includes((data as { messageKey?: string } | undefined)?.messageKey ?? ''),
  );

/** What is left of a result without the places where boxes overlap. */
function withoutOverlaps(result: Result): Result {
  if (result.id !== 'color-contrast') return result;
  return { ...result, nodes: result.nodes.filter((node) => !isOverlap(node)) };
}

/** Everything that axe finds wrong in an element, and everything it could not decide. */
export async function axeProblems(
  element: Element | Document,
  { without = [], undecided = [], hasOverlaps = false }: AxeAllowance = {},
): Promise<string[]> {
  const disabled = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const { violations, incomplete } = await globalThis.axe.run(element, {
    ...OPTIONS,
    rules: { ...OPTIONS.rules, ...disabled },
  });
  const open = incomplete
    .filter(({ id }) => !ALWAYS_INCOMPLETE.has(id) && !undecided.includes(id))
    .map((result) => (hasOverlaps ? withoutOverlaps(result) : result))
    .filter(({ nodes }) => nodes.length > 0);
  return [
    ...violations.map((result) => lineOf('axe', result)),
    ...open.map((result) => lineOf('axe, undecided', result)),
  ];
}

function lineOf(kind: string, { id, help, nodes }: AxeResults['violations'][number]): string {
  const places = nodes.map(({ target, failureSummary, any, all, none }) => {
    const reasons = [...any, ...all, ...none].map(({ message }) => message);
    return `    ${JSON.stringify(target)}: ${failureSummary ?? ''} ${reasons.join('; ')}`;
  });
  return `${kind}: ${id} (${help})\n${places.join('\n')}`;
}

/** Fails the test when axe finds anything. */
export async function expectAxe(
  element: Element | Document,
  allowance?: AxeAllowance,
): Promise<void> {
  const problems = await axeProblems(element, allowance);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
