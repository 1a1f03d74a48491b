/**
 * What the operator says about forwarding: to which city service the feedback of a channel goes, and how. It stands in a
 * file of the operator's, never in a record: records are public.
 */
import { readFileSync } from 'node:fs';

import * as v from 'valibot';

import { FEEDBACK_KINDS } from '@puntari/contracts';

import { decodeUtf8 } from '../utf8.js';

/** What of the feedback an attribute of the city's can be filled with. */
export const ATTRIBUTE_SOURCES = [
  'reference',
  'receivedAt',
  'subject',
  'kind',
  'target',
  'experience',
  'lang',
  'form',
] as const;
export type AttributeSource = (typeof ATTRIBUTE_SOURCES)[number];

/** The longest description that GeoReport v2 allows. */
const DESCRIPTION_MAX = 4000;
/** A list with as many rows may have been cut by the city. Real ones give 50 and more. */
const LOOKUP_ROWS = 50;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

const code = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));
const above0 = v.pipe(v.number(), v.gtValue(0));

/** Where the city listens. Over an open line anybody could read what residents write, and the key. */
const endpoint = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text), 'an address such as https://example.fi/open311/v2/'),
  v.transform((text) => new URL(text.endsWith('/') ? text : `${text}/`)),
  v.check(
    ({ protocol, hostname }) =>
      protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname)),
    'an address with https',
  ),
  v.check(
    ({ username, password, search, hash }) => !(username || password || search || hash),
    'an address without a name, a password or a query',
  ),
);

const channelSettings = v.strictObject({
  endpoint,
  jurisdiction: v.optional(code),
  /** Names of a variable and of a file: the key itself never stands in this file. */
  apiKeyVariable: v.optional(code),
  apiKeyFile: v.optional(code),
  /** By kind of feedback. A kind that is not there is not forwarded, unless there is a `service`. */
  services: v.optional(v.record(v.picklist(FEEDBACK_KINDS), code), {}),
  /** For every kind without one of its own. */
  service: v.optional(code),
  /** The other forms have no words that somebody could act on. */
  forms: v.optional(v.array(v.picklist(['full', 'accessibility'])), ['full']),
  attributes: v.optional(
    v.record(
      code,
      v.union([
        v.strictObject({ text: code }),
        v.strictObject({ from: v.picklist(ATTRIBUTE_SOURCES) }),
      ]),
    ),
    {},
  ),
  /** What is told of a person who wants a reply. */
  contact: v.optional(v.array(v.picklist(['name', 'email', 'phone'])), []),
  /** Where the city reaches this receiver. With it the city is told where it can fetch the first file. */
  filesAt: v.optional(endpoint),
  /** The city has a title besides the description. */
  title: v.optional(v.boolean(), false),
  descriptionMax: v.optional(v.pipe(above0, v.integer(), v.minValue(100)), DESCRIPTION_MAX),
  /** Where feedback is about that names no place. */
  place: v.optional(
    v.union([
      v.strictObject({ latitude: v.number(), longitude: v.number() }),
      v.strictObject({ address: code }),
    ]),
  ),
  /** What the city's list of requests tells about one that may have arrived. No default: somebody has to find out. */
  lookUp: v.picklist(['complete', 'found-only', 'none']),
  lookUpRows: v.optional(v.pipe(above0, v.integer()), LOOKUP_ROWS),
  timeoutSeconds: v.optional(above0, 30),
  retrySeconds: v.optional(above0, 30),
  settleMinutes: v.optional(above0, 15),
  statusMinutes: v.optional(above0, 60),
  giveUpDays: v.optional(above0, 7),
});

const settingsFile = v.strictObject({ channels: v.record(code, channelSettings) });

type Raw = v.InferOutput<typeof channelSettings>;

/** How the feedback of one channel goes to a city. */
export interface CitySettings extends Omit<Raw, 'apiKeyVariable' | 'apiKeyFile'> {
  readonly channelId: string;
  readonly apiKey: string | undefined;
}

/** By channel. */
export type Open311Settings = ReadonlyMap<string, CitySettings>;

type Environment = Readonly<Record<string, string | undefined>>;

/** Collects what is wrong, in the words of a configuration. */
class Problems {
  readonly lines: string[] = [];

  add(where: string, expected: string, received: string): void {
    this.lines.push(`OPEN311: ${where}: expected ${expected}, received ${received}`);
  }
}

function textOf(path: string): string | undefined {
  try {
    return decodeUtf8(readFileSync(path));
  } catch {
    return undefined;
  }
}

/** A key from where the settings say; what is wrong is told without a part of it. */
function keyOf(raw: Raw, where: string, env: Environment, problems: Problems): string | undefined {
  const { apiKeyVariable: name, apiKeyFile: file } = raw;
  if (name === undefined && file === undefined) return undefined;
  if (name !== undefined && file !== undefined)
    problems.add(where, 'apiKeyVariable or apiKeyFile', 'both');
  const text = name === undefined ? textOf(file ?? '') : env[name];
  const key = text?.trim() ?? '';
  if (key !== '') return key;
  if (name === undefined)
    problems.add(`${where}/apiKeyFile`, 'a file with the key', `"${String(file)}"`);
  else problems.add(`${where}/apiKeyVariable`, 'a variable that is set', `"${name}"`);
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const pointerOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? []).map(({ key }) => `/${String(key)}`).join('');

/**
 * Reads the file of the operator's.
 *
 * @returns The settings, and everything that is wrong with them, one line each.
 */
export function readSettings(
  path: string,
  env: Environment,
): { readonly settings: Open311Settings; readonly problems: readonly string[] } {
  const problems = new Problems();
  const settings = new Map<string, CitySettings>();
  const text = textOf(path);
  if (text === undefined) problems.add(path, 'a file in UTF-8 that can be read', 'none');
  else {
    const data = parsed(text);
    const result = v.safeParse(settingsFile, data);
    if (data === undefined) problems.add(path, 'JSON', 'something else');
    else {
      for (const issue of result.issues ?? []) {
        const expected = issue.expected ?? issue.message;
        problems.add(`${path}: ${pointerOf(issue) || '/'}`, expected, issue.received);
      }
    }
    for (const [channelId, raw] of Object.entries(result.success ? result.output.channels : {})) {
      const { apiKeyVariable: _variable, apiKeyFile: _file, ...kept } = raw;
      const apiKey = keyOf(raw, `${path}: /channels/${channelId}`, env, problems);
      settings.set(channelId, { ...kept, channelId, apiKey });
    }
  }
  return { settings, problems: problems.lines };
}

/** What the settings and the records do not agree on. */
export function settingsProblems(
  settings: Open311Settings,
  channels: ReadonlyMap<string, unknown>,
): string[] {
  const ids = [...channels.keys()].map((id) => `"${id}"`).join(', ');
  const problems = new Problems();
  for (const id of settings.keys()) {
    if (!channels.has(id)) problems.add(`/channels/${id}`, `one of the channels ${ids}`, `"${id}"`);
  }
  return problems.lines;
}
