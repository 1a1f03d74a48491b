/** At least this long between clearing and setting, in milliseconds: the same text at once is not said again. */
const PAUSE = 120;

/**
 * The one polite live region of a widget. It is there and empty from the first rendering, because text in a region that
 * appears together with its text is not spoken by all screen readers.
 */
export class StatusRegion {
  readonly #root: () => ParentNode;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: () => ParentNode) {
    this.#root = root;
  }

  /** Says a text once. A later text replaces one that has not been said yet. */
  say(text: string): void {
    this.#set('');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#set(text);
    }, PAUSE);
  }

  #set(text: string): void {
    const region = this.#root().querySelector('#status');
    if (region) region.textContent = text;
  }
}
