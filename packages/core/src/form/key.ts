/** Each digit of a UUID of version 4 that is drawn; the others say which version and variant it is. */
const TEMPLATE = '10000000-1000-4000-8000-100000000000';

/**
 * A key for one submission, from its first try to its receipt, so that a retry is never a second one. Drawn by hand:
 * `randomUUID` exists only in secure contexts, and old intranets are not always such.
 */
export function newKey(): string {
  return TEMPLATE.replaceAll(/[018]/g, (digit) => {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    const bits = Number(digit);
    // 8 keeps its upper bits (the variant), 0 and 1 take all four.
    return (bits ^ (byte & (15 >> (bits / 4)))).toString(16);
  });
}
