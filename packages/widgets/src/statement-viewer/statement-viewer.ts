import type { Statement } from '@puntari/contracts';
import { base, type DocumentParts, tag, Widget } from '@puntari/core';
import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';

import { stateWord } from './response.document.js';
import { documentOf } from './statement-viewer.document.js';
import { ItemFilter } from './item-filter.js';
import {
  anchorOf,
  type AnswerState,
  countStates,
  dayIn,
  documentKey,
} from './statement-viewer.model.js';
import { styles } from './statement-viewer.styles.js';
import { NAMESPACE } from './words.js';

/**
 * What a panel said, with the authority's answer to each part of it.
 *
 * All of the text stands in the page's own DOM and is complete without the shadow root, which adds a count of the
 * answers and a filter.
 *
 * @summary Shows a statement and its answers.
 * @tag puntari-statement-viewer
 *
 * @slot - What is shown until the widget is ready, and whenever it cannot be.
 * @slot document - The statement. Made from the record, or written by the page.
 *
 * @fires {ReadyEvent} puntari-ready - The record is shown for the first time.
 * @fires {FailedEvent} puntari-failed - The record could not be shown.
 *
 * @cssState loading - The record or the words are on their way.
 * @cssState failed - The record could not be shown.
 */
export class StatementViewer extends Widget<'statement'> {
  static override readonly styles = [base, tag, styles];
  static override readonly recordKind = 'statement';
  static override readonly namespaces = [NAMESPACE, 'vocabulary', 'core'];

  /** Which answers are shown; all when empty. */
  @state() protected shown = '';
  /** The filter needs script, so a root that the server sent is without it until it is hydrated. */
  @state() protected canFilter = !isServer && !this.shadowRoot;

  readonly #filter = new ItemFilter(this, () => {
    this.shown = '';
  });
  #isFirstText = true;

  protected override firstUpdated(): void {
    void this.updateComplete.then(() => {
      this.canFilter = true;
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.isReady) return;
    this.#filter.show(this.shown);
    const select = this.renderRoot.querySelector('select');
    if (select && select.value !== this.shown) select.value = this.shown;
    if (this.#isFirstText) this.#filter.followFirstHash();
    this.#isFirstText = false;
  }

  override documentParts(): DocumentParts | undefined {
    if (!this.data) return undefined;
    const { data, locale, headingLevel: level } = this;
    const today = dayIn(data.timeZone);
    const resolve = (url: string): string => this.resolve(url);
    const anchor = (itemId: string): string =>
      this.#filter.freeId(anchorOf(data, itemId), locale.lang);
    return {
      key: documentKey(data, locale.lang, level, today),
      lang: locale.lang,
      // Made only when it is shown: a filter must not build a thousand items again.
      get template(): TemplateResult {
        return documentOf(data, locale, { level, today, resolve, anchor });
      },
    };
  }

  protected override renderWidget(statement: Statement): TemplateResult {
    const counts = countStates(statement, dayIn(statement.timeZone));
    return html`${counts.length > 0 ? this.#renderAnswers(statement, counts) : nothing}
      <slot name="document"></slot>`;
  }

  protected override recordTaken(): void {
    this.shown = '';
  }

  #renderAnswers(
    { items }: Statement,
    counts: readonly { state: AnswerState; count: number }[],
  ): TemplateResult {
    const { locale } = this;
    const { t } = locale;
    const named = counts.map(({ state: name, count }) => ({
      name,
      text: `${stateWord(locale, name)}: ${locale.number(count)}`,
    }));
    return html`<div class="answers-so-far">
      <p class="puntari-label" id="answers">${t('answers')}</p>
      <ul aria-labelledby="answers">
        ${named.map(({ name, text }) => html`<li><span class="puntari-tag" data-status=${name}>${text}</span></li>`)}
      </ul>
      ${
        // Of one kind of answer there is nothing to choose.
        this.canFilter && counts.length > 1
          ? html`<div data-needs-script>
              <label class="puntari-label" for="filter">${t('filter')}</label>
              <select
                class="puntari-control"
                data-width="medium"
                id="filter"
                autocomplete="off"
                @change=${this.#onFilter}
              >
                <option value="">${t('all', { total: locale.number(items.length) })}</option>
                ${named.map(({ name, text }) => html`<option value=${name}>${text}</option>`)}
              </select>
              ${this.shown ? this.#renderResult() : nothing}
            </div>`
          : nothing
      }
    </div>`;
  }

  readonly #onFilter = (event: Event): void => {
    this.shown = (event.target as HTMLSelectElement).value;
    this.announce(this.#resultText());
  };

  /** The items begin further down, behind what the statement says of itself. */
  #renderResult(): TemplateResult {
    const first = this.#filter.firstOf(this.shown);
    return html`<p class="result">
      ${this.#resultText()}
      ${first ? html`<a href="#${first.id}">${this.locale.t('toFirst')}</a>` : nothing}
    </p>`;
  }

  #resultText(): string {
    const { locale } = this;
    return locale.t('result', {
      shown: locale.number(this.#filter.count(this.shown)),
      total: locale.number(this.#filter.count('')),
    });
  }
}
