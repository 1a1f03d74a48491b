/**
 * What programs that draw panels read (sortition-algorithms, OpenDLP): people, and the quotas they are drawn by. Their rules
 * decide here: no value is empty, a code stays as it is, one home is one address.
 */
import {
  ageInYear,
  NOT_STATED,
  type Panel,
  type Submission,
  withoutUnseen,
} from '@puntari/contracts';

import {
  AGE,
  type AgeBand,
  alikeAnswersOf,
  clashesOf,
  type Quotas,
  valuesOf,
} from '../content/quotas.js';
import type { Db } from '../database/database.js';
import { HttpProblem } from '../http/problem.js';
import { STATUS_AT_START } from '../submissions/status.js';
import { type Cell, freeText, toCsv } from '@puntari/contracts';

/** The two ways in which programs name the columns of the quotas. */
export const DIALECTS = {
  new: ['feature', 'value', 'min', 'max'],
  old: ['category', 'name', 'min', 'max'],
} as const;
export type Dialect = keyof typeof DIALECTS;

interface Person {
  readonly reference: string;
  readonly submission: Submission;
}

const DECADE = 10;
/** Enough of a long list to begin with. */
const MAX_NAMED = 20;

/** Whom a draw can choose: who has withdrawn is out of it, and who was chosen already is not drawn again. */
async function peopleOf(db: Db, panelId: string): Promise<Person[]> {
  const rows = await db
    .selectFrom('registrations')
    .select(['reference', 'submission'])
    .where('panelId', '=', panelId)
    .where('status', '=', STATUS_AT_START)
    .orderBy('receivedAt')
    .orderBy('reference')
    .execute();
  return rows.map(({ reference, submission }) => ({
    reference,
    submission: JSON.parse(submission) as Submission,
  }));
}

/** The band of an age: of the quotas, or where there are none, of ten years. */
export function ageBand(age: number, bands: readonly AgeBand[] | undefined): string | undefined {
  if (bands === undefined) {
    const from = Math.floor(age / DECADE) * DECADE;
    return `${String(from)}-${String(from + DECADE - 1)}`;
  }
  return bands.find(({ from, to = age }) => age >= from && age <= to)?.code;
}

/** The values of a person by feature; nothing for one that has none, or one that is no longer asked for. */
export function strataOf(
  { birthYear, strata }: Submission,
  panel: Panel,
  bands: readonly AgeBand[] | undefined,
): Map<string, string | undefined> {
  const answers = panel.questions.map(({ id, options, declinable }) => {
    const code = strata[id];
    const isKnown =
      options.some((option) => option.code === code) || (declinable && code === NOT_STATED);
    return [id, isKnown ? code : undefined] as const;
  });
  const age = ageInYear(birthYear, panel.registration.referenceDate);
  return new Map([...answers, [AGE, ageBand(age, bands)] as const]);
}

/** Homes are told apart by the whole text: what nobody sees, such as a second space, must not make one home two. */
const asSeen = (text: string): string => withoutUnseen(text).replaceAll(/\s+/g, ' ').trim();

/**
 * Two empty addresses would be one home, of which one person at most is drawn. Whether an address is protected or only
 * missing is not told to those who draw.
 */
function addressOf({ reference, submission }: Person): [Cell, Cell] {
  const { line1 = '', postcode = '' } = submission.address;
  return line1 === ''
    ? [`no-address-${reference}`, '']
    : [freeText(asSeen(line1)), freeText(postcode)];
}

const CONTACT_COLUMNS = ['first_name', 'last_name', 'email', 'phone'] as const;

function contactOf({ submission }: Person): Cell[] {
  const { firstName, lastName, email, phone } = submission.contact;
  return [freeText(firstName), freeText(lastName), freeText(email), phone];
}

const notDrawable = (detail: string): HttpProblem => new HttpProblem('not-drawable', { detail });

function demandNames(panel: Panel): void {
  const clashes = clashesOf(panel);
  if (clashes.length > 0) {
    throw notDrawable(`Questions with the name of another column: ${clashes.join(', ')}`);
  }
  const alike = alikeAnswersOf(panel).map((names) => names.join(': '));
  if (alike.length > 0) {
    throw notDrawable(`Answers that only their case tells from another: ${alike.join(', ')}`);
  }
}

function demandValues(rows: readonly { person: Person; values: Map<string, unknown> }[]): void {
  const gaps = rows.flatMap(({ person, values }) =>
    [...values]
      .filter(([, value]) => value === undefined)
      .map(([feature]) => `${person.reference}: ${feature}`),
  );
  if (gaps.length === 0) return;
  const named = gaps.slice(0, MAX_NAMED).join(', ');
  const more = gaps.length > MAX_NAMED ? ` and ${String(gaps.length - MAX_NAMED)} more` : '';
  throw notDrawable(
    `A draw takes no empty values. Without an answer that the panel has: ${named}${more}`,
  );
}

interface PeopleOptions {
  readonly panel: Panel;
  readonly quotas: Quotas | undefined;
  readonly withContact: boolean;
}

/**
 * The people in the pool as CSV.
 *
 * @throws HttpProblem - `not-drawable` when somebody has a question without an answer.
 */
export async function peopleCsv(
  db: Db,
  { panel, quotas, withContact }: PeopleOptions,
): Promise<string> {
  demandNames(panel);
  const people = await peopleOf(db, panel.id);
  const rows = people.map((person) => ({
    person,
    values: strataOf(person.submission, panel, quotas?.ageBands),
  }));
  demandValues(rows);
  const features = [...panel.questions.map(({ id }) => id), AGE];
  const contact = withContact ? CONTACT_COLUMNS : [];
  return toCsv(
    ['unique_id', ...features, 'address_line1', 'postcode', ...contact],
    rows.map(({ person, values }) => [
      person.reference,
      ...features.map((feature) => values.get(feature)),
      ...addressOf(person),
      ...(withContact ? contactOf(person) : []),
    ]),
  );
}

/** The quotas as CSV, in the order of the questions. */
export function categoriesCsv(
  panel: Panel,
  { features, ageBands }: Quotas,
  dialect: Dialect,
): string {
  const names = [...panel.questions.map(({ id }) => id), AGE];
  const rows = names.flatMap((feature) =>
    valuesOf(feature, panel, ageBands).flatMap((value) => {
      const range = features[feature]?.[value];
      return range ? [[feature, value, range.min, range.max]] : [];
    }),
  );
  return toCsv(DIALECTS[dialect], rows);
}
