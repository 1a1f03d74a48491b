import { SOURCE_LANGUAGE } from '@puntari/contracts';
import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';

import { loadJson } from '../loading.js';
import { logError } from '../log.js';
import { nearestLanguage, watchLanguage } from './language-watch.js';
import { Locale } from './locale.js';
import { areLoaded, loadLanguages, spokenLanguage, type Words } from './words.js';

type Host = ReactiveControllerHost & Element;

/**
 * The language of one widget: its nearest `lang`, followed live. Until the words of a new language are in hand the old
 * ones stay, so nothing flickers and nothing is lost.
 */
export class LocaleController extends Locale implements ReactiveController {
  readonly #host: Host;
  /** The namespaces as the widget names them; the inherited ones may have a reworded copy first. */
  #named: readonly string[];
  #reworded: (namespace: string) => string = (namespace) => namespace;
  readonly #failed: () => void;
  #isReady = false;
  #stop: (() => void) | undefined;
  #dir: string | null = null;

  /** @param failed - Called when words could not be loaded. */
  constructor(host: Host, namespaces: readonly string[], failed: () => void = () => undefined) {
    super(SOURCE_LANGUAGE, namespaces);
    this.#host = host;
    this.#failed = failed;
    this.#named = namespaces;
    host.addController(this);
  }

  /** Whether there are words to show. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Names the rewording that the page asked for; empty while the words are the widget's own. */
  get wording(): string {
    const [own = ''] = this.namespaces;
    return own === this.#named[0] ? '' : own;
  }

  hostConnected(): void {
    this.#dir = this.#host.getAttribute('dir');
    this.#stop = watchLanguage(this.#host, () => {
      this.#followDirection();
      void this.follow();
    });
    addEventListener('online', this.#onOnline);
    void this.follow();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    removeEventListener('online', this.#onOnline);
  }

  /** Takes the language that stands around the host now, as soon as its words are in hand. */
  async follow(): Promise<void> {
    const wish = this.#wish();
    if (!areLoaded(wish, this.#named)) {
      try {
        await loadLanguages(wish, this.#named);
      } catch {
        logError(`<${this.#host.localName}>: no words in "${wish}".`);
        this.#failed();
        return;
      }
      // Someone may have switched again while this language was on its way.
      if (this.#wish() !== wish) return;
    }
    this.takeLoaded();
  }

  /** Takes the language without waiting; words that are not in hand leave things as they are. */
  takeLoaded(): void {
    const wish = this.#wish();
    if (!areLoaded(wish, this.#named)) return;
    const lang = spokenLanguage(wish, this.#named[0] ?? '');
    if (this.#isReady && lang === this.lang) return;
    this.#isReady = true;
    this.speak(lang);
    if (!isServer) this.#host.requestUpdate();
  }

  /** Replaces single texts of the widget by those at an address; see `reword`. Where they do not come, nothing changes. */
  async useRewording(address: string): Promise<void> {
    try {
      const url = new URL(address, document.baseURI).href;
      const texts = (await loadJson(url)) as Readonly<Record<string, Words>>;
      const { reword } = await import('./rewording.js');
      this.#reworded = (namespace) => reword(namespace, url, texts);
      this.namespaces = this.#named.map(this.#reworded);
      this.#host.requestUpdate();
    } catch (error) {
      logError(
        `<${this.#host.localName} strings>: ${(error as Error).message} The usual words are shown.`,
      );
    }
  }

  /** From now on these words are needed too: a widget that shows nothing yet waits for them as well. */
  add(namespace: string): void {
    if (this.#named.includes(namespace)) return;
    this.#named = [...this.#named, namespace];
    this.namespaces = this.#named.map(this.#reworded);
  }

  /**
   * Takes words that are not needed for the first rendering, once they are in hand.
   *
   * @throws when they could not be loaded.
   */
  async join(namespace: string): Promise<void> {
    await loadLanguages(this.#wish(), [namespace]);
    this.add(namespace);
    // Someone may have switched while they were on their way.
    await this.follow();
  }

  /** The connection is back: words that did not come are asked for again. */
  readonly #onOnline = (): void => {
    void this.follow();
  };

  #followDirection(): void {
    const dir = this.#host.getAttribute('dir');
    if (dir === this.#dir) return;
    this.#dir = dir;
    this.#host.requestUpdate();
  }

  /** On a server only the host's own `lang` can be seen. */
  #wish(): string {
    const lang = isServer ? this.#host.getAttribute('lang') : nearestLanguage(this.#host);
    return lang ?? SOURCE_LANGUAGE;
  }
}
