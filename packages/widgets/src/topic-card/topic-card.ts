import type { Problem, Topic, TopicSupport } from '@puntari/contracts';
import { base, type DocumentParts, FailedEvent, whenIdle, Widget } from '@puntari/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import { PIECES } from '../pieces/day-in-words.js';
import type { Support, SupportHost } from './support.js';
import { SupportedEvent } from './supported-event.js';
import { documentOf } from './topic-card.document.js';
import { documentKey, isDecisionComing } from './topic-card.model.js';
import type { DataOptions } from './topic-card.structured-data.js';
import { styles } from './topic-card.styles.js';
import { supportersText } from './topic-parts.document.js';
import { NAMESPACE } from './words.js';

/** With the class, so that who listens to it from TypeScript is told what it carries. */
export type { SupportedEvent } from './supported-event.js';

type Late = typeof import('./topic-card.late.js');

/** The day of the reader. A formatter with a time zone would cost a slowed phone more than a few hours' difference. */
const today = (): string => new Date().toISOString().slice(0, 10);

/**
 * A matter that is coming to a decision, with when and how residents can have a say in it.
 *
 * All of its text stands in the page's own DOM; the shadow root is the frame, and holds what can be pressed. It never says
 * that a panel decides.
 *
 * @summary Shows a topic for a panel.
 * @tag puntari-topic-card
 *
 * @slot - What is shown until the widget is ready, and whenever it cannot be.
 * @slot document - The card's text. Made from the record, or written by the page.
 *
 * @fires {ReadyEvent} puntari-ready - The record is shown for the first time.
 * @fires {FailedEvent} puntari-failed - The record could not be shown, or a support not sent.
 * @fires {SupportedEvent} puntari-supported - The receiver has counted a support, or taken it off.
 *
 * @cssState loading - The record or the words are on their way.
 * @cssState failed - The record could not be shown.
 */
export class TopicCard extends Widget<'topic'> {
  static override readonly styles = [base, styles];
  static override readonly recordKind = 'topic';
  static override readonly namespaces = [NAMESPACE, 'vocabulary', PIECES, 'core'];

  /** URL of the receiver's topics, such as `/api/topics`; with it the topic can be supported. */
  @property() action?: string;
  /** Keeps on the device that this topic was supported, so that it is known on the next visit. */
  @property({ type: Boolean }) remember = false;
  /** Shows nowhere how many support the topic. */
  @property({ type: Boolean, attribute: 'no-count' }) noCount = false;

  /** What can be pressed, and what search engines read: nothing that is read waits for it. */
  @state() protected late: Late | undefined;

  #support: Support | undefined;
  #isLateAsked = false;
  #shownId: string | undefined;
  #described: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#support?.join();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#support?.leave();
  }

  protected override firstUpdated(): void {
    this.addEventListener('click', this.#onClick);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.isReady || !this.data) return;
    this.#showSupporters();
    if (this.variant === 'compact' && this.action === undefined) return;
    if (this.late) this.#describe();
    else void this.#loadLate();
  }

  /** Focuses the title, where it is a link. */
  override focus(options?: FocusOptions): void {
    const link = this.#link;
    if (link) link.focus(options);
    else super.focus(options);
  }

  override documentParts(): DocumentParts | undefined {
    if (!this.data) return undefined;
    const { data, locale, headingLevel: level, variant, resolve } = this;
    const supporters = this.#supporters;
    return {
      key: documentKey(data, locale.lang, { level, variant, isCounted: supporters !== undefined }),
      lang: locale.lang,
      get template(): TemplateResult {
        return documentOf(data, locale, { level, variant, supporters, resolve });
      },
    };
  }

  /** The topic for search engines. Public for the server half, like the text. */
  async structuredData(): Promise<object | undefined> {
    if (this.variant === 'compact') return undefined;
    const { structuredData } = await import('./topic-card.late.js');
    return this.data && structuredData(this.data, this.locale, this.#dataOptions);
  }

  protected override recordTaken(topic: Topic): void {
    this.#support?.take(topic, topic.id === this.#shownId);
    this.#shownId = topic.id;
  }

  protected override renderWidget(topic: Topic): TemplateResult {
    return html`<div class="puntari-card">
      <slot name="document"></slot>
      ${this.#hasActions ? this.#renderActions(topic) : nothing}
    </div>`;
  }

  /** A card like those around it, when a page that lists several wrote each text and one record does not come. */
  protected override renderAuthored(): TemplateResult {
    return html`<div class="puntari-card">${super.renderAuthored()}</div>`;
  }

  /** Its place is kept until what can be pressed has come. */
  #renderActions(topic: Topic): TemplateResult {
    const { late, locale } = this;
    const title = this.inline(topic.title);
    const parts = this.action !== undefined && this.#hasDay ? 2 : 1;
    return html`<div class="actions" data-needs-script data-waits=${late ? nothing : parts}>
      ${
        this.#support && this.action !== undefined
          ? late?.renderSupport(locale, {
              support: this.#support,
              title,
              isCounted: !this.noCount,
              isRemembered: this.remember,
            })
          : nothing
      }
      ${this.#hasDay ? late?.renderFollow(locale, { topic, title, address: this.#address }) : nothing}
    </div>`;
  }

  get #link(): HTMLAnchorElement | null {
    return this.querySelector('.puntari-card-link');
  }

  get #supporters(): number | undefined {
    return this.noCount ? undefined : (this.#support?.supporters ?? this.data?.supporters);
  }

  /** Whoever reads the whole card has the day to keep in mind; a list of small ones would be full of buttons. */
  get #hasDay(): boolean {
    return (
      this.variant !== 'compact' && this.data !== undefined && isDecisionComing(this.data, today())
    );
  }

  /** None of them works without script. A server prints their place, so that nothing moves when the script comes. */
  get #hasActions(): boolean {
    return this.action !== undefined || this.#hasDay;
  }

  /** Of the topic's own page. */
  get #address(): string | undefined {
    const { url } = this.data ?? {};
    return url === undefined ? undefined : this.resolve(url);
  }

  get #dataOptions(): DataOptions {
    return { address: this.#address, supporters: this.#supporters };
  }

  /**
   * A click anywhere on the card opens it. The link's own area lies under the text, so that text can be selected; a
   * click on text is passed on here, unless it ends a selection or means something else.
   */
  readonly #onClick = (event: MouseEvent): void => {
    const { ctrlKey, metaKey, shiftKey, altKey } = event;
    if (event.button !== 0 || ctrlKey || metaKey || shiftKey || altKey || event.defaultPrevented)
      return;
    // From outside a press in the root looks like one on the card.
    const [target] = event.composedPath();
    if (!(target instanceof Element) || target.closest('a, button, summary, .actions')) return;
    if (getSelection()?.isCollapsed === false) return;
    this.#link?.click();
  };

  #onAnswered({ topicId, supported }: TopicSupport): void {
    const { t } = this.locale;
    const said = [t(supported ? 'support.done' : 'support.undone')];
    if (this.#supporters !== undefined) said.push(supportersText(this.#supporters, this.locale));
    this.announce(said.join(' '));
    // The button goes away where nobody can support the topic any more.
    if (this.#support?.isClosed) this.focusAfterUpdate('#support-closed');
    this.dispatchEvent(new SupportedEvent(topicId, supported));
  }

  #onFailed(problem: Problem): void {
    const { locale } = this;
    if (this.#support?.isClosed) {
      this.announce(locale.t('support.closed'));
      // The button goes away.
      this.focusAfterUpdate('#support-closed');
    } else
      this.announce(
        this.late?.problemText(locale, problem, this.#support?.isSupported === true) ?? '',
      );
    this.dispatchEvent(new FailedEvent(problem, 'send'));
  }

  /** Into the text that stands there: making all of it again would take away what somebody has selected. */
  #showSupporters(): void {
    const place = this.querySelector(':scope > [slot="document"][data-key] [data-supporters]');
    const count = this.#supporters;
    if (!place || count === undefined) return;
    const text = supportersText(count, this.locale);
    if (place.textContent !== text) place.textContent = text;
  }

  async #loadLate(): Promise<void> {
    if (this.#isLateAsked) return;
    this.#isLateAsked = true;
    await whenIdle();
    try {
      const late = await import('./topic-card.late.js');
      this.#support = new late.Support(this.#supportHost);
      if (this.data) this.#support.take(this.data, false);
      if (!this.isConnected) this.#support.leave();
      this.late = late;
    } catch {
      // The next change tries again.
      this.#isLateAsked = false;
    }
  }

  get #supportHost(): SupportHost {
    return {
      topic: () => this.data,
      action: () => new URL(this.action ?? '', document.baseURI).href,
      record: () => (this.src ? new URL(this.src, document.baseURI).href : undefined),
      remembers: () => this.remember,
      lang: () => this.locale.lang,
      changed: () => {
        this.requestUpdate();
      },
      answered: (answer) => {
        this.#onAnswered(answer);
      },
      failed: (problem) => {
        this.#onFailed(problem);
      },
    };
  }

  /** Tells search engines of the whole card, once for each text. */
  #describe(): void {
    const { data, locale, variant } = this;
    const text = data && `${data.id}@${data.version}@${locale.lang}@${String(this.noCount)}`;
    if (!data || variant === 'compact' || this.#described === text) return;
    this.#described = text;
    const description = this.late?.structuredData(data, locale, this.#dataOptions);
    this.late?.showStructuredData(this, description);
  }
}
