import type { FieldError, Panel } from '@puntari/contracts';
import { type Locale, messageFor, nameOf } from '@puntari/core';

/** By what kind of question a message is worded: choosing one of many, answering yes or no, writing. */
const KIND_OF: Readonly<Record<string, string>> = {
  strata: 'choice',
  eligibility: 'yesNo',
  ownWords: 'ownWords',
};

/** From what age, or until what age, one can take part. A year of birth tells no more than the age in the year's end. */
const ageLimit = ({ registration }: Panel, { t }: Pick<Locale, 't'>, code: string): string => {
  const { minimumAge, maximumAge, referenceDate } = registration;
  const age = code === 'tooYoung' ? minimumAge : maximumAge;
  return t(`ineligible.reason.${code}`, { age, year: referenceDate.slice(0, 4) });
};

/** How to write the year of birth, and who can take part by it. */
export const birthYearHint = (panel: Panel, locale: Pick<Locale, 't'>): string => {
  const { minimumAge, maximumAge } = panel.registration;
  const limits = [
    ...(minimumAge > 0 ? ['tooYoung'] : []),
    ...(maximumAge === undefined ? [] : ['tooOld']),
  ];
  return [locale.t('hint.birthYear'), ...limits.map((code) => ageLimit(panel, locale, code))].join(
    ' ',
  );
};

/** Why somebody cannot take part, in a sentence. */
export function reasonOf(panel: Panel, locale: Locale, error: FieldError): string {
  const { code } = error;
  if (code === 'tooYoung' || code === 'tooOld') return ageLimit(panel, locale, code);
  return locale.t(`ineligible.reason.${nameOf(error).replace('eligibility/', '')}`);
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
