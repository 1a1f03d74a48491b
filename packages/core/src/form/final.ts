/** Answers of the receiver after which another try is of no use. */
export const FINAL: readonly string[] = ['closed', 'upcoming', 'full', 'cancelled'];
