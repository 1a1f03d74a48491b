/** Which topics are shown, and in which order. */

/** What a reader wants to see. Empty parts leave everything. */
export interface Criteria {
  readonly status: string;
  /** The name of an area, as `areaKey` gives it. */
  readonly area: string;
  readonly level: string;
  readonly year: string;
  /** Words that all have to stand in the topic, in any order. */
  readonly words: string;
}

export const SORTS = ['published', 'decision', 'newest', 'supporters', 'title'] as const;
export type Sort = (typeof SORTS)[number];

export interface View extends Criteria {
  readonly sort: Sort;
}

/** Every topic, in the order in which they were published. */
export const ALL: View = {
  status: '',
  area: '',
  level: '',
  year: '',
  words: '',
  sort: 'published',
};

/** The part of a view that leaves topics out. */
export const CRITERIA = ['status', 'area', 'level', 'year', 'words'] as const;

export const isEverything = (criteria: Criteria): boolean =>
  CRITERIA.every((name) => criteria[name].trim() === '');

/** Whether the same topics are shown. */
export const isSameChoice = (one: Criteria, other: Criteria): boolean =>
  CRITERIA.every((name) => one[name] === other[name]);

export const isSame = (one: View, other: View): boolean =>
  isSameChoice(one, other) && one.sort === other.sort;

/** One topic as far as it is chosen and ordered by. Read from the text, so that a text which the page wrote is too. */
export interface Row {
  readonly status: string;
  readonly areas: readonly string[];
  readonly level: string;
  readonly year: string;
  /** `2027-03-01`; empty where no day is planned. */
  readonly plannedOn: string;
  /** Nothing where it is not told. */
  readonly supporters: number | undefined;
  /** Where it was published. */
  readonly place: number;
  readonly title: string;
  /** All that can be searched in, folded by `fold`. */
  readonly text: string;
}

/** Words are copied with what nobody sees: soft hyphens in their middle, marks of direction at their ends. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/\p{Cf}/gu, '');

export function matcher({ status, area, level, year, words }: Criteria): (row: Row) => boolean {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  return (row) =>
    (status === '' || row.status === status) &&
    (area === '' || row.areas.includes(area)) &&
    (level === '' || row.level === level) &&
    (year === '' || row.year === year) &&
    wanted.every((word) => row.text.includes(word));
}

/** What is not told comes last, whichever way the others stand. */
const later = (first: boolean, second: boolean): number => Number(first) - Number(second);

/** Compares two topics. Those that are alike stay as they were published. */
export function comparer(sort: Sort, lang: string): (first: Row, second: Row) => number {
  const inPlace = (a: Row, b: Row): number => a.place - b.place;
  switch (sort) {
    case 'decision':
      return (a, b) =>
        later(a.plannedOn === '', b.plannedOn === '') ||
        a.plannedOn.localeCompare(b.plannedOn) ||
        inPlace(a, b);
    case 'newest':
      return (a, b) => Number(b.year) - Number(a.year) || inPlace(a, b);
    case 'supporters':
      return (a, b) =>
        later(a.supporters === undefined, b.supporters === undefined) ||
        (b.supporters ?? 0) - (a.supporters ?? 0) ||
        inPlace(a, b);
    case 'title': {
      const { compare } = new Intl.Collator(lang, { numeric: true });
      return (a, b) => compare(a.title, b.title) || inPlace(a, b);
    }
    default:
      return inPlace;
  }
}

/** What there is to choose from, each once. */
export interface Choices {
  readonly status: readonly string[];
  readonly area: readonly string[];
  readonly level: readonly string[];
  readonly year: readonly string[];
}

const STATUS_ORDER = [
  'proposed',
  'checked',
  'on-list',
  'chosen',
  'not-chosen',
  'panel-running',
  'statement-given',
  'answered',
];

export function choicesOf(rows: readonly Row[], lang: string): Choices {
  const each = (values: readonly string[]): string[] => [...new Set(values)].filter(Boolean);
  const place = (status: string): number =>
    (STATUS_ORDER.indexOf(status) + STATUS_ORDER.length + 1) % (STATUS_ORDER.length + 1);
  return {
    status: each(rows.map(({ status }) => status)).sort((a, b) => place(a) - place(b)),
    area: each(rows.flatMap(({ areas }) => areas)).sort(new Intl.Collator(lang).compare),
    level: each(rows.map(({ level }) => level)).sort(),
    year: each(rows.map(({ year }) => year)).sort((a, b) => Number(b) - Number(a)),
  };
}

export function documentKey(
  { id, version }: { readonly id: string; readonly version: string },
  lang: string,
  level: number,
): string {
  return `${id}@${version}@${lang}@h${String(level)}`;
}

export const anchorOf = (topicId: string): string => `topic-${topicId}`;
