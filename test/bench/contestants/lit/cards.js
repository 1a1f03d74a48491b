import { html, LitElement, unsafeCSS } from 'lit';

import { card } from '../../content/card.js';
import base from '../../content/look/base.css';
import look from '../../content/look/card.css';
import contained from '../../content/look/contained.css';
import { LanguageController } from './language.js';

class Cards extends LitElement {
  static styles = [base, look, contained].map(unsafeCSS);

  language = new LanguageController(this);
  topics = [];

  connectedCallback() {
    this.topics = JSON.parse(this.querySelector('script').textContent);
    super.connectedCallback();
  }

  render() {
    const { lang, words } = this.language;
    return html`<div lang=${lang}>
      ${this.topics.map((topic) => card(html, topic, words, lang))}
    </div>`;
  }
}

customElements.define('bench-cards', Cards);
