/** The quotas of a draw: how many seats each answer and each age gets. Read from the content folder, and never served. */
import * as v from 'valibot';

import { count, eachOnce, id, NOT_STATED, type Panel, toPointer } from '@puntari/contracts';

/** The feature that is not asked but computed. */
export const AGE = 'age';

/** Columns that the table of people has of its own: a question of that name would stand there twice. */
export const OWN_COLUMNS = [
  'unique_id',
  AGE,
  'address_line1',
  'postcode',
  'first_name',
  'last_name',
  'email',
  'phone',
] as const;

/** Nobody who can sign up was born before. */
const EARLIEST_BIRTH_YEAR = 1900;

const range = v.pipe(
  v.object({ min: count, max: count }),
  v.check(({ min, max }) => min <= max, 'a max that is not below the min'),
);

const ageBand = v.pipe(
  v.object({
    code: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._+-]*$/, 'a code such as "16-29"')),
    from: count,
    /** Absent where the band has no upper end. */
    to: v.optional(count),
  }),
  v.check(({ from, to }) => to === undefined || from <= to, 'to end after it starts'),
);

const quotas = v.object({
  schemaVersion: v.literal(1),
  panel: id,
  seats: v.pipe(count, v.minValue(1, 'at least one seat')),
  ageBands: v.pipe(
    v.array(ageBand),
    v.minLength(1, 'at least one band'),
    eachOnce(({ code }) => code.toLowerCase(), 'each code once'),
  ),
  /** By feature (the id of a question, or `age`) and value. */
  features: v.record(v.string(), v.record(v.string(), range)),
});
export type Quotas = v.InferOutput<typeof quotas>;
export type AgeBand = Quotas['ageBands'][number];

interface QuotaProblem {
  readonly pointer: string;
  readonly expected: string;
  readonly received: string;
}

type Range = v.InferOutput<typeof range>;

const problem = (path: readonly unknown[], expected: string, received: unknown): QuotaProblem => ({
  pointer: toPointer(path),
  expected,
  received: String(received),
});

function shapeProblems(data: unknown): QuotaProblem[] {
  const { issues = [] } = v.safeParse(quotas, data);
  return issues.map(({ path = [], message, expected, received }) => {
    const keys = path.map(({ key }) => key);
    if (received === 'undefined') return problem(keys, 'a value', 'nothing');
    return problem(keys, message.startsWith('Invalid') ? (expected ?? message) : message, received);
  });
}

/** Everybody who may sign up belongs to one band: a draw takes no empty values. */
function bandProblems({ ageBands }: Quotas, { registration }: Panel): QuotaProblem[] {
  const { minimumAge, maximumAge, referenceDate } = registration;
  const oldest = maximumAge ?? Number(referenceDate.slice(0, 4)) - EARLIEST_BIRTH_YEAR;
  const problems = ageBands.flatMap(({ from }, index): QuotaProblem[] => {
    const path = ['ageBands', index, 'from'];
    const before = ageBands[index - 1];
    if (before === undefined) {
      return from <= minimumAge ? [] : [problem(path, `at most ${String(minimumAge)}`, from)];
    }
    const next = before.to === undefined ? undefined : before.to + 1;
    return from === next
      ? []
      : [problem(path, `${String(next ?? 'nothing')}, where the band before ends`, from)];
  });
  const { to } = ageBands.at(-1) ?? {};
  const isCovered = to === undefined || to >= oldest;
  if (isCovered) return problems;
  const path = ['ageBands', ageBands.length - 1, 'to'];
  return [...problems, problem(path, `nothing, or at least ${String(oldest)}`, to)];
}

/** The values of a feature, in their order; nothing for what is no feature of the panel. */
export function valuesOf(feature: string, panel: Panel, ageBands: readonly AgeBand[]): string[] {
  if (feature === AGE) return ageBands.map(({ code }) => code);
  const question = panel.questions.find(({ id: name }) => name === feature);
  const codes = (question?.options ?? []).map(({ code }) => code);
  return question?.declinable ? [...codes, NOT_STATED] : codes;
}

const sumOf = (ranges: readonly Range[], end: keyof Range): number =>
  ranges.reduce((sum, value) => sum + value[end], 0);

function featureProblems(
  feature: string,
  values: Readonly<Record<string, Range>>,
  { ageBands, seats }: Quotas,
  panel: Panel,
): QuotaProblem[] {
  const path = ['features', feature];
  const wanted = valuesOf(feature, panel, ageBands);
  if (wanted.length === 0) {
    const ids = [...panel.questions.map(({ id: name }) => name), AGE].join(', ');
    return [problem(path, `one of ${ids}`, `"${feature}"`)];
  }
  const ranges = Object.values(values);
  const [least, most] = [sumOf(ranges, 'min'), sumOf(ranges, 'max')];
  const unknown = Object.keys(values).filter((value) => !wanted.includes(value));
  return [
    ...wanted
      .filter((value) => !Object.hasOwn(values, value))
      .map((value) => problem([...path, value], 'a min and a max', 'nothing')),
    ...unknown.map((value) =>
      problem([...path, value], `one of ${wanted.join(', ')}`, `"${value}"`),
    ),
    ...(least > seats
      ? [problem(path, `a sum of all min of at most ${String(seats)}, the seats`, least)]
      : []),
    ...(most < seats
      ? [problem(path, `a sum of all max of at least ${String(seats)}, the seats`, most)]
      : []),
  ];
}

/** Programs that draw take no notice of case, so that one of two would silently count for both. */
export function clashesOf(panel: Panel): string[] {
  const taken = new Set<string>(OWN_COLUMNS);
  return panel.questions
    .map(({ id: name }) => name)
    .filter((name) => {
      const folded = name.toLowerCase();
      const isTaken = taken.has(folded);
      taken.add(folded);
      return isTaken;
    });
}

/** Answers to one question that only their case tells apart, for the same reason; of each question and answer the names. */
export const alikeAnswersOf = (panel: Panel): (readonly [question: string, answer: string])[] =>
  panel.questions.flatMap(({ id: question }) => {
    const taken = new Set<string>();
    return valuesOf(question, panel, []).flatMap((answer) => {
      const isTaken = taken.has(answer.toLowerCase());
      taken.add(answer.toLowerCase());
      return isTaken ? [[question, answer] as const] : [];
    });
  });

/** Everything that keeps quotas from being used with the panel that they are for. */
export function quotaProblems(
  data: unknown,
  name: string,
  panels: ReadonlyMap<string, Panel>,
): QuotaProblem[] {
  const shape = shapeProblems(data);
  const { panel: named } = (data ?? {}) as { panel?: unknown };
  const naming =
    typeof named === 'string' && named !== name
      ? [problem(['panel'], `"${name}", the name of the file`, `"${named}"`)]
      : [];
  const panel = panels.get(name);
  if (!panel) return [...shape, problem([], `a panel "${name}" in panels/`, 'none')];
  if (shape.length > 0) return [...shape, ...naming];
  const checked = v.parse(quotas, data);
  return [
    ...naming,
    ...clashesOf(panel).map((question) =>
      problem(['features', question], 'a question whose id is no other column', `"${question}"`),
    ),
    ...alikeAnswersOf(panel).map(([question, answer]) =>
      problem(
        ['features', question, answer],
        'an answer that more than its case tells from the others',
        `"${answer}"`,
      ),
    ),
    ...bandProblems(checked, panel),
    ...Object.entries(checked.features).flatMap(([feature, values]) =>
      featureProblems(feature, values, checked, panel),
    ),
  ];
}

/** Quotas in which nothing is wrong. */
export const parseQuotas = (data: unknown): Quotas => v.parse(quotas, data);
