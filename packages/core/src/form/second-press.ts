import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * How long after another view has come a press of the pointer still belongs to the view before, in milliseconds. Nobody
 * reads and aims within the shorter time; within the longer one a mouse itself says that it is a double click.
 */
const TOO_SOON = 300;
const TOO_SOON_FOR_SECOND = 500;

/**
 * Keeps the second press of a double click from what has come under the pointer meanwhile: somebody who presses Continue
 * twice must not answer the first question of the next step. Keys and programs that press are let through.
 */
export class SecondPress implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #view: () => string;
  #shown: string;
  #changedAt = Number.NEGATIVE_INFINITY;

  /** @param view - The name of what the host shows. */
  constructor(host: ReactiveElement, view: () => string) {
    this.#host = host;
    this.#view = view;
    this.#shown = view();
  }

  hostConnected(): void {
    this.#host.renderRoot.addEventListener('click', this.#swallow, { capture: true });
  }

  hostUpdated(): void {
    const view = this.#view();
    if (view !== this.#shown) this.#changedAt = performance.now();
    this.#shown = view;
  }

  readonly #swallow = (event: Event): void => {
    // The number of the press; 0 where a key or a program pressed.
    const { detail } = event as MouseEvent;
    const limit = detail > 1 ? TOO_SOON_FOR_SECOND : TOO_SOON;
    if (!event.isTrusted || detail === 0 || performance.now() - this.#changedAt > limit) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
}
