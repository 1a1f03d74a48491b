/** How long the browser may be busy before that no longer counts, in milliseconds. */
const AT_LATEST = 300;
/** What Safari, which cannot say when it is idle, gets for drawing. */
const FOR_DRAWING = 50;

/**
 * Resolves when the browser has drawn what it was asked to draw. What nobody sees waits for this: on an old phone it would
 * come between a resident and the page.
 */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis)
      requestIdleCallback(
        () => {
          resolve();
        },
        { timeout: AT_LATEST },
      );
    else setTimeout(resolve, FOR_DRAWING);
  });
}
