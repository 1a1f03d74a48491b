import type { PanelComposition as Composition } from '@puntari/contracts';
import { base, type DocumentParts, Widget } from '@puntari/core';
import { html, type TemplateResult } from 'lit';

import { documentOf } from './panel-composition.document.js';
import { documentKey } from './panel-composition.model.js';
import { NAMESPACE } from './words.js';

/**
 * The panel beside the population and those who volunteered, as bars and as a table.
 *
 * All of its text stands in the page's own DOM. Groups so small that somebody could be recognized are left out.
 *
 * @summary Shows whom a panel consisted of.
 * @tag puntari-panel-composition
 *
 * @slot - What is shown until the widget is ready, and whenever it cannot be.
 * @slot document - The comparison. Made from the record, or written by the page.
 *
 * @fires {ReadyEvent} puntari-ready - The record is shown for the first time.
 * @fires {FailedEvent} puntari-failed - The record could not be shown.
 *
 * @cssState loading - The record or the words are on their way.
 * @cssState failed - The record could not be shown.
 */
export class PanelComposition extends Widget<'panelComposition'> {
  static override readonly styles = [base];
  static override readonly recordKind = 'panelComposition';
  static override readonly namespaces = [NAMESPACE, 'vocabulary', 'core'];

  override documentParts(): DocumentParts | undefined {
    if (!this.data) return undefined;
    const { data, locale, headingLevel: level } = this;
    return {
      key: documentKey(data, locale.lang, level),
      lang: locale.lang,
      get template(): TemplateResult {
        return documentOf(data, locale, level);
      },
    };
  }

  protected override renderWidget(_data: Composition): TemplateResult {
    return html`<slot name="document"></slot>`;
  }
}
