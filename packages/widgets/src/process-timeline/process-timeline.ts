import type { PanelProcess } from '@puntari/contracts';
import { base, type DocumentParts, Widget } from '@puntari/core';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { dayIn } from '../pieces/day.js';
import { PIECES } from '../pieces/day-in-words.js';
import { documentOf } from './process-timeline.document.js';
import { documentKey } from './process-timeline.model.js';
import { NAMESPACE } from './words.js';

/**
 * The five elements of a panel's work in their order, from the draw to the handover: which are past, which goes on, which
 * are coming.
 *
 * @summary Shows how far a panel is.
 * @tag puntari-process-timeline
 *
 * @slot - What is shown until the widget is ready, and whenever it cannot be.
 * @slot document - The timeline. Made from the record, or written by the page.
 *
 * @fires {ReadyEvent} puntari-ready - The record is shown for the first time.
 * @fires {FailedEvent} puntari-failed - The record could not be shown.
 *
 * @cssState loading - The record or the words are on their way.
 * @cssState failed - The record could not be shown.
 */
export class ProcessTimeline extends Widget<'panelProcess'> {
  static override readonly styles = [base];
  static override readonly recordKind = 'panelProcess';
  static override readonly namespaces = [NAMESPACE, 'vocabulary', PIECES, 'core'];

  /** The day that is today, `2027-03-01`, where it is not the reader's own: for previews and tests. */
  @property() today?: string;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onVisibilityChange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#onVisibilityChange);
  }

  override documentParts(): DocumentParts | undefined {
    if (!this.data) return undefined;
    const { data, locale, headingLevel: level, resolve } = this;
    const today = this.today ?? dayIn(data.timeZone);
    return {
      key: documentKey(data, locale.lang, level, today),
      lang: locale.lang,
      get template(): TemplateResult {
        return documentOf(data, locale, { level, today, resolve });
      },
    };
  }

  protected override renderWidget(_data: PanelProcess): TemplateResult {
    return html`<slot name="document"></slot>`;
  }

  /** Whoever comes back to a page that was left open yesterday reads what goes on today. */
  readonly #onVisibilityChange = (): void => {
    this.requestUpdate();
  };
}
