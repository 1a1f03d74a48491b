import { render, type TemplateResult } from 'lit';

import { inOnePiece } from './in-one-piece.js';
import { directionOf } from './locale/formats.js';

/** A long text for the light DOM: what it says, in which language, and a key that is equal while it says the same. */
export interface DocumentParts {
  /** `{id}@{version}@{lang}` */
  readonly key: string;
  readonly lang: string;
  readonly template: TemplateResult;
}

/** What a reader opens, and where the focus can be. */
const USED = ['details', 'summary', 'a[href]'];

/** Puts a text in the place of one that is like it: what a reader has opened stays open, and who is on a link stays there. */
function replaceText(before: HTMLElement, after: HTMLElement): void {
  const { activeElement } = before.getRootNode() as Document | ShadowRoot;
  let focused: HTMLElement | undefined;
  for (const kind of USED) {
    // What our tools add comes only later.
    const selector = `${kind}:not([data-needs-script] *)`;
    const old = before.querySelectorAll(selector);
    const made = after.querySelectorAll<HTMLElement>(selector);
    if (old.length !== made.length) continue;
    for (const [at, one] of made.entries()) {
      if (old[at]?.hasAttribute('open')) one.setAttribute('open', '');
      if (old[at] === activeElement) focused = one;
    }
  }
  before.replaceWith(after);
  focused?.focus({ preventScroll: true });
}

/** The long text of a widget, where it stands in the page. */
export const longTextOf = (host: HTMLElement): HTMLElement | null =>
  host.querySelector<HTMLElement>(':scope > [slot="document"]');

/** Whether the page wrote a text itself. Such a text is kept and never replaced. */
export const isAuthored = (text: HTMLElement | null): boolean =>
  text !== null && !text.dataset['key'];

/**
 * The one subtree of a widget in the page's own DOM. It is rendered into a detached box and appended; Lit never renders
 * into the host, which breaks for good once a framework replaces the children.
 */
export class LightDocument {
  readonly #host: HTMLElement;
  /** What is on the page, or should be. */
  #shown: HTMLElement | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Shows a text: one with the same key is left alone, one in another language is replaced whole. */
  show(parts: DocumentParts | undefined): void {
    const present = longTextOf(this.#host);
    if (!parts || isAuthored(present)) return;
    const dir = this.#host.getAttribute('dir') ?? directionOf(parts.lang);
    if (present?.dataset['key'] === parts.key) {
      if (present.dir !== dir) present.dir = dir;
      this.#keep(present);
      return;
    }
    const box = this.#host.ownerDocument.createElement('div');
    box.slot = 'document';
    box.lang = parts.lang;
    box.dir = dir;
    box.dataset['key'] = parts.key;
    // What was read is taken as it is: nobody needs it a second time.
    render(inOnePiece(parts.template), box, { creationScope: { importNode: (node) => node } });
    // Another text is another box: what Lit keeps for an update would hold a few megabytes for nothing.
    delete (box as { _$litPart$?: unknown })._$litPart$;
    if (present) replaceText(present, box);
    else this.#host.append(box);
    this.#keep(box);
  }

  /** Takes away a text that turned out to be wrong. What the page wrote itself stays. */
  remove(): void {
    this.#shown = undefined;
    const text = longTextOf(this.#host);
    if (!isAuthored(text)) text?.remove();
  }

  /** A framework that writes the children of the tag anew takes the text along, without knowing of it: it is put back. */
  #keep(box: HTMLElement): void {
    this.#shown = box;
    // A widget that shows a text has its root.
    // eslint-disable-next-line @typescript-eslint/no-non-null-assertion
    this.#host.shadowRoot!.onslotchange = () =>
      // A page that takes it away each time shall not stand still.
      requestAnimationFrame(() => {
        if (this.#shown && !longTextOf(this.#host)) this.#host.append(this.#shown);
      });
  }
}
