import type { Purpose } from './common.js';

/** The parts of the purpose block that are missing, as pointers into it. */
export function purposeGaps(purpose: Purpose | undefined): string[] {
  const decision = purpose?.decision;
  const gaps: string[] = [];
  if (!purpose?.why) gaps.push('/why');
  if (!purpose?.expected) gaps.push('/expected');
  if (!purpose?.usedFor) gaps.push('/usedFor');
  if (!decision?.body) gaps.push('/decision/body');
  // A standing channel has no single decision day; it must then say in words how it is tied to deciding.
  if (!decision?.plannedOn && !decision?.note) gaps.push('/decision/plannedOn');
  if (!decision?.attach?.length) gaps.push('/decision/attach');
  return gaps;
}
