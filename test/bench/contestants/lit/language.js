import { WORDS } from '../../content/words.js';

/** The page's language, followed: words and tag of the nearest language that there is. */
export class LanguageController {
  constructor(host) {
    this.host = host;
    host.addController(this);
    this.observer = new MutationObserver(() => host.requestUpdate());
  }

  get lang() {
    const { lang } = this.host.closest('[lang]') ?? document.documentElement;
    return lang in WORDS ? lang : 'fi';
  }

  get words() {
    return WORDS[this.lang];
  }

  hostConnected() {
    this.observer.observe(document, { attributes: true, attributeFilter: ['lang'], subtree: true });
  }

  hostDisconnected() {
    this.observer.disconnect();
  }
}
