import type { Statement } from '@puntari/contracts';
import {
  base,
  type DocumentParts,
  isAuthored,
  longTextOf,
  tag,
  whenIdle,
  Widget,
} from '@puntari/core';
import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';

import { PIECES } from '../pieces/day-in-words.js';
import { freeId } from '../pieces/free-id.js';
import { stateWord } from './response.document.js';
import { documentOf } from './statement-viewer.document.js';
import { ALL, type Criteria, isAll, ItemFilter } from './item-filter.js';
import { type Markup, withMarkup } from './markup-support.js';
import { type Outline, outlineOf } from './outline.js';
import {
  anchorOf,
  documentKey,
  inEasyLanguage,
  inFullLanguage,
  isEasy,
  overIn,
} from './statement-viewer.model.js';
import { styles } from './statement-viewer.styles.js';
import { NAMESPACE } from './words.js';

type Tools = typeof import('./statement-tools/tools.js');

/** From how many items on a search is of use. */
const SEARCHED_FROM = 4;

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
 * @cssState loading - The record, the words or what cleans its markup are on their way.
 * @cssState failed - The record could not be shown.
 */
export class StatementViewer extends Widget<'statement'> {
  static override readonly styles = [base, tag, styles];
  static override readonly recordKind = 'statement';
  static override readonly namespaces = [NAMESPACE, PIECES, 'core'];

  /** Which items are shown. */
  @state() protected criteria: Criteria = ALL;
  /** Whether the whole statement is shown in easy language, where it has it; undefined as long as nobody chose. */
  @state() protected choseEasy: boolean | undefined;
  /** What comes after the first rendering. */
  @state() protected tools: Tools | undefined;
  /** A count that is pressed needs script, so in a root that the server sent it is a text until it is hydrated. */
  @state() protected canFilter = !isServer && !this.shadowRoot;

  readonly #filter = new ItemFilter(this, () => {
    this.criteria = ALL;
  });
  #isFirstText = true;
  #asksTools = true;
  #wayOn: string | undefined;
  #sayTimer: ReturnType<typeof setTimeout> | undefined;
  /** Shows texts that are markup: `null` where they are plain, `undefined` as long as it is on its way. */
  #markup: Markup | null | undefined;

  override get isReady(): boolean {
    return super.isReady && this.#markup !== undefined;
  }

  protected override firstUpdated(): void {
    void this.updateComplete.then(() => {
      this.canFilter = true;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#sayTimer);
  }

  protected override updated(changed: PropertyValues): void {
    // Markup may come with frames around its tables, which are named in a language.
    if (this.isReady && this.#markup === null)
      this.tools?.patchStatement(longTextOf(this), this.documentNow());
    super.updated(changed);
    if (this.data && this.#markup === undefined) this.markState('loading', true);
    if (!this.isReady && !(this.phase === 'authored' && this.locale.isReady)) return;
    this.#filter.show(this.criteria);
    if (changed.has('criteria')) this.tools?.leadOn(this.#filter.items, this.locale);
    this.tools?.fillSearch(this.renderRoot, this.criteria);
    this.#markup?.settle?.(this, this.locale.t('table'));
    this.#addWayOn();
    if (this.#asksTools) {
      this.#asksTools = false;
      void this.#loadTools();
    }
    if (!this.#isFirstText) return;
    this.#isFirstText = false;
    this.#filter.followFirstHash();
  }

  override documentParts(): DocumentParts | undefined {
    if (!this.data) return undefined;
    const { data, locale, headingLevel: level, resolve } = this;
    const isOver = overIn(data.timeZone);
    const markup = this.#markup;
    const anchor = (itemId: string): string => this.#anchor(itemId);
    const full = inFullLanguage(locale);
    const easy = this.#isEasy ? inEasyLanguage(locale) : undefined;
    const spoken = easy ?? full;
    return {
      key: documentKey(data, spoken.lang, level, isOver),
      lang: locale.lang,
      // Made only when it is shown: a filter must not build a thousand items again.
      get template(): TemplateResult {
        const options = { level, isOver, resolve, markup, anchor, full: easy && full };
        return documentOf(data, spoken, options);
      },
    };
  }

  /** The statement for search engines. Public for the server half, like the text. */
  async structuredData(): Promise<object | undefined> {
    const { structuredData } = await import('./statement-tools/tools.js');
    const { data, locale } = this;
    if (!data) return undefined;
    return structuredData(data, locale, overIn(data.timeZone), (id) => this.#anchor(id));
  }

  protected override renderWidget(statement: Statement): TemplateResult {
    // What is counted is what can be shown: in a text that the page wrote itself by its own marks.
    if (!isServer && isAuthored(longTextOf(this))) return this.renderAuthored();
    return this.#renderAll(outlineOf(statement, this.locale, overIn(statement.timeZone)));
  }

  protected override renderAuthored(): TemplateResult {
    return this.#renderAll(this.tools?.outlineOfText(longTextOf(this)));
  }

  protected override recordTaken({ textFormat }: Statement): void {
    this.criteria = ALL;
    this.choseEasy = undefined;
    this.#markup = textFormat === 'html' ? undefined : null;
    if (this.#markup === null) return;
    withMarkup((markup) => {
      // The record may have been replaced by one in plain text.
      if (this.#markup === null) return;
      this.#markup = markup;
      this.requestUpdate();
    });
  }

  #renderAll(outline: Outline | undefined): TemplateResult {
    const { data: statement, locale, tools } = this;
    return html`${outline && this.#renderHead(outline)}
      <slot name="document"></slot>
      ${tools?.renderFiles(locale, { statement, box: () => longTextOf(this) })}`;
  }

  /**
   * Where the answers stand, and what shows a part of the items. For what needs the script a server prints the place, so that
   * nothing moves when the script comes.
   */
  #renderHead(outline: Outline): TemplateResult | typeof nothing {
    const { locale } = this;
    const { t } = locale;
    const { counts, total } = outline;
    if (counts.length === 0 && total < SEARCHED_FROM && !outline.hasEasy) return nothing;
    const isOpen = !isServer && this.renderRoot.querySelector('.search[open]');
    return html`<div class="head">
      ${
        counts.length > 0
          ? html`<p class="puntari-label" id="answers">${t('answers')}</p>
              ${counts.length > 1 ? html`<p class="puntari-hint" data-needs-script>${t('answersHint')}</p>` : nothing}
              <ul aria-labelledby="answers">
                ${counts.map((entry) => html`<li>${this.#renderCount(entry, counts.length)}</li>`)}
              </ul>`
          : nothing
      }
      ${
        total >= SEARCHED_FROM
          ? html`<details class="search" data-needs-script @toggle=${() => this.requestUpdate()}>
              <summary>${t('search')}</summary>
              ${isOpen ? this.tools?.renderSearch(locale, { outline, onChange: this.#onChange }) : nothing}
            </details>`
          : nothing
      }
      ${isAll(this.criteria) ? nothing : this.tools?.renderResult(locale, { filter: this.#filter, criteria: this.criteria, onReset: this.#onReset })}
      ${
        outline.hasEasy
          ? html`<button
              type="button"
              class="puntari-button"
              data-kind="secondary"
              data-needs-script
              @click=${this.#onEasy}
            >
              ${t(this.#isEasy ? 'readFull' : 'readEasy')}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** How many items stand there; pressed, it shows only these. Of one kind of answer there is nothing to choose. */
  #renderCount({ state: name, count }: Outline['counts'][number], kinds: number): TemplateResult {
    // A number alone on the second line would be read as one of its own.
    const text = `${stateWord(this.locale, name)}:\u00A0${this.locale.number(count)}`;
    if (!this.canFilter || kinds < 2)
      return html`<span class="puntari-tag" data-status=${name}>${text}</span>`;
    const isShown = this.criteria.state === name;
    return html`<button
      type="button"
      class="puntari-tag"
      data-status=${name}
      data-needs-script="to-press"
      aria-pressed=${isShown}
      @click=${() => {
        this.#onChange({ state: isShown ? '' : name });
      }}
    >
      ${text}
    </button>`;
  }

  /** @param wait - Milliseconds until it is said. */
  readonly #onChange = (change: Partial<Criteria>, wait = 0): void => {
    this.criteria = { ...this.criteria, ...change };
    clearTimeout(this.#sayTimer);
    this.#sayTimer = setTimeout(this.#sayResult, wait);
  };

  readonly #sayResult = (): void => {
    if (this.tools) this.announce(this.tools.resultText(this.locale, this.#filter, this.criteria));
  };

  readonly #onReset = (): void => {
    this.#onChange(ALL);
    // The button goes away.
    this.focusAfterUpdate('.head button, .head summary');
  };

  readonly #onEasy = (): void => {
    this.choseEasy = !this.#isEasy;
    if (this.tools) this.announce(this.locale.t(this.choseEasy ? 'easyShown' : 'fullShown'));
  };

  get #isEasy(): boolean {
    return this.choseEasy ?? isEasy(this.locale.lang);
  }

  /** Nothing that is read waits for it. What did not come is asked for again with the next update. */
  async #loadTools(): Promise<void> {
    await whenIdle();
    try {
      const tools = await import('./statement-tools/tools.js');
      await this.locale.join(tools.TOOLS);
      this.tools = tools;
      // Somebody was quicker.
      if (!isAll(this.criteria)) this.#sayResult();
      this.addController(new tools.ItemLinks(this, this.#filter, (text) => this.announce(text)));
      this.addController(new tools.OpenInPrint(this));
    } catch {
      this.#asksTools = true;
    }
  }

  #anchor(itemId: string): string {
    const { data, locale } = this;
    return data ? freeId(this, anchorOf(data, itemId), locale.lang) : itemId;
  }

  /** Once for each text; a text in another language is another. */
  #addWayOn(): void {
    const box = longTextOf(this);
    const key = `${box?.dataset['key'] ?? ''} ${this.locale.lang}`;
    if (!box || !this.tools || this.#wayOn === key) return;
    this.#wayOn = key;
    // What matches the words of the search was counted in the text before.
    void this.updateComplete.then(() => this.requestUpdate());
    void this.tools.addStructuredData(this);
    void this.tools.addWayOn(
      box,
      this.locale,
      () => longTextOf(this) === box && this.#wayOn === key,
    );
  }
}
