import { createHash } from 'node:crypto';

import {
  DEFAULT_TIME_ZONE,
  type FeedbackChannel,
  type Panel,
  parseRecord,
  publishingProblems,
  type RecordKind,
  type RecordOf,
  type RecordProblem,
  type Statement,
  type Topic,
  type TopicCall,
} from '@puntari/contracts';

import { midnight } from '../submissions/correcting.js';
import { parseQuotas, quotaProblems, type Quotas } from './quotas.js';

/** The folders of a content folder, and the kind of record in each. A folder's name is also its path on the web. */
export const FOLDERS = {
  panels: 'panel',
  topics: 'topic',
  'topic-calls': 'topicCall',
  statements: 'statement',
  feedback: 'feedbackChannel',
} as const satisfies Record<string, RecordKind>;
export type Folder = keyof typeof FOLDERS;

/** The folder of what is kept from the public: how many seats each stratum gets. */
export const QUOTAS_FOLDER = 'quotas';

/** A record as it is served: the author's own bytes, and their hash. */
export interface ServedRecord {
  readonly body: string;
  readonly etag: string;
}

/** Everything the receiver publishes, checked. */
export interface Content {
  readonly panels: ReadonlyMap<string, Panel>;
  readonly channels: ReadonlyMap<string, FeedbackChannel>;
  readonly statements: ReadonlyMap<string, Statement>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly calls: ReadonlyMap<string, TopicCall>;
  /** By panel. Never served. */
  readonly quotas: ReadonlyMap<string, Quotas>;
  /** By path: `/panels/liikenne-2027.json`. */
  readonly served: ReadonlyMap<string, ServedRecord>;
}

/** One file of a content folder. */
export interface ContentFile {
  readonly folder: Folder | typeof QUOTAS_FOLDER;
  /** The name without `.json`. */
  readonly name: string;
  readonly text: string;
}

/**
 * Ids that no record of a folder can have, since another address stands in their place: `/api/feedback/attachments` takes
 * the files of all channels, and behind `/operator/topics/proposals/` are proposals.
 */
export const TAKEN_IDS = { feedback: 'attachments', topics: 'proposals' } as const;

const HASH_LENGTH = 27;

export const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, HASH_LENGTH);

export const servedRecord = (body: string): ServedRecord => ({ body, etag: `"${hashOf(body)}"` });

interface ReadFile extends ContentFile {
  readonly data: unknown;
}

const where = ({ folder, name }: ContentFile): string => `${folder}/${name}.json`;

function parseFile(file: ContentFile, problems: string[]): ReadFile | undefined {
  try {
    return { ...file, data: JSON.parse(file.text) as unknown };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'something else';
    problems.push(`${where(file)}: expected JSON, received ${reason}`);
    return undefined;
  }
}

const lineOf = (file: ContentFile, { pointer, expected, received }: RecordProblem): string =>
  `${where(file)}: ${pointer || '/'}: expected ${expected}, received ${received}`;

const isQuotas = ({ folder }: ContentFile): boolean => folder === QUOTAS_FOLDER;

function problemsOf(file: ReadFile, panels: ReadonlyMap<string, Panel>): string[] {
  if (file.folder === QUOTAS_FOLDER) {
    return quotaProblems(file.data, file.name, panels).map((problem) => lineOf(file, problem));
  }
  const found = publishingProblems(FOLDERS[file.folder], file.data).map((problem) =>
    lineOf(file, problem),
  );
  const { id } = (file.data ?? {}) as { id?: unknown };
  if (typeof id === 'string' && id !== file.name) {
    found.push(
      `${where(file)}: /id: expected "${file.name}", the name of the file, received "${id}"`,
    );
  }
  const taken = file.folder in TAKEN_IDS ? TAKEN_IDS[file.folder as keyof typeof TAKEN_IDS] : '';
  if (file.name === taken) {
    found.push(
      `${where(file)}: expected another name, received "${taken}", which is part of an address`,
    );
  }
  return found;
}

function recordsOf<K extends RecordKind>(
  files: readonly ReadFile[],
  folder: Folder,
  kind: K,
): Map<string, RecordOf<K>> {
  const records = new Map<string, RecordOf<K>>();
  for (const file of files.filter((candidate) => candidate.folder === folder)) {
    const { record } = parseRecord(kind, file.data);
    if (record) records.set(file.name, record);
  }
  return records;
}

/** Who signs up on a day on which everything is deleted is deleted too. */
function retentionProblems(
  { privacy, timeZone = DEFAULT_TIME_ZONE }: Panel | TopicCall,
  closes: string,
  file: string,
): string[] {
  const { retainUntil } = privacy;
  if (midnight(retainUntil, timeZone) > Date.parse(closes)) return [];
  const expected = `a day after registration closes (${closes})`;
  return [`${file}: /privacy/retainUntil: expected ${expected}, received "${retainUntil}"`];
}

/** What keeps a content folder from being published, one line a problem: file, field, what was expected and found. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The content cannot be published:\n${problems.map((line) => `  ${line}`).join('\n')}`);
    this.problems = problems;
  }
}

/**
 * Checks the files of a content folder and makes them ready to serve. All problems are told at once.
 *
 * @param unread - What was wrong already when the files were read.
 * @throws ContentError - When any file has any problem: half a content is never published.
 */
export function contentOf(files: readonly ContentFile[], unread: readonly string[] = []): Content {
  const problems = [...unread];
  const parsed = files
    .map((file) => parseFile(file, problems))
    .filter((file): file is ReadFile => file !== undefined);
  const panels = recordsOf(parsed, 'panels', 'panel');
  problems.push(...parsed.flatMap((file) => problemsOf(file, panels)));
  const calls = recordsOf(parsed, 'topic-calls', 'topicCall');
  for (const panel of panels.values()) {
    const file = `panels/${panel.id}.json`;
    problems.push(...retentionProblems(panel, panel.registration.closes, file));
  }
  for (const call of calls.values()) {
    problems.push(...retentionProblems(call, call.closes, `topic-calls/${call.id}.json`));
  }
  if (problems.length > 0) throw new ContentError(problems);

  const published = parsed.filter((file) => !isQuotas(file));
  const served = new Map(published.map((file) => [`/${where(file)}`, servedRecord(file.text)]));
  return {
    panels,
    channels: recordsOf(parsed, 'feedback', 'feedbackChannel'),
    statements: recordsOf(parsed, 'statements', 'statement'),
    topics: recordsOf(parsed, 'topics', 'topic'),
    calls,
    quotas: new Map(parsed.filter(isQuotas).map(({ name, data }) => [name, parseQuotas(data)])),
    served,
  };
}
