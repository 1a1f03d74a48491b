import type { FormRenderer } from './form-renderer.js';

// In a variable, so that the receiver also builds beside a version of the widgets that prints no forms.
const SERVER_HALF: string = 'puntari/server';

/** The server half of the widgets, loaded when the first form is asked for. */
export const embedRenderer: FormRenderer = {
  async renderFormPage(kind, page) {
    const embed = (await import(SERVER_HALF)) as Partial<FormRenderer>;
    if (!embed.renderFormPage) throw new TypeError(`"${SERVER_HALF}" has no renderFormPage`);
    return embed.renderFormPage(kind, page);
  },
};
