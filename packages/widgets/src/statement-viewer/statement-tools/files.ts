/** What a reader takes along: the whole text, and the items as a table. Loaded when it is asked for. */
import {
  type Cell,
  freeText,
  type LocalizedText,
  type Statement,
  type StatementItem,
  toCsv,
} from '@puntari/contracts';
import { codeWord, download, type Locale } from '@puntari/core';

import { itemName } from '../item.document.js';
import { proseInWords } from '../prose-in-words.js';
import { stateWord } from '../response.document.js';
import { dueOf, overIn, stateOf } from '../statement-viewer.model.js';

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

/** The items with their votes and answers, a row for each. */
export function downloadTable(statement: Statement, locale: Locale): void {
  const { t } = locale;
  const isOver = overIn(statement.timeZone);
  const words = (text: LocalizedText | undefined): Cell =>
    text === undefined ? undefined : freeText(locale.text(text).text);
  const prose = (text: LocalizedText | undefined): Cell =>
    freeText(proseInWords(text, statement, locale));
  const columns: readonly (readonly [string, (item: StatementItem) => Cell])[] = [
    [t('item'), (item) => freeText(itemName(item, locale))],
    [
      t('filterTheme'),
      ({ theme }) => words(statement.themes?.find(({ id }) => id === theme)?.label),
    ],
    [t('title'), ({ title }) => words(title)],
    [t('text'), ({ text }) => prose(text)],
    [t('rationale'), ({ rationale }) => prose(rationale)],
    ...(['for', 'against', 'blank', 'absent'] as const).map(
      (ballot) =>
        [
          `${t('vote')}: ${t(`ballot.${ballot}`)}`,
          ({ vote }: StatementItem) => vote?.[ballot],
        ] as const,
    ),
    [
      t('countedOf'),
      ({ vote }) => (vote ? freeText(codeWord(t, 'voteBase', vote.base)) : undefined),
    ],
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
    [t('next'), ({ response }) => words(response?.next?.text)],
    [
      t('progress'),
      ({ response }) => {
        const last = response?.progress.at(-1);
        return last && freeText(`${last.on} ${codeWord(t, 'responseStatus', last.status)}`);
      },
    ],
  ];
  const csv = toCsv(
    columns.map(([name]) => name.replaceAll('\u00AD', '')),
    statement.items.map((item) => columns.map(([, cell]) => cell(item))),
  );
  download(`${statement.id}.csv`, 'text/csv', `${BOM}${csv}`);
}
