import { contactDetails } from '@puntari/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';

import { CONTACT, words } from '../fixtures/words.js';
import { form } from '../support/story-form.js';

const meta: Meta = { title: 'Fields/Contact' };
export default meta;

export const Everything: StoryObj = {
  render: () =>
    form(({ locale }) =>
      contactDetails(locale, {
        ...CONTACT,
        role: words('Erityissuunnittelija', 'Specialplanerare', 'Senior specialist'),
        address: words(
          'Asiointipiste, Esimerkkitie 1, 02770 Espoo',
          'Servicepunkten, Exempelvägen 1, 02770 Esbo',
          'Service Point, Esimerkkitie 1, 02770 Espoo',
        ),
      }),
    ),
};

export const PhoneOnly: StoryObj = {
  render: () => form(({ locale }) => contactDetails(locale, { phone: '09 816 21' })),
};
