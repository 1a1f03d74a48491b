import type { FeedbackChannel, Panel, TopicCall } from '@puntari/contracts';

import { renderProposalForm } from '../topics/proposal-form.js';
import type { FormPage, FormRenderer } from './form-renderer.js';

/** The server half of the widgets. Loaded with the first form: a receiver that is only sent JSON needs none of it. */
export const embedRenderer: FormRenderer = {
  async renderFormPage(kind, page) {
    // The receiver's own, as long as the widgets print none.
    if (kind === 'proposal') return renderProposalForm(page as FormPage<TopicCall>);
    const embed = await import('puntari/server');
    return embed.renderFormPage(kind, page as FormPage<Panel | FeedbackChannel>);
  },
};
