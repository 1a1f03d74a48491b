import type { TopicList as TopicListRecord } from '@puntari/contracts';
import { base, type DocumentParts, longTextOf, whenIdle, Widget } from '@puntari/core';
import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import { PIECES } from '../pieces/day-in-words.js';
import { NAMESPACE as CARD } from '../topic-card/words.js';
import type { Address } from './address.js';
import { freeAnchor } from './anchor.js';
import { keepPlace } from './kept-place.js';
import { documentOf } from './topic-list.document.js';
import { ALL, type Choices, documentKey, isEverything, type View } from './topic-list.model.js';
import { styles } from './topic-list.styles.js';
import { TopicRows } from './topic-rows.js';
import { NAMESPACE } from './words.js';

type Tools = typeof import('./topic-list.tools.js');

/** From how many topics on a search is of use. */
const SEARCHED_FROM = 4;
/** How long after the last letter the number of topics found is said, in milliseconds. */
const SAY_AFTER_TYPING = 800;
/** What the id of each control begins with; after it stands the part of the view. */
const BY = 'by-';

/**
 * The matters that are coming to a decision and suit a panel, to be searched, filtered and put in order.
 *
 * All of the topics stand in the page's own DOM, once, however many there are; the shadow root adds the search. Each topic
 * has an address on the page, `#topic-<id>`.
 *
 * @summary Shows topics for panels.
 * @tag puntari-topic-list
 *
 * @slot - What is shown until the widget is ready, and whenever it cannot be.
 * @slot document - The topics. Made from the record, or written by the page.
 *
 * @fires {ReadyEvent} puntari-ready - The record is shown for the first time.
 * @fires {FailedEvent} puntari-failed - The record could not be shown.
 *
 * @cssState loading - The record or the words are on their way.
 * @cssState failed - The record could not be shown.
 */
export class TopicList extends Widget<'topicList'> {
  static override readonly styles = [base, styles];
  static override readonly recordKind = 'topicList';
  static override readonly namespaces = [NAMESPACE, CARD, 'vocabulary', PIECES, 'core'];

  /** Keeps in the page's address what is shown. Its value stands before each name there: lists on one page need several. */
  @property({ attribute: 'url-state' }) urlState?: string;
  /** Shows nowhere how many support a topic. */
  @property({ type: Boolean, attribute: 'no-count' }) noCount = false;

  /** Which topics are shown, and how. */
  @state() protected view: View = ALL;
  /** What comes after the first rendering. */
  @state() protected tools: Tools | undefined;

  readonly #rows = new TopicRows(this, () => {
    this.view = { ...ALL, sort: this.view.sort };
    this.#showInAddress();
  });
  #choices: { readonly rows: TopicRows['all']; readonly choices: Choices } | undefined;
  #isFirstText = true;
  #asksTools = true;
  #address: Address | undefined;
  #shownId: string | undefined;
  #described: string | undefined;
  #sayTimer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#sayTimer);
  }

  protected override updated(changed: PropertyValues): void {
    const before = longTextOf(this)?.dataset['key'];
    if (this.isReady) this.tools?.patchText(longTextOf(this), this.documentNow());
    const isReplaced = this.isReady && longTextOf(this)?.dataset['key'] !== this.documentNow()?.key;
    const show = (): void => {
      super.updated(changed);
      if (!this.#isShown) return;
      this.#rows.sort(this.view.sort, this.locale.lang);
      this.#rows.show(this.view);
    };
    if (isReplaced && longTextOf(this)) keepPlace(this, show);
    else show();
    if (!this.#isShown) return;
    for (const control of this.renderRoot.querySelectorAll<HTMLSelectElement>(`[id^=${BY}]`)) {
      const value = this.view[control.id.slice(BY.length) as keyof View];
      if (control.value !== value) control.value = value;
    }
    this.#describe();
    // What was counted, and what there is to choose from, was read from the text that stood there before.
    if (before !== undefined && before !== longTextOf(this)?.dataset['key'])
      void this.updateComplete.then(() => {
        this.requestUpdate();
      });
    if (this.#asksTools) {
      this.#asksTools = false;
      void this.#loadTools();
    }
    if (!this.#isFirstText) return;
    this.#isFirstText = false;
    this.#rows.followFirstHash();
  }

  override documentParts(): DocumentParts | undefined {
    if (!this.data) return undefined;
    const { data, locale, headingLevel: level, noCount, resolve } = this;
    const anchor = (topicId: string): string => freeAnchor(this, topicId, locale.lang);
    return {
      key: documentKey(data, locale.lang, level) + (noCount ? '@no-count' : ''),
      lang: locale.lang,
      // Made only when it is shown: a filter must not build a thousand topics again.
      get template(): TemplateResult {
        return documentOf(data, locale, { level, resolve, anchor, noCount });
      },
    };
  }

  /** The topics for search engines. Public for the server half, like the text. */
  async structuredData(): Promise<object | undefined> {
    return this.#dataFor(await import('./topic-list.tools.js'));
  }

  protected override recordTaken({ id }: TopicListRecord): void {
    // A newer version of the same list is looked at in the same way.
    if (this.#shownId !== undefined && this.#shownId !== id) {
      this.view = ALL;
      this.#showInAddress();
    }
    this.#shownId = id;
  }

  protected override renderWidget({ topics }: TopicListRecord): TemplateResult {
    return this.#renderAll(topics.length);
  }

  protected override renderAuthored(): TemplateResult {
    return this.#renderAll(this.#rows.total);
  }

  #renderAll(total: number): TemplateResult {
    return html`${total >= SEARCHED_FROM ? this.#renderHead() : nothing}
      <slot name="document"></slot>`;
  }

  /** It needs the script; a server prints its place, so that nothing moves when the script comes. */
  #renderHead(): TemplateResult {
    const { locale, tools, view } = this;
    const isOpen = !isServer && this.renderRoot.querySelector('details[open]') !== null;
    return html`<div class="head" data-needs-script>
      <details @toggle=${this.#onToggle}>
        <summary>${locale.t('search')}</summary>
        ${
          tools && isOpen
            ? tools.renderControls(locale, {
                list: this.data,
                choices: this.#choicesFrom(tools),
                view,
                hasCounts: this.#rows.all.some(({ supporters }) => supporters !== undefined),
                onChange: this.#onChange,
              })
            : nothing
        }
      </details>
      ${isEverything(view) ? nothing : this.#renderResult()}
    </div>`;
  }

  #renderResult(): TemplateResult {
    const { t } = this.locale;
    return html`<p class="result">${this.#resultText()}</p>
      ${this.#rows.count(this.view) === 0 ? html`<p class="result">${t('empty')}</p>` : nothing}
      <button type="button" class="puntari-button" data-kind="plain" @click=${this.#onReset}>
        ${t('showAll')}
      </button>`;
  }

  readonly #onToggle = (): void => {
    // What writes a large number takes a slowed phone 40 ms to make: not when somebody has chosen.
    this.locale.number(this.#rows.total);
    this.requestUpdate();
  };

  readonly #onChange = (change: Partial<View>): void => {
    this.view = { ...this.view, ...change };
    clearTimeout(this.#sayTimer);
    // Whoever is still typing is not talked over; and browsers take few new addresses in a second.
    this.#sayTimer = setTimeout(
      () => {
        this.announce(change.sort === undefined ? this.#resultText() : this.#sortText());
        this.#showInAddress();
      },
      change.words === undefined || change.sort !== undefined ? 0 : SAY_AFTER_TYPING,
    );
  };

  readonly #onReset = (): void => {
    const { sort: _sort, ...everything } = ALL;
    this.#onChange({ ...everything });
    clearTimeout(this.#sayTimer);
    this.announce(this.#resultText());
    this.#showInAddress();
    // The button goes away.
    this.focusAfterUpdate('summary');
  };

  /** Whether there are topics to choose from. */
  get #isShown(): boolean {
    return this.isReady || (this.phase === 'authored' && this.locale.isReady);
  }

  /** Read once for each text. */
  #choicesFrom(tools: Tools): Choices {
    const rows = this.#rows.all;
    if (this.#choices?.rows !== rows)
      this.#choices = { rows, choices: tools.choicesOf(rows, this.locale.lang) };
    return this.#choices.choices;
  }

  /** Nothing that is read waits for it. What did not come is asked for again with the next update. */
  async #loadTools(): Promise<void> {
    // What the address asks for is shown at once.
    if (this.urlState === undefined) await whenIdle();
    try {
      this.tools = await import('./topic-list.tools.js');
    } catch {
      this.#asksTools = true;
      return;
    }
    const prefix = (): string | undefined => this.urlState;
    this.#address = new this.tools.Address(this, { prefix, onView: (view) => this.#follow(view) });
    const view = this.#address.read();
    if (!view || this.tools.isSame(view, ALL)) return;
    this.view = view;
    await this.updateComplete;
    this.renderRoot.querySelector('details')?.setAttribute('open', '');
    this.#rows.followFirstHash();
  }

  #showInAddress(): void {
    this.#address?.write(this.view);
  }

  /** Said like a choice of the reader's own, which it is; and only where something changes. */
  #follow(view: View): void {
    clearTimeout(this.#sayTimer);
    if (!this.tools || this.tools.isSame(view, this.view)) return;
    const isOrderOnly = this.tools.isSameChoice(view, this.view);
    this.view = view;
    // A moment later: the address may name a topic too, for which the filter is taken off again.
    this.#sayTimer = setTimeout(() => {
      this.announce(isOrderOnly ? this.#sortText() : this.#resultText());
    });
  }

  /** Once for each text; a text in another language is another. */
  #describe(): void {
    const key = longTextOf(this)?.dataset['key'];
    if (!this.tools || this.#described === key) return;
    this.#described = key;
    this.tools.showStructuredData(this, this.#dataFor(this.tools));
  }

  #dataFor(tools: Tools): object | undefined {
    const { data, locale } = this;
    if (!data) return undefined;
    return tools.structuredData(data, locale, ({ id, url }) =>
      url === undefined ? `#${freeAnchor(this, id, locale.lang)}` : this.resolve(url),
    );
  }

  #resultText(): string {
    const { locale } = this;
    return locale.t('result', {
      shown: locale.number(this.#rows.count(this.view)),
      total: locale.number(this.#rows.total),
    });
  }

  #sortText(): string {
    const { t } = this.locale;
    return t('sorted', { order: t(`sortBy.${this.view.sort}`) });
  }
}
