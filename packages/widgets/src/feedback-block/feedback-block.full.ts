/** Everything that a channel asks. */
import type { BlockForm } from './feedback-block.forms.js';
import { documentOf } from './feedback-block.document.js';
import { feedbackForm } from './feedback-block.fields.js';
import { renderBlock } from './feedback-block.frame.js';
import { fieldsOf } from './feedback-block.model.js';

export const form: BlockForm = {
  name: 'full',
  fieldsOf,
  documentOf: (channel, locale, options) => ({
    key: `${channel.id}@${channel.version}@${locale.lang}@h${String(options.level)}${options.isCompact ? '@compact' : ''}`,
    template: documentOf(channel, locale, options),
  }),
  render: (channel, block) =>
    renderBlock(channel, block, {
      form: 'full',
      fields: feedbackForm(channel, block.context, {
        resolve: block.resolve,
        takesFiles: block.action !== undefined,
        files: block.later?.renderFiles(),
        place: block.later?.renderPlace(),
      }),
      button: block.locale.t('send.button'),
      thanks: block.locale.t('receipt.title'),
    }),
};
