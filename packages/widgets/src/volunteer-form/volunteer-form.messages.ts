import type { FieldError, Panel } from '@puntari/contracts';
import { type Locale, messageFor, nameOf } from '@puntari/core';

/** The sentence for an error; questions of the record are named in the words of their label. */
export function messageOf(panel: Panel, locale: Locale, error: FieldError): string {
  const name = nameOf(error);
  const label =
    panel.questions.find(({ id }) => name === `strata/${id}`)?.label ??
    (name === 'eligibility/livesInArea' ? panel.registration.residence : undefined) ??
    (name === 'eligibility/excluded' ? panel.registration.excluded : undefined);
  if (!label) return messageFor(locale, error);
  return locale.t([`error.choice.${error.code}`, 'error.choice.missing'], {
    label: locale.text(label).text,
  });
}
