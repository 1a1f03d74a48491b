/** How long a browser may take to begin, in milliseconds; older ones read the address only after the click. */
const RELEASE_AFTER = 60_000;

/**
 * Gives the reader a file that was made on this page: nothing is asked of a server.
 *
 * @param type - The media type, such as `text/calendar`.
 */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  // Not in the page, so that no listener of the page sees it.
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, RELEASE_AFTER);
}
