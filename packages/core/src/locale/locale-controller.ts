import { type LocalizedText, pickText, type PickedText, SOURCE_LANGUAGE } from '@puntari/contracts';
import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';

import { logError } from '../log.js';
import { type DateStyle, directionOf, formatDate, formatList, formatNumber } from './formats.js';
import { nearestLanguage, watchLanguage } from './language-watch.js';
import {
  areLoaded,
  loadLanguages,
  reword,
  spokenLanguage,
  type Translate,
  translator,
  type Words,
} from './words.js';

type Host = ReactiveControllerHost & Element;

/**
 * The language of one widget: its nearest `lang`, followed live. Until the words of a new language are in hand the old
 * ones stay, so nothing flickers and nothing is lost.
 */
export class LocaleController implements ReactiveController {
  /** The time zone in which instants are shown; set by the widget from its record. */
  timeZone: string | undefined;

  readonly #host: Host;
  readonly #namespaces: readonly string[];
  /** A reworded copy of the first namespace, where the page gave one. */
  #reworded: string | undefined;
  #lang = SOURCE_LANGUAGE;
  #isReady = false;
  #stop: (() => void) | undefined;

  /** @param namespaces - Where words are looked for; the widget's own first. */
  constructor(host: Host, namespaces: readonly string[]) {
    this.#host = host;
    this.#namespaces = namespaces;
    host.addController(this);
  }

  /** The language the words are shown in. */
  get lang(): string {
    return this.#lang;
  }

  get direction(): 'ltr' | 'rtl' {
    return directionOf(this.#lang);
  }

  /** Whether there are words to show. */
  get isReady(): boolean {
    return this.#isReady;
  }

  get t(): Translate {
    const [own = '', ...others] = this.#namespaces;
    return translator(this.#lang, [this.#reworded ?? own, ...others]);
  }

  hostConnected(): void {
    this.#stop = watchLanguage(this.#host, () => void this.follow());
    void this.follow();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  /** Takes the language that stands around the host now. On a server only the host's own `lang` can be seen. */
  async follow(): Promise<void> {
    const wish = this.#wish();
    if (!areLoaded(wish, this.#namespaces)) {
      try {
        await loadLanguages(wish, this.#namespaces);
      } catch {
        logError(`The words of <${this.#host.localName}> in "${wish}" could not be loaded.`);
        return;
      }
      // Someone may have switched again while this language was on its way.
      if (this.#wish() !== wish) return;
    }
    this.takeLoaded();
  }

  /** Takes the language without waiting; only words that are in hand count. */
  takeLoaded(): void {
    const wish = this.#wish();
    if (!areLoaded(wish, this.#namespaces)) return;
    const lang = spokenLanguage(wish, this.#namespaces[0] ?? '');
    if (this.#isReady && lang === this.#lang) return;
    this.#isReady = true;
    this.#lang = lang;
    if (!isServer) this.#host.requestUpdate();
  }

  /** Replaces single texts; see `reword`. */
  useRewording(url: string, texts: Readonly<Record<string, Words>>): void {
    this.#reworded = reword(this.#namespaces[0] ?? '', url, texts);
    this.#host.requestUpdate();
  }

  /** A record's text in this language, or in the best one it has. */
  text(text: LocalizedText): PickedText {
    return pickText(text, this.#lang);
  }

  number(value: number, options?: Intl.NumberFormatOptions): string {
    return formatNumber(value, this.#lang, options);
  }

  list(items: readonly string[], type?: Intl.ListFormatType): string {
    return formatList(items, this.#lang, type);
  }

  /** A day or a moment in words; see `formatDate`. */
  date(iso: string, style?: DateStyle): string {
    return formatDate(iso, this.#lang, style, this.timeZone);
  }

  #wish(): string {
    if (isServer) return this.#host.getAttribute('lang') ?? SOURCE_LANGUAGE;
    return nearestLanguage(this.#host) ?? SOURCE_LANGUAGE;
  }
}
