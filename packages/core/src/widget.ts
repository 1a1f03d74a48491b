import type { RecordKind, RecordOf } from '@puntari/contracts';
import {
  adoptStyles,
  type CSSResult,
  html,
  isServer,
  LitElement,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property, state } from 'lit/decorators.js';

import { type DocumentParts, LightDocument, longTextOf } from './document.js';
import { FailedEvent, ReadyEvent } from './events.js';
import { moveFocus } from './focus.js';
import { askedOf, type LoadError } from './loading.js';
import { loadProblem } from './load-problem.js';
import { LocaleController } from './locale/locale-controller.js';
import { directionOf } from './locale/formats.js';
import { logError } from './log.js';
import { addressOf, resolveUrl } from './record-address.js';
import { RecordSource } from './record-source.js';
import { prepareServerRoot } from './server-root.js';
import { StatusRegion } from './status-region.js';
import { inline } from './texts.js';

type Phase = 'loading' | 'ready' | 'authored' | 'failed';

/** How long loading may take before it is said aloud, in milliseconds. */
const SAY_LOADING_AFTER = 300;

/** How long a widget may be without any record before its developer is told, in milliseconds. */
const TELL_OF_SILENCE_AFTER = 3000;

/** What people saw before the script came, they go on seeing while there is nothing better. */
const AS_IN_PAGE = html`<slot name="document"></slot><slot></slot>`;

/**
 * What every widget is: one open shadow root, one record, one language, one status region.
 *
 * State first, effects after: a subclass renders from `data` and `locale` in `renderWidget`, and long texts from
 * `documentParts`. It never touches the host's children itself.
 */
export abstract class Widget<K extends RecordKind = RecordKind> extends LitElement {
  static override readonly shadowRootOptions: ShadowRootInit = { mode: 'open' };
  /** Which record the widget shows. */
  static readonly recordKind: RecordKind;
  /** Where its words stand; its own namespace first. */
  static readonly namespaces: readonly string[] = ['core'];

  /** URL of the record. */
  @property() src?: string;
  /** The record itself, in place of `src`: parsed JSON of any origin, checked here. `null` is none yet. */
  @property({ attribute: false }) record?: unknown;
  /** The level of the widget's top heading, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /** Appearance or mode; each widget lists its own. */
  @property({ reflect: true }) variant?: string;
  /** URL of a JSON file that rewords messages: language to key to text. */
  @property() strings?: string;

  @state() protected phase: Phase = 'loading';

  /** The language of this widget. Public for the server half, which renders without connecting. */
  readonly locale = new LocaleController(
    this,
    (this.constructor as typeof Widget).namespaces,
    () => {
      this.#wordsFailed();
    },
  );

  protected readonly internals?: ElementInternals;
  /** The record; absent until it is in hand. */
  protected data: RecordOf<K> | undefined;

  /** A URL of the record, resolved against the record's own address. */
  protected readonly resolve = (url: string): string =>
    // Without an address of the record only the browser knows what a relative URL starts from.
    isServer && !this.src ? url : resolveUrl(url, (this.#address ??= addressOf(this.src)));

  readonly #status = new StatusRegion(() => this.renderRoot);
  readonly #document = new LightDocument(this);
  readonly #source = new RecordSource<K>({
    localName: this.localName,
    recordKind: (this.constructor as typeof Widget).recordKind as K,
    show: (record) => {
      this.#show(record);
    },
    settle: (record) => {
      this.data = record;
      // It was right, so the error is ours.
      if (this.#mistrust) reportError(this.#mistrust);
    },
    fail: (error) => {
      this.#fail(error);
    },
  });
  #mistrust: unknown;
  #fromServer = false;
  #wasReady = false;
  #lacksWords = false;
  /** Where the record that is shown came from. */
  #address: string | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #focusNext: string | undefined;
  #settle: () => void = () => undefined;
  #settled: Promise<void> = Promise.resolve();

  constructor() {
    super();
    if (!isServer) this.internals = this.attachInternals();
  }

  /** Whether record and words are in hand. */
  get isReady(): boolean {
    return this.phase === 'ready' && this.locale.isReady;
  }

  override connectedCallback(): void {
    this.#settled = new Promise((resolve) => {
      this.#settle = resolve;
    });
    super.connectedCallback();
    if (this.phase !== 'ready') this.#begin();
    if (this.strings) void this.locale.useRewording(this.strings);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#silence);
  }

  override requestUpdate(...change: Parameters<LitElement['requestUpdate']>): void {
    super.requestUpdate(...change);
    // Lit asks for a first update before this class has its fields.
    if (#settle in this) this.#settleWhenReady();
  }
  protected override willUpdate(changed: PropertyValues): void {
    if (isServer) this.locale.takeLoaded();
    if (changed.has('record') && this.record != null && !this.#source.has(this.record))
      this.#source.take(this.record);
    if (changed.has('src') && this.hasUpdated && this.src && this.record == null) this.#load();
    if (changed.has('strings') && this.hasUpdated && this.strings)
      void this.locale.useRewording(this.strings);
    this.#settleWhenReady();
  }
  protected override update(changed: PropertyValues): void {
    try {
      super.update(changed);
    } catch (error) {
      const isMismatch = this.#fromServer && !this.hasUpdated;
      if (!isMismatch && this.#source.isChecked) throw error;
      // Either the page and the record have parted since the server rendered, or the record is not what it claims to be.
      // A fresh rendering loses nothing but a moment.
      this.#fromServer = false;
      this.renderRoot.replaceChildren();
      delete (this.renderRoot as { _$litPart$?: unknown })._$litPart$;
      this.renderOptions.renderBefore = null;
      // Set here for the rendering that follows at once; another update has nothing to add.
      // eslint-disable-next-line lit/no-property-change-update
      if (!isMismatch) this.phase = 'failed';
      super.update(changed);
    }
  }
  protected override updated(_changed: PropertyValues): void {
    if (this.locale.isReady) this.#lacksWords = false;
    this.markState('loading', this.phase === 'loading' && !this.#lacksWords);
    this.markState('failed', this.phase === 'failed' || this.#lacksWords);
    if (this.isReady)
      this.#trusting(() => {
        this.#document.show(this.documentNow());
      });
    if (!this.#wasReady && (this.isReady || this.phase === 'authored')) {
      this.#wasReady = true;
      this.dispatchEvent(new ReadyEvent());
    }
    this.#moveFocus();
  }
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = this.shadowRoot;
    if (!root || isServer) return super.createRenderRoot();
    this.#fromServer = prepareServerRoot(root, (serverRoot) => {
      this.readServerRoot(serverRoot);
    });
    // Hydration leaves our sheets out, and a strict policy blocks the server's <style>: adopt them here.
    adoptStyles(root, (this.constructor as typeof LitElement).elementStyles);
    // Lit marks the root for hydration; one that was emptied must not be.
    return this.#fromServer ? super.createRenderRoot() : root;
  }

  protected override async scheduleUpdate(): Promise<void> {
    // What the server rendered has record and words; an update without them would have another shape.
    if (this.#fromServer && !this.hasUpdated) await this.#settled;
    await super.scheduleUpdate();
  }

  /** Focuses the first control a person can use, or else the widget's heading. */
  override focus(options?: FocusOptions): void {
    const target = this.renderRoot.querySelector<HTMLElement>(
      'input:not([type=hidden]), select, textarea, button, a[href], [tabindex="-1"]',
    );
    if (target) target.focus(options);
    else super.focus(options);
  }

  /**
   * The long text of the record for the light DOM: read-aloud tools, reader modes and translators do not look into
   * shadow roots. Public for the server half.
   */
  documentParts(): DocumentParts | undefined {
    return undefined;
  }

  /** A text that the page reworded is another text, though the record is the same. */
  protected documentNow(): DocumentParts | undefined {
    const parts = this.documentParts();
    const { wording } = this.locale;
    if (!parts || !wording) return parts;
    return {
      key: `${parts.key}@${wording}`,
      lang: parts.lang,
      get template(): TemplateResult {
        return parts.template;
      },
    };
  }

  /** The widget itself; called only when record and words are in hand. */
  protected abstract renderWidget(data: RecordOf<K>): unknown;
  /** Around a text that the page wrote itself, without a record. */
  protected renderAuthored(): unknown {
    return html`<slot name="document"></slot>`;
  }
  /** What was typed into a server-sent root before the script came; forms override it. */
  protected readServerRoot(_root: ShadowRoot): void {
    // A widget that takes no input has nothing to rescue.
  }
  /** Called when a record was taken, before the next rendering. */
  protected recordTaken(_data: RecordOf<K>): void {
    // Subclasses that keep state of a record start it here.
  }
  /** Says something once and politely, without moving focus. The same text twice is said twice. */
  protected announce(text: string): void {
    this.#status.say(text);
  }
  /** Text of the record in the widget's language, marked where it is another's. */
  protected inline(text: Parameters<typeof inline>[0]): ReturnType<typeof inline> {
    return inline(text, this.locale.lang);
  }
  /** Moves focus after the next rendering to the first element that matches; never to the body. */
  protected focusAfterUpdate(selector: string): void {
    this.#focusNext = selector;
    this.requestUpdate();
  }
  /** Adds the looks of something that came after the first rendering. */
  protected adoptMore(sheets: readonly CSSResult[]): void {
    const { shadowRoot } = this;
    for (const { styleSheet } of sheets) {
      if (styleSheet && shadowRoot && !shadowRoot.adoptedStyleSheets.includes(styleSheet))
        shadowRoot.adoptedStyleSheets.push(styleSheet);
    }
  }
  /** Marks a state for the page's CSS: `:state(sent)`. */
  protected markState(name: string, on: boolean): void {
    const { states } = this.internals ?? {};
    try {
      if (on) states?.add(name);
      else states?.delete(name);
    } catch {
      // Chrome before 125 knows only names that start with "--"; a page cannot select these there anyway.
    }
  }
  protected override render(): TemplateResult {
    const { lang } = this.locale;
    return html`<div id="root" lang=${lang} dir=${this.getAttribute('dir') ?? directionOf(lang)}>
      ${this.#renderPhase()}
      <div id="status" role="status" class="puntari-visually-hidden"></div>
    </div>`;
  }

  /** Does what an error in means that the record is not what it claims to be, as long as its check has not said more. */
  #trusting(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (this.#source.isChecked) throw error;
      this.#mistrust = error;
      // Not at once: this may be the end of an update.
      queueMicrotask(() => {
        this.phase = 'failed';
      });
    }
  }

  #renderPhase(): unknown {
    if (this.isReady && this.data) return this.renderWidget(this.data);
    if (this.phase === 'authored') return this.renderAuthored();
    // The fallback names another channel, so it comes back beside the message.
    if (this.phase === 'failed' && this.locale.isReady)
      return [
        loadProblem(this.locale, !!this.src && this.record == null && this.#load),
        AS_IN_PAGE,
      ];
    return AS_IN_PAGE;
  }

  /** Lets a first update over a server-sent root go on. It waits for this, so it cannot be the one to say it. */
  #settleWhenReady(): void {
    if (this.isReady || this.phase === 'failed' || this.phase === 'authored') this.#settle();
  }

  readonly #load = (): void => {
    this.phase = 'loading';
    const timer = setTimeout(() => {
      if (this.phase === 'loading' && this.locale.isReady)
        this.announce(this.locale.t('load.loading'));
    }, SAY_LOADING_AFTER);
    void this.#source.load(addressOf(this.src), askedOf(this, this.src)).finally(() => {
      clearTimeout(timer);
      // "Loading" must not be found below what has come, and who cannot see that nothing came hears it.
      if (this.locale.isReady)
        this.announce(this.phase === 'failed' ? this.locale.t('load.failed') : '');
    });
  };

  #begin(): void {
    if (this.record != null) {
      this.#source.take(this.record);
      return;
    }
    // Defined by a script in the head, a widget is there before what stands in its tag.
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => {
        if (this.phase === 'loading') this.#begin();
      });
      return;
    }
    const json = this.querySelector(':scope > script[type="application/json"]')?.textContent;
    if (json) this.#source.takeJson(json);
    else if (this.src) this.#load();
    else if (longTextOf(this)) this.phase = 'authored';
    else this.#tellOfSilence();
  }

  /** A record may come a little later, as a property. When none does, the page's developer sees only the fallback. */
  #tellOfSilence(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      if (this.phase !== 'loading' || this.src || this.record != null) return;
      void import('./record-check.js').then(({ tellNothing }) => {
        tellNothing(this.localName);
      });
    }, TELL_OF_SILENCE_AFTER);
  }

  /** The fallback stays, and the page can know. Words that were there before stay too, and nothing has failed then. */
  #wordsFailed(): void {
    if (this.locale.isReady || this.#lacksWords) return;
    this.#lacksWords = true;
    const title = 'The words did not load.';
    this.dispatchEvent(new FailedEvent({ title, status: 0, code: 'words' }, 'load'));
    this.requestUpdate();
  }

  #show(record: RecordOf<K>): void {
    this.#mistrust = undefined;
    this.#address = undefined;
    this.data = record;
    this.locale.timeZone = record.timeZone ?? undefined;
    this.phase = 'ready';
    this.#trusting(() => {
      this.recordTaken(record);
    });
    this.requestUpdate();
  }

  #fail(error: LoadError): void {
    // Taken from the page meanwhile; put back, it asks anew.
    if (this.phase === 'loading' && !this.isConnected) return;
    logError(`<${this.localName}>: ${error.message}`);
    this.data = undefined;
    // A text of ours that is of a wrong record, or of the one before.
    if (error.failure === 'not-valid' || this.#wasReady) this.#document.remove();
    // What the page or its server wrote says all that a reader needs; a form is of no use without its record.
    const isForm = 'formAssociated' in this.constructor;
    this.phase = longTextOf(this) && !isForm ? 'authored' : 'failed';
    this.dispatchEvent(
      new FailedEvent({ title: error.message, status: 0, code: error.failure }, 'load'),
    );
  }

  #moveFocus(): void {
    if (!this.#focusNext || this.phase === 'loading') return;
    moveFocus(this.renderRoot, this.#focusNext);
    this.#focusNext = undefined;
  }
}
