/** Residents' initiatives as the service kuntalaisaloite.fi publishes them: `/api/v1/initiatives`. */
import { cleanText, type LocalizedText } from '@puntari/contracts';

import { OFFICIAL_LANGUAGES, wordsIn } from '../../pages/words.js';
import { type Adapted, Collector, type Defaults } from './adapter.js';

type Data = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? cleanText(value) : '';
  return text === '' ? undefined : text;
}

/** The service gives the id of an initiative as its address. */
function idOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : (textOf(value) ?? '');
  return /(?:^|\/)(\d{1,12})$/.exec(text)?.[1];
}

const dayOf = (value: unknown): string | undefined =>
  /^\d{4}-\d{2}-\d{2}/.exec(textOf(value) ?? '')?.[0];

const webAddress = (value: unknown): string | undefined => {
  const text = textOf(value);
  return text !== undefined && /^https?:\/\//i.test(text) ? text : undefined;
};

/** Finnish and Swedish as they are; every other language has the Finnish name. */
function municipalityIn(value: unknown): Readonly<Record<string, string>> | undefined {
  const { nameFi, nameSv } = isObject(value) ? value : {};
  const [fi, sv] = [textOf(nameFi), textOf(nameSv)];
  if (fi === undefined && sv === undefined) return undefined;
  return { fi: fi ?? sv ?? '', sv: sv ?? fi ?? '', en: fi ?? sv ?? '' };
}

/** A sentence in each language with what is different in each. */
const inEach = (
  key: 'topics.initiative' | 'topics.initiativeLink',
  values?: Readonly<Record<string, string>>,
): LocalizedText =>
  Object.fromEntries(
    OFFICIAL_LANGUAGES.map((lang) => [
      lang,
      wordsIn(lang).t(key, values === undefined ? {} : { municipality: values[lang] ?? '' }),
    ]),
  );

/** Where the initiative stands to be read, in each language that it has. */
function linkTo(url: unknown): { label: LocalizedText; url: Record<string, string> } | undefined {
  if (!isObject(url)) return undefined;
  const addresses = Object.fromEntries(
    (['fi', 'sv'] as const).flatMap((lang) => {
      const address = webAddress(url[lang]);
      return address === undefined ? [] : [[lang, address] as const];
    }),
  );
  if (Object.keys(addresses).length === 0) return undefined;
  return { label: inEach('topics.initiativeLink'), url: addresses };
}

const COLUMNS: Readonly<Record<string, string>> = {
  title: 'name',
  decision: 'municipality',
  summary: 'municipality',
  year: 'publishDate',
  supporters: 'participantCount',
  history: 'publishDate',
};

function readOne(found: Collector, row: number, data: unknown, defaults: Defaults): void {
  if (!isObject(data)) {
    found.problem(row, '', 'an initiative as a JSON object', data);
    return;
  }
  const { id, name, municipality: where, publishDate, sentTime, participantCount, url } = data;
  const [number, title, municipality] = [idOf(id), textOf(name), municipalityIn(where)];
  const [published, sent] = [dayOf(publishDate), dayOf(sentTime)];
  if (number === undefined)
    found.problem(row, 'id', 'a number, or an address that ends in one', id);
  if (title === undefined) found.problem(row, 'name', 'the name of the initiative', name);
  if (!municipality) found.problem(row, 'municipality', '{ nameFi, nameSv }', where);
  const year = defaults.year ?? Number((sent ?? published)?.slice(0, 4));
  if (Number.isNaN(year))
    found.problem(row, 'publishDate', 'a date such as 2027-03-01', publishDate);
  if (number === undefined || title === undefined || !municipality || Number.isNaN(year)) return;

  const isCount = Number.isInteger(participantCount) && Number(participantCount) >= 0;
  const isTold = participantCount !== undefined && participantCount !== null;
  if (isTold && !isCount) found.problem(row, 'participantCount', 'a count', participantCount);
  const link = linkTo(url);
  if (!link) found.problem(row, 'url', '{ fi, sv } with web addresses', url);
  found.add(row, {
    schemaVersion: 1,
    version: '1',
    id: `kuntalaisaloite-${number}`,
    title,
    summary: inEach('topics.initiative', municipality),
    year,
    status: 'proposed',
    decision: { body: { name: defaults.body ?? municipality } },
    proposerKind: 'resident',
    ...(isCount ? { supporters: participantCount } : {}),
    ...(link ? { links: [link] } : {}),
    ...(published === undefined ? {} : { history: [{ on: published, status: 'proposed' }] }),
  });
}

/**
 * Initiatives as topics that are proposed.
 *
 * @param data - Parsed JSON: the list, or what stands in a file of it.
 * @param defaults - `body`: who decides; without it the municipality. `year`: without it that in which it was sent.
 */
export function readInitiatives(data: unknown, defaults: Defaults = {}): Adapted {
  const found = new Collector((field) => COLUMNS[field] ?? field);
  if (!Array.isArray(data)) {
    found.problem(1, '', 'a list of initiatives', data);
    return found.result;
  }
  for (const [index, entry] of data.entries()) readOne(found, index + 1, entry, defaults);
  return found.result;
}
