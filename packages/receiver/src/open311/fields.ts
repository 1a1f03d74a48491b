/** Feedback as the fields of a GeoReport request. */
import type { FeedbackSubmission } from '@puntari/contracts';

import type { AttributeSource, CitySettings } from './settings.js';

/** Feedback that goes to a city. */
export interface Outgoing {
  readonly reference: string;
  readonly receivedAt: string;
  readonly submission: FeedbackSubmission;
  /** From its own table, and only of who wants a reply. */
  readonly contact: FeedbackSubmission['contact'];
  readonly mediaUrls: readonly string[];
}

type Field = readonly [name: string, value: string];

const TITLE_LENGTH = 100;
const CUT = '…';

/** By this line a request is found again in the city's list, and by an official who has it before them. */
export const markOf = (reference: string): string => `Puntari ${reference}`;

/** Which service of the city's it is about; nothing when it is not forwarded. */
export function serviceOf(
  { forms, services, service }: CitySettings,
  { form = 'full', kind, serviceCode }: FeedbackSubmission,
): string | undefined {
  if (!forms.some((one) => one === form)) return undefined;
  return serviceCode ?? (kind === undefined ? undefined : services[kind]) ?? service;
}

function cut(text: string, length: number): string {
  const points = [...text];
  return points.length <= length ? text : `${points.slice(0, length - 1).join('')}${CUT}`;
}

/** The words, and the mark on a line of its own. */
function descriptionOf({ reference, submission }: Outgoing, max: number): string {
  const end = `\n\n${markOf(reference)}`;
  return `${cut(submission.text ?? '', max - end.length)}${end}`;
}

/** Whether the city gets less than what was written. */
export const isCut = (outgoing: Outgoing, { descriptionMax }: CitySettings): boolean =>
  !descriptionOf(outgoing, descriptionMax).startsWith(outgoing.submission.text ?? '');

function placeFields({ submission }: Outgoing, { place }: CitySettings): Field[] {
  const { latitude, longitude, address } = submission.location ?? {};
  const at =
    latitude !== undefined && longitude !== undefined
      ? { latitude, longitude }
      : address === undefined
        ? place
        : { address };
  if (at === undefined) return [];
  if ('address' in at) return [['address_string', at.address]];
  const exact: Field[] = [
    ['lat', String(at.latitude)],
    ['long', String(at.longitude)],
  ];
  return address === undefined ? exact : [...exact, ['address_string', address]];
}

/** One name is a last name after first names, as people write it; a single word is taken for a first name. */
function nameFields(name: string): Field[] {
  const [, first = name, last] = /^(.*\S)\s+(\S+)$/.exec(name.trim()) ?? [];
  return last === undefined
    ? [['first_name', first]]
    : [
        ['first_name', first],
        ['last_name', last],
      ];
}

function contactFields({ submission, contact }: Outgoing, settings: CitySettings): Field[] {
  if (!submission.wantsReply || contact === undefined) return [];
  return settings.contact.flatMap((what): Field[] => {
    const value = contact[what];
    if (value === undefined || value === '') return [];
    return what === 'name' ? nameFields(value) : [[what, value]];
  });
}

function valueOf(source: AttributeSource, outgoing: Outgoing): string | undefined {
  if (source === 'reference') return outgoing.reference;
  if (source === 'receivedAt') return outgoing.receivedAt;
  return outgoing.submission[source];
}

function attributeFields(outgoing: Outgoing, { attributes }: CitySettings): Field[] {
  return Object.entries(attributes).flatMap(([name, filled]): Field[] => {
    const value = 'text' in filled ? filled.text : valueOf(filled.from, outgoing);
    return value === undefined ? [] : [[`attribute[${name}]`, value]];
  });
}

/** Everything that is posted, but for the key. */
export function fieldsOf(outgoing: Outgoing, settings: CitySettings, serviceCode: string): Field[] {
  const { jurisdiction, title, descriptionMax } = settings;
  const [firstLine = ''] = (outgoing.submission.text ?? '').split('\n');
  const [media] = outgoing.mediaUrls;
  return [
    ...(jurisdiction === undefined ? [] : [['jurisdiction_id', jurisdiction] as const]),
    ['service_code', serviceCode],
    ...placeFields(outgoing, settings),
    ...attributeFields(outgoing, settings),
    ...contactFields(outgoing, settings),
    ...(title ? [['title', cut(firstLine, TITLE_LENGTH)] as const] : []),
    ['description', descriptionOf(outgoing, descriptionMax)],
    ...(media === undefined ? [] : [['media_url', media] as const]),
  ];
}
