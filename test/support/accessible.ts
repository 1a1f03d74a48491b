/** Every gate that a state of a widget must pass: our own invariants, axe, IBM's engine. */
import { axeProblems, type AxeAllowance } from './axe.js';
import { engine } from './engine.js';
import { ibmProblems } from './ibm.js';
import { invariantProblems } from './invariants.js';

/**
 * Fails with everything that is wrong with a widget as it stands. The two engines of others run in Chromium, where they
 * are at home; the invariants hold everywhere.
 */
export async function expectAccessible(
  widget: Element,
  allowance: AxeAllowance = {},
): Promise<void> {
  const problems = invariantProblems(widget);
  if (engine === 'chromium') {
    problems.push(...(await axeProblems(widget, allowance)), ...(await ibmProblems(widget)));
  }
  if (problems.length > 0) throw new Error(`Not accessible:\n${problems.join('\n')}`);
}
