/** What `test/every-story.test.ts` must know of a story; given as `parameters.sweep`, with the reason beside it. */
export interface Sweep {
  /** What the developer is told on the console in this state; the sweep fails if it is not said. */
  readonly logs?: readonly RegExp[];
  /** Why a server prints this state differently from what the script makes of it. */
  readonly differsOnServer?: string;
  /** Rules of axe that cannot be decided here. */
  readonly undecided?: readonly string[];
}

export const sweep = (options: Sweep): { sweep: Sweep } => ({ sweep: options });

/** Tag of a story that the sweep leaves out. Give the reason beside it. */
export const NOT_SWEPT = 'not-swept';
