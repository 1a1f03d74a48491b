/** The services of a city, as a channel record lists them. */
import type { FeedbackService } from '@puntari/contracts';

import { type RawAnswer, type Row, rowsOf, textIn } from './answers.js';

/** An attribute that the city asks about a service. */
export interface CityAttribute {
  readonly code: string;
  readonly description: string | undefined;
  readonly datatype: string | undefined;
  readonly isRequired: boolean;
}

export interface CityService extends FeedbackService {
  /** The city asks more about it. */
  readonly hasAttributes: boolean;
}

const isTrue = (value: unknown): boolean =>
  value === true || (typeof value === 'string' && value.trim().toLowerCase() === 'true');

function serviceOf(row: Row): CityService | undefined {
  const code = textIn(row, 'service_code');
  if (code === undefined) return undefined;
  const group = textIn(row, 'group');
  return {
    code,
    label: textIn(row, 'service_name', 'description') ?? code,
    ...(group === undefined ? {} : { group }),
    hasAttributes: isTrue(row['metadata']),
  };
}

/** Each service once; nothing when the answer is no list of any. */
export function readServices({ status, text }: RawAnswer): readonly CityService[] | undefined {
  const rows = status === 200 ? rowsOf(text) : undefined;
  const found = rows?.map(serviceOf).filter((one) => one !== undefined) ?? [];
  return found.length === 0
    ? undefined
    : [...new Map(found.map((one) => [one.code, one])).values()];
}

/** What a definition of a service asks. */
export function readAttributes({ status, text }: RawAnswer): readonly CityAttribute[] {
  const rows = (status === 200 ? rowsOf(text) : undefined) ?? [];
  const listed = rows.flatMap(({ attributes }) =>
    Array.isArray(attributes) ? (attributes as unknown[]) : [],
  );
  return listed.flatMap((attribute) => {
    if (typeof attribute !== 'object' || attribute === null) return [];
    const row = attribute as Row;
    const code = textIn(row, 'code');
    // One that is not variable is a text to be shown, no question.
    if (code === undefined || ('variable' in row && !isTrue(row['variable']))) return [];
    const [description, datatype] = [textIn(row, 'description'), textIn(row, 'datatype')];
    return [{ code, description, datatype, isRequired: isTrue(row['required']) }];
  });
}
