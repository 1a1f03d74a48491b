/** Waiting for something outside. The pages have a policy that forbids the waiting that puppeteer offers. */

const PATIENCE = 10_000;
const PAUSE = 15;

/**
 * Asks again and again until the answer is neither false nor empty.
 *
 * @param what - For the message, when it never comes.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T> | T,
  patience = PATIENCE,
): Promise<NonNullable<Exclude<T, false>>> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== '' && answer != null)
      return answer as NonNullable<Exclude<T, false>>;
    if (Date.now() > end) throw new Error(`Waited ${String(patience)} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
