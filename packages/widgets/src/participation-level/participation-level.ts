import { base, type DocumentParts, Widget } from '@puntari/core';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { documentOf } from './participation-level.document.js';
import { documentKey, type LevelRecord, recordOf } from './participation-level.model.js';
import { NAMESPACE } from './words.js';

/**
 * How much say residents have in a matter, on a scale of five, in words and as steps. It never says that a panel decides.
 *
 * @summary Shows the level of participation.
 * @tag puntari-participation-level
 *
 * @slot - What is shown until the widget is ready, and whenever it cannot be.
 * @slot document - The level. Made from the record, or written by the page.
 *
 * @fires {ReadyEvent} puntari-ready - The record is shown for the first time.
 * @fires {FailedEvent} puntari-failed - The record could not be shown.
 *
 * @cssState loading - The record or the words are on their way.
 * @cssState failed - The record could not be shown.
 */
export class ParticipationLevel extends Widget<'participationLevel'> {
  static override readonly styles = [base];
  static override readonly recordKind = 'participationLevel';
  static override readonly namespaces = [NAMESPACE, 'vocabulary', 'core'];

  /** The level, 1 to 5, in place of a record. */
  @property({ type: Number }) level?: number;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('level') && this.level !== undefined) this.record = recordOf(this.level);
    super.willUpdate(changed);
  }
  override documentParts(): DocumentParts | undefined {
    if (!this.data) return undefined;
    const { data, locale, headingLevel } = this;
    return {
      key: documentKey(data, locale.lang, headingLevel),
      lang: locale.lang,
      get template(): TemplateResult {
        return documentOf(data, locale, headingLevel);
      },
    };
  }

  protected override renderWidget(_data: LevelRecord): TemplateResult {
    return html`<slot name="document"></slot>`;
  }
}
