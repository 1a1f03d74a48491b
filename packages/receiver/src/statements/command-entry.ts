/** An entry from the options of a command, or from a file. */
import { CommandError, readTextFile } from '../command/command.js';
import { OFFICIAL_LANGUAGES } from '../pages/words.js';
import type { ChangeKind } from './change.js';
import type { ItemState } from './record.js';

/** What the options of a command are: texts, and whether something is so. */
export type Options = Readonly<Record<string, string | boolean | undefined>>;
type Data = Record<string, unknown>;

/** Options that hold a text in some language, and where it belongs in the answer. */
export const TEXTS: Readonly<Record<ChangeKind, Readonly<Record<string, string>>>> = {
  response: {
    text: 'text',
    reason: 'reason',
    body: 'body/name',
    next: 'next/text',
    'next-owner': 'next/owner',
  },
  handling: { body: 'body/name', proposal: 'proposal', decision: 'decision' },
  progress: { note: 'note' },
};

/** Options that stand as they are. */
export const PLAIN: Readonly<Record<ChangeKind, Readonly<Record<string, string>>>> = {
  response: {
    status: 'status',
    'decided-on': 'decidedOn',
    due: 'due',
    'next-by': 'next/by',
  },
  handling: { date: 'date', section: 'section', url: 'url' },
  progress: { on: 'on', status: 'status' },
};

function putAt(data: Data, path: string, value: unknown): void {
  const keys = path.split('/');
  const last = keys.pop() ?? '';
  let part = data;
  for (const key of keys) {
    const inner = { ...((part[key] ?? {}) as Data) };
    part[key] = inner;
    part = inner;
  }
  part[last] = value;
}

const inLanguages = (text: unknown): Data =>
  typeof text === 'string' ? { fi: text } : { ...((text ?? {}) as Data) };

/** The entry with what the options say in it; what they do not speak of stays. */
function withOptions(kind: ChangeKind, before: Data, options: Options): Data {
  const data = structuredClone(before);
  for (const [name, path] of Object.entries(PLAIN[kind])) {
    if (options[name] !== undefined) putAt(data, path, options[name]);
  }
  for (const [name, path] of Object.entries(TEXTS[kind])) {
    const said = [...OFFICIAL_LANGUAGES, undefined].flatMap((lang) => {
      const text = options[lang === undefined ? name : `${name}-${lang}`];
      return text === undefined ? [] : [[lang ?? 'fi', text] as const];
    });
    if (said.length === 0) continue;
    const now = path
      .split('/')
      .reduce<unknown>((part, key) => (part as Data | undefined)?.[key], data);
    putAt(data, path, { ...inLanguages(now), ...Object.fromEntries(said) });
  }
  return data;
}

function readEntry(file: string): Data {
  const text = readTextFile(file);
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data as Data;
  } catch {
    // Said below.
  }
  throw new CommandError(`${file}: expected an entry as a JSON object, received something else`);
}

/** What an option puts right, or what stands there already and is only partly said anew. */
function startOf(kind: ChangeKind, { response }: ItemState, place: number | undefined): Data {
  if (kind === 'response') {
    const { handling: _handling, progress: _progress, ...answer } = response ?? {};
    return answer;
  }
  const entry = place === undefined ? undefined : response?.[kind][place];
  return entry ?? {};
}

/** What a command wants to record. Whether it can be is checked later. */
export function draftOf(kind: ChangeKind, options: Options, state: ItemState): Data {
  const { by, file, place, why, 'sets-status': setsStatus } = options;
  if (file !== undefined) return { ...readEntry(String(file)), recordedBy: by };
  const at = place === undefined ? undefined : Number(place);
  return {
    kind,
    [kind]: withOptions(kind, startOf(kind, state, at), options),
    recordedBy: by,
    ...(at === undefined ? {} : { place: at }),
    ...(setsStatus === true ? { setsStatus: true } : {}),
    ...(why === undefined ? {} : { note: why }),
  };
}

/** Texts that were said anew in some languages and stand in others as they were, as `reason: sv, en`. */
export function leftInOtherLanguages(kind: ChangeKind, options: Options, draft: Data): string[] {
  return Object.entries(TEXTS[kind]).flatMap(([name, path]) => {
    const said = [name, ...OFFICIAL_LANGUAGES.map((lang) => `${name}-${lang}`)]
      .filter((option) => options[option] !== undefined)
      .map((option) => option.slice(name.length + 1) || 'fi');
    const text = [kind, ...path.split('/')].reduce<unknown>(
      (part, key) => (part as Data | undefined)?.[key],
      draft,
    );
    const left = Object.keys(inLanguages(text)).filter((lang) => !said.includes(lang));
    return said.length > 0 && left.length > 0 ? [`${name}: ${left.join(', ')}`] : [];
  });
}
