import type { Receipt } from '@puntari/contracts';
import { renderReceipt } from '@puntari/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { TemplateResult } from 'lit';

import { receiptWith } from '../fixtures/receipt.js';
import { words } from '../fixtures/words.js';
import { form } from '../support/story-form.js';
import { say } from './labels.js';

const meta: Meta = { title: 'Fields/Receipt' };
export default meta;

const TITLE = words(
  'Kiitos, palautteesi on vastaanotettu',
  'Tack, din respons har tagits emot',
  'Thank you, your feedback has been received',
);

const shown = (receipt: Receipt): TemplateResult =>
  form((context) =>
    renderReceipt(context.locale, receipt, { title: say(context, TITLE), level: 2 }),
  );

export const Everything: StoryObj = { render: () => shown(receiptWith()) };

export const LeastThereIs: StoryObj = {
  render: () =>
    shown({
      reference: 'K7M-4PX',
      receivedAt: '2026-11-22T09:05:00+02:00',
      readBy: words('Osallisuustyö', 'Delaktighetsarbetet', 'Participation work'),
    }),
};
