import { html, LitElement, nothing, unsafeCSS } from 'lit';

import { formFields, formFrame, formHelp } from '../../content/form.js';
import base from '../../content/look/base.css';
import look from '../../content/look/form.css';
import { LanguageController } from './language.js';

class Form extends LitElement {
  static styles = [base, look].map(unsafeCSS);
  static properties = { panel: { state: true }, missing: { state: true } };

  language = new LanguageController(this);

  constructor() {
    super();
    this.missing = [];
    this.load();
  }

  async load() {
    this.panel = await (await fetch('/panel.json')).json();
  }

  render() {
    if (!this.panel) return nothing;
    const { lang, words } = this.language;
    const errors = Object.fromEntries(
      this.missing.map(({ id, label }) => [id, words.missing(label[lang])]),
    );
    const fields = formFields({ html, nothing }, this.panel.questions, words, lang, errors);
    return html`<div lang=${lang}>
      <form novalidate @submit=${this.onSubmit} @click=${this.onClick}>
        ${formFrame(html, words, { fields, summary: this.renderSummary(errors, words) })}
      </form>
      ${formHelp(html, words)}
    </div>`;
  }

  renderSummary(errors, words) {
    if (this.missing.length === 0) return nothing;
    return html`<div class="summary">
      <h2 id="summary" tabindex="-1">${words.errorSummary(this.missing.length)}</h2>
      <ul>
        ${this.missing.map(
          ({ id }) => html`<li><a href="#field-${id}" data-field=${id}>${errors[id]}</a></li>`,
        )}
      </ul>
    </div>`;
  }

  async onSubmit(event) {
    event.preventDefault();
    const values = new FormData(event.target);
    this.missing = this.panel.questions.filter(({ id }) => !values.get(id));
    await this.updateComplete;
    this.renderRoot.querySelector(this.missing.length > 0 ? '#summary' : '#step')?.focus();
  }

  onClick(event) {
    const field = event.target.dataset?.field;
    if (field) {
      event.preventDefault();
      this.renderRoot.querySelector(`#field-${field}`)?.focus();
    }
    if (event.target.matches('.plain')) history.back();
  }
}

customElements.define('bench-form', Form);
