import type { Topic } from '@puntari/contracts';
import { base, type DocumentParts, Widget } from '@puntari/core';
import { html, type TemplateResult } from 'lit';

import { PIECES } from '../pieces/day-in-words.js';
import { documentOf } from './topic-card.document.js';
import { documentKey } from './topic-card.model.js';
import { styles } from './topic-card.styles.js';
import { NAMESPACE } from './words.js';

/**
 * A matter that is coming to a decision, with when and how residents can have a say in it.
 *
 * All of its text stands in the page's own DOM; the shadow root is only the frame. It never says that a panel decides.
 *
 * @summary Shows a topic for a panel.
 * @tag puntari-topic-card
 *
 * @slot - What is shown until the widget is ready, and whenever it cannot be.
 * @slot document - The card's text. Made from the record, or written by the page.
 *
 * @fires {ReadyEvent} puntari-ready - The record is shown for the first time.
 * @fires {FailedEvent} puntari-failed - The record could not be shown.
 *
 * @cssState loading - The record or the words are on their way.
 * @cssState failed - The record could not be shown.
 */
export class TopicCard extends Widget<'topic'> {
  static override readonly styles = [base, styles];
  static override readonly recordKind = 'topic';
  static override readonly namespaces = [NAMESPACE, 'vocabulary', PIECES, 'core'];

  protected override firstUpdated(): void {
    this.addEventListener('click', this.#onClick);
  }

  /** Focuses the title, where it is a link. */
  override focus(options?: FocusOptions): void {
    const link = this.#link;
    if (link) link.focus(options);
    else super.focus(options);
  }

  override documentParts(): DocumentParts | undefined {
    if (!this.data) return undefined;
    const { data, locale, headingLevel: level, variant } = this;
    const resolve = (url: string): string => this.resolve(url);
    return {
      key: documentKey(data, locale.lang, level, variant),
      lang: locale.lang,
      get template(): TemplateResult {
        return documentOf(data, locale, { level, variant, resolve });
      },
    };
  }

  protected override renderWidget(_topic: Topic): TemplateResult {
    return html`<div class="puntari-card"><slot name="document"></slot></div>`;
  }

  get #link(): HTMLAnchorElement | null {
    return this.querySelector('.puntari-card-link');
  }

  /**
   * A click anywhere on the card opens it. The link's own area lies under the text, so that text can be selected; a
   * click on text is passed on here, unless it ends a selection or means something else.
   */
  readonly #onClick = (event: MouseEvent): void => {
    const { ctrlKey, metaKey, shiftKey, altKey, target } = event;
    if (event.button !== 0 || ctrlKey || metaKey || shiftKey || altKey || event.defaultPrevented)
      return;
    if ((target as Element).closest('a, button, summary')) return;
    if (getSelection()?.isCollapsed === false) return;
    this.#link?.click();
  };
}
