import type { FieldError, Panel } from '@puntari/contracts';
import { type Locale, messageFor, nameOf } from '@puntari/core';

/** By what kind of question a message is worded: choosing one of many, answering yes or no, writing. */
const KIND_OF: Readonly<Record<string, string>> = {
  strata: 'choice',
  eligibility: 'yesNo',
  ownWords: 'ownWords',
};

/** Why somebody cannot take part, in a sentence. */
export function reasonOf({ registration }: Panel, { t }: Locale, error: FieldError): string {
  const { minimumAge, maximumAge } = registration;
  if (error.code === 'tooYoung') return t('ineligible.reason.tooYoung', { age: minimumAge });
  if (error.code === 'tooOld') return t('ineligible.reason.tooOld', { age: maximumAge });
  return t(`ineligible.reason.${nameOf(error).replace('eligibility/', '')}`);
}

/** How to reach somebody who can help, in the shortest words there are. */
const reach = ({ contact, organizer }: Panel, locale: Locale): string =>
  contact.phone ?? contact.email ?? locale.text(contact.name ?? organizer.name).text;

/** The sentence for an error; questions of the record are named in the words of their label. */
export function messageOf(panel: Panel, locale: Locale, error: FieldError): string {
  const name = nameOf(error);
  const [group = '', id = ''] = name.split('/');
  const label =
    group === 'eligibility'
      ? { livesInArea: panel.registration.residence, excluded: panel.registration.excluded }[id]
      : panel.questions.find((question) => question.id === id)?.label;
  const kind = KIND_OF[group];
  if (!label || !kind) return messageFor(locale, error, { contact: reach(panel, locale) });
  const { max } = error.params ?? {};
  return locale.t([`error.${kind}.${error.code}`, `error.${kind}.missing`, 'error.any.unknown'], {
    label: locale.text(label).text,
    max: typeof max === 'number' ? locale.number(max) : max,
  });
}
