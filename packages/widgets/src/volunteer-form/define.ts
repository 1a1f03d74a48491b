import { define } from '@puntari/core';

import { VolunteerForm } from './volunteer-form.js';

define('puntari-volunteer-form', VolunteerForm);

declare global {
  interface HTMLElementTagNameMap {
    'puntari-volunteer-form': VolunteerForm;
  }
}
