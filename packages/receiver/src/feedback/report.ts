/**
 * Indicators of participation for the operator: how much feedback came, about what, how it was answered and what those who
 * gave it said of being heard. Counts only: no words, no references, no addresses of pages.
 */
import {
  type Cell,
  DEFAULT_TIME_ZONE,
  type FeedbackSubmission,
  HEARD_EXPERIENCES,
  SURVEY_QUESTIONS,
  tellCount,
  toCsv,
} from '@puntari/contracts';

import type { Content } from '../content/content.js';
import type { Queryable } from '../database/database.js';
import { dayOf } from './days.js';

const KEYS = ['month', 'channel', 'form', 'subject', 'lang'] as const;
type Key = (typeof KEYS)[number];

export type ReportRow = Readonly<Record<Key, string>> & Readonly<Record<string, Cell>>;

export interface Report {
  readonly columns: readonly string[];
  readonly rows: readonly ReportRow[];
}

interface Given {
  readonly keys: Readonly<Record<Key, string>>;
  readonly status: string;
  readonly submission: FeedbackSubmission;
}

type Measure = (given: Given) => boolean;

const AGREES: readonly unknown[] = ['fully-agree', 'partly-agree'];

/** What is counted in each row, besides how many there are. */
const MEASURES: Readonly<Record<string, Measure>> = {
  answered: ({ status }) => status === 'answered' || status === 'closed',
  wantsReply: ({ submission }) => submission.wantsReply,
  'helped/yes': ({ submission }) => submission.helped === true,
  'helped/no': ({ submission }) => submission.helped === false,
  ...Object.fromEntries(
    HEARD_EXPERIENCES.map((code): [string, Measure] => [
      `experience/${code}`,
      ({ submission }) => submission.experience === code,
    ]),
  ),
  ...Object.fromEntries(
    SURVEY_QUESTIONS.flatMap((question): [string, Measure][] => [
      [
        `survey/${question}/agree`,
        ({ submission }) => AGREES.includes(submission.survey?.[question]),
      ],
      [
        `survey/${question}/answers`,
        ({ submission }) => submission.survey?.[question] !== undefined,
      ],
    ]),
  ),
};

/** Of what feedback is about only the kind: an address could tell of somebody. */
const kindOf = ({ subject = '' }: FeedbackSubmission): string =>
  /^(page|topic|statement|panel):/.exec(subject)?.[1] ?? 'none';

async function givenTo(db: Queryable, content: Content): Promise<Given[]> {
  const rows = await db
    .selectFrom('feedback')
    .select(['channelId', 'receivedAt', 'status', 'lang', 'submission'])
    .execute();
  return rows.map(({ channelId: channel, receivedAt, status, lang, submission: json }) => {
    const submission = JSON.parse(json) as FeedbackSubmission;
    const { timeZone = DEFAULT_TIME_ZONE } = content.channels.get(channel) ?? {};
    const month = dayOf(receivedAt, timeZone).slice(0, 7);
    const [primary = ''] = lang.toLowerCase().split('-');
    const { form = 'full' } = submission;
    const keys = { month, channel, form, subject: kindOf(submission), lang: primary };
    return { keys, status, submission };
  });
}

/**
 * The report, newest month last.
 *
 * @param isForPublishing - Tells nothing of fewer than five, and of each row only how many there are: from several counts of
 *   the same few people more could be put together.
 */
export async function reportOf(
  db: Queryable,
  content: Content,
  isForPublishing: boolean,
): Promise<Report> {
  const groups = new Map<string, Given[]>();
  for (const one of await givenTo(db, content)) {
    const name = KEYS.map((key) => one.keys[key]).join('\n');
    const known = groups.get(name);
    if (known) known.push(one);
    else groups.set(name, [one]);
  }
  const measures = isForPublishing ? [] : Object.entries(MEASURES);
  const rows = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, given]): ReportRow[] => {
      const [first] = given;
      if (!first) return [];
      const count = isForPublishing ? tellCount(given.length) : given.length;
      const counts = measures.map(([name, is]) => [name, given.filter(is).length] as const);
      return [{ ...first.keys, count, ...Object.fromEntries(counts) }];
    });
  return { columns: [...KEYS, 'count', ...measures.map(([name]) => name)], rows };
}

export const reportCsv = ({ columns, rows }: Report): string =>
  toCsv(
    columns,
    rows.map((row) => columns.map((name) => row[name])),
  );
