import { html, LitElement, nothing, unsafeCSS } from 'lit';

import base from '../../content/look/base.css';
import contained from '../../content/look/contained.css';
import look from '../../content/look/statement.css';
import { answersSoFar, countAnswers, itemText, statementHead } from '../../content/statement.js';
import { LanguageController } from './language.js';

class Statement extends LitElement {
  static styles = [base, look, contained].map(unsafeCSS);
  static properties = { record: { state: true }, shown: { state: true } };

  language = new LanguageController(this);

  constructor() {
    super();
    this.shown = '';
    this.load();
  }

  async load() {
    this.record = await (await fetch('/statement.json')).json();
  }

  render() {
    const { record, shown } = this;
    if (!record) return nothing;
    const { lang, words } = this.language;
    const items = record.items.filter(({ response }) => !shown || response.status === shown);
    return html`<div lang=${lang}>
      ${answersSoFar(html, record, words, this.renderFilter(words))}
      ${statementHead(html, record, words, lang)}
      <section>
        <h3>${words.items}</h3>
        ${items.map((item) => itemText(html, item, words, lang))}
      </section>
    </div>`;
  }

  renderFilter(words) {
    return html`<label for="filter">${words.filter}</label>
      <select
        id="filter"
        autocomplete="off"
        @change=${(event) => (this.shown = event.target.value)}
      >
        <option value="">${words.all(this.record.items.length)}</option>
        ${countAnswers(this.record, words).map(
          ({ status, count }) =>
            html`<option value=${status}>${words.responseStatus[status]}: ${count}</option>`,
        )}
      </select>`;
  }
}

customElements.define('bench-statement', Statement);
