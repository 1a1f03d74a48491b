import type { Draft, FeedbackChannel, FeedbackSubmission } from '@puntari/contracts';
import { feedbackFromFields } from '@puntari/contracts';
import { html, type TemplateResult } from 'lit';

import type { SubmissionRules } from '../asking-widget.js';
import type { DocumentParts } from '../document.js';
import { checkbox, longTextField, textField } from '../form/fields.js';
import { heading } from '../heading.js';
import { base } from '../primitives/base.js';
import { SubmittingWidget } from '../submitting-widget.js';
import { Widget } from '../widget.js';
import '../words.js';

/** The least that a widget can be: its record's title and contact. */
export class TestViewer extends Widget<'feedbackChannel'> {
  static override readonly styles = [base];
  static override readonly recordKind = 'feedbackChannel';
  static override readonly namespaces = ['core'];

  override documentParts(): DocumentParts | undefined {
    if (!this.data) return undefined;
    const { lang } = this.locale;
    return {
      key: `${this.data.id}@${this.data.version}@${lang}`,
      lang,
      template: html`<p>${this.inline(this.data.title)}</p>`,
    };
  }

  protected override renderWidget(data: FeedbackChannel): TemplateResult {
    const { t } = this.locale;
    return html`${heading(this.headingLevel, this.inline(data.title))}
      <slot name="document"></slot>
      <p>${t('contact.phone')} ${data.contact.phone}</p>
      <button
        type="button"
        @click=${() => {
          this.announce('Tallennettu');
        }}
      >
        Tallenna
      </button>`;
  }
}

/** The least that a form can be: two fields and a box. */
export class TestForm extends SubmittingWidget<'feedbackChannel', Draft<FeedbackSubmission>> {
  static override readonly styles = [base];
  static override readonly recordKind = 'feedbackChannel';
  static override readonly sensitiveFields = ['contact/phone'];

  protected override loadRules(): Promise<
    SubmissionRules<FeedbackChannel, Draft<FeedbackSubmission>>
  > {
    return Promise.resolve({ from: feedbackFromFields, check: () => [] });
  }

  protected override hasField(name: string): boolean {
    return ['text', 'contact/phone', 'wantsReply'].includes(name);
  }

  protected override renderWidget(): TemplateResult {
    const { context } = this;
    if (this.receipt) return html`<h2 id="receipt" tabindex="-1">${this.receipt.reference}</h2>`;
    return html`<form
      novalidate
      @input=${this.onEdit}
      @change=${this.onEdit}
      @submit=${this.#onSubmit}
    >
      ${this.renderErrorSummary(2)} ${this.renderSendProblem(2)}
      ${longTextField(context, { name: 'text', label: 'Palaute', max: 20 })}
      ${textField(context, { name: 'contact/phone', label: 'Puhelin', type: 'tel' })}
      ${checkbox(context, { name: 'wantsReply', label: 'Haluan vastauksen' })}
      <button type="submit">Lähetä</button>
    </form>`;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.submit();
  };
}

if (!customElements.get('test-viewer')) customElements.define('test-viewer', TestViewer);
if (!customElements.get('test-form')) customElements.define('test-form', TestForm);
