/**
 * What makes an entry look like a program's. It is noted for officers and never a reason to refuse: people fill in forms
 * in odd ways too, and their answers must not be lost.
 */
export const SUSPICIONS = ['hidden-field', 'too-fast'] as const;
export type Suspicion = (typeof SUSPICIONS)[number];

/** A field that people neither see nor reach; programs fill in whatever there is. Its name is like any other. */
export const HIDDEN_FIELD = 'contact/homepage';

/** Nobody reads and answers a whole form in less. */
const LEAST_SECONDS = 3;

const MARK = 'suspicious: ';

/**
 * @param fillSeconds - How long the form was open; `null` when that is not known, which is nothing odd.
 * @param hidden - What stood in the field that people do not see.
 */
export function suspicionsOf(fillSeconds: number | null, hidden: string | undefined): Suspicion[] {
  return [
    ...(hidden !== undefined && hidden.trim() !== '' ? (['hidden-field'] as const) : []),
    ...(fillSeconds !== null && fillSeconds < LEAST_SECONDS ? (['too-fast'] as const) : []),
  ];
}

/** The comment of the history on what happened; nothing where there is nothing to say. */
export function commentOf(suspicions: readonly Suspicion[], what?: string): string | null {
  const parts = [what, suspicions.length > 0 ? MARK + suspicions.join(' ') : undefined];
  return parts.filter((part) => part !== undefined).join('; ') || null;
}

/** The suspicions that comments of a history tell of, each once. */
export function suspicionsIn(comments: readonly (string | undefined)[]): Suspicion[] {
  const noted = comments.flatMap((comment) => comment?.split(MARK)[1]?.split(' ') ?? []);
  return SUSPICIONS.filter((suspicion) => noted.includes(suspicion));
}
