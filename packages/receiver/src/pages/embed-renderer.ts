import type { FormRenderer } from './form-renderer.js';

/** The server half of the widgets. Loaded with the first form: a receiver that is only sent JSON needs none of it. */
export const embedRenderer: FormRenderer = {
  async renderFormPage(kind, page) {
    const embed = await import('puntari/server');
    return embed.renderFormPage(kind, page);
  },
};
