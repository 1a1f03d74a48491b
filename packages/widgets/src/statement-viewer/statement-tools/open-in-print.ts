import type { ReactiveController } from 'lit';

/**
 * Opens what is folded while a page is printed: paper has no disclosure to press. Newer browsers do it by the style sheet
 * (`::details-content`), which is younger than the oldest that we serve.
 */
export class OpenInPrint implements ReactiveController {
  readonly #host: HTMLElement;
  #listening: AbortController | undefined;
  #opened: HTMLDetailsElement[] = [];

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener('beforeprint', this.#open, { signal });
    addEventListener('afterprint', this.#close, { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }

  readonly #open = (): void => {
    const closed = '[slot="document"] details:not([open])';
    this.#opened = [...this.#host.querySelectorAll<HTMLDetailsElement>(closed)];
    for (const one of this.#opened) one.open = true;
  };

  readonly #close = (): void => {
    for (const one of this.#opened) one.open = false;
    this.#opened = [];
  };
}
