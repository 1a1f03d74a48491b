/** What a reader takes along: the whole text, and the items as a table. Loaded when it is asked for. */
import {
  type Cell,
  freeText,
  type LocalizedText,
  type Statement,
  type StatementItem,
  toCsv,
  type Vote,
} from '@puntari/contracts';
import { codeWord, download, type Locale } from '@puntari/core';

import { itemName } from '../item.document.js';
import { proseInWords } from '../prose-in-words.js';
import { stateWord } from '../response.document.js';
import { dueOf, overIn, stateOf, sum } from '../statement-viewer.model.js';

/** Excel takes a file without it for one in the old letters of Windows. */
const BOM = '\uFEFF';

/** Elements that begin a line of their own; all others stand in one. */
const LINES = new Set(
  'address article aside blockquote br caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);

/** Those with an empty line before them. */
const APART = /^(h\d|p|caption)$/;

/** What leads around on the page and is no text of the statement. */
const NOT_TEXT = '.puntari-contents, .puntari-way-on, script, style';

/** The lines of an element, in reading order. What stands beside a list or a paragraph is a line too. */
function linesOf(element: Element): string[] {
  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    const words = line.replaceAll(/\s+/g, ' ').trim();
    if (words !== '') lines.push(words);
    line = '';
  };
  const read = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) line += node.nodeValue ?? '';
    if (!(node instanceof Element) || node.matches(NOT_TEXT)) return;
    const isLine = LINES.has(node.localName);
    if (isLine) end();
    if (APART.test(node.localName)) lines.push('');
    if (node.localName === 'tr') {
      const cells = [...node.children].map((cell) => linesOf(cell).filter(Boolean).join(' '));
      lines.push(cells.join('\t'));
    } else for (const child of node.childNodes) read(child);
    if (isLine) end();
  };
  for (const child of element.childNodes) read(child);
  end();
  return lines;
}

/** The text as it stands on the page, in reading order: the same words, a line for each paragraph. */
export function downloadText(name: string, box: Element): void {
  const text = linesOf(box).join('\r\n').replaceAll('\u00AD', '').trim();
  download(`${name}.txt`, 'text/plain', `${BOM}${text}\r\n`);
}

interface Spoken {
  readonly t: Locale['t'];
  readonly text: (text: LocalizedText) => string;
}

type Column = readonly [name: string, cell: (item: StatementItem) => Cell];

/** What was said of an item on its way through the bodies, a line for each meeting. */
function handlingOf({ response }: StatementItem, { t, text }: Spoken): Cell {
  const lines = response?.handling.map(({ body, date, section, proposal, decision }) =>
    [
      [text(body.name), date, section].filter(Boolean).join(' '),
      proposal && `${t('proposal')}: ${text(proposal)}`,
      decision && `${t('decision')}: ${text(decision)}`,
    ]
      .filter(Boolean)
      .join('. ')
      // A proposal is a sentence already.
      .replaceAll(/([.!?])\. /g, '$1 '),
  );
  return lines?.length ? freeText(lines.join('\n')) : undefined;
}

/** How the panel voted where it was not for or against. */
function otherVoteOf({ method, scale }: Vote, { t }: Locale): string | undefined {
  if (method === 'consensus') return t('consensus');
  if (method === 'rank') return t('ranked');
  if (!scale?.length) return undefined;
  const counts = scale.map((count, index) => `${String(index + 1)}: ${String(count)}`);
  return `${t('scale', { max: scale.length, total: sum(scale) })}. ${counts.join(', ')}`;
}

function votesOf(locale: Locale): Column[] {
  const { t } = locale;
  const ballots = ['for', 'against', 'blank', 'absent'] as const;
  const isCounted = (vote: Vote): boolean => ballots.some((ballot) => vote[ballot] !== undefined);
  return [
    [t('vote'), ({ vote }) => vote && freeText(otherVoteOf(vote, locale))],
    ...ballots.map((ballot): Column => [
      `${t('vote')}: ${t(`ballot.${ballot}`)}`,
      ({ vote }) => vote?.[ballot],
    ]),
    [
      t('countedOf'),
      ({ vote }) =>
        vote && isCounted(vote) ? freeText(codeWord(t, 'voteBase', vote.base)) : undefined,
    ],
  ];
}

function answersOf(statement: Statement, locale: Locale): Column[] {
  const { t } = locale;
  const isOver = overIn(statement.timeZone);
  const text = (localized: LocalizedText): string => locale.text(localized).text;
  const words = (localized: LocalizedText | undefined): Cell =>
    localized === undefined ? undefined : freeText(text(localized));
  const prose = (localized: LocalizedText | undefined): Cell =>
    freeText(proseInWords(localized, statement, locale));
  return [
    [
      t('answer'),
      (item) => {
        const state = stateOf(item, statement, isOver);
        return state && freeText(stateWord(locale, state));
      },
    ],
    [t('answerText'), ({ response }) => prose(response?.text)],
    [t('reason'), ({ response }) => prose(response?.reason)],
    [t('answeredBy'), ({ response }) => words(response?.body?.name)],
    [t('decidedOn'), ({ response }) => response?.decidedOn],
    [t('due'), (item) => (stateOf(item, statement, isOver) ? dueOf(item, statement) : undefined)],
    [t('handling'), (item) => handlingOf(item, { t, text })],
    [t('next'), ({ response }) => words(response?.next?.text)],
    [
      t('progress'),
      ({ response }) => {
        const last = response?.progress.at(-1);
        return last && freeText(`${last.on} ${codeWord(t, 'responseStatus', last.status)}`);
      },
    ],
    [t('ratingMean'), ({ rating }) => rating?.mean],
    [t('ratingOf'), ({ rating }) => rating?.of],
    [t('raters'), ({ rating }) => rating?.n],
    [t('ratingComment'), ({ rating }) => prose(rating?.comment)],
  ];
}

/** The items with their votes, their answers and what the panel thinks of these, a row for each. */
export function downloadTable(statement: Statement, locale: Locale): void {
  const { t } = locale;
  const words = (text: LocalizedText | undefined): Cell =>
    text === undefined ? undefined : freeText(locale.text(text).text);
  const prose = (text: LocalizedText | undefined): Cell =>
    freeText(proseInWords(text, statement, locale));
  const columns: readonly Column[] = [
    [t('item'), (item) => freeText(itemName(item, locale))],
    [
      t('filterTheme'),
      ({ theme }) => words(statement.themes?.find(({ id }) => id === theme)?.label),
    ],
    [t('title'), ({ title }) => words(title)],
    [t('text'), ({ text }) => prose(text)],
    [t('rationale'), ({ rationale }) => prose(rationale)],
    ...votesOf(locale),
    ...answersOf(statement, locale),
  ];
  const csv = toCsv(
    columns.map(([name]) => name.replaceAll('\u00AD', '')),
    statement.items.map((item) => columns.map(([, cell]) => cell(item))),
  );
  download(`${statement.id}.csv`, 'text/csv', `${BOM}${csv}`);
}
