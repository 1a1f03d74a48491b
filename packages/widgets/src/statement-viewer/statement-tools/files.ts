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

/** Elements that begin a line of their own. */
const LINES = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, tr, caption, summary, blockquote';

/** What leads around on the page and is no text of the statement. */
const NOT_TEXT = '.puntari-contents, .puntari-way-on';

/** The text as it stands on the page, in reading order: the same words, a line for each paragraph. */
export function downloadText(name: string, box: Element): void {
  const lines: string[] = [];
  for (const element of box.querySelectorAll(LINES)) {
    // What contains lines of its own says them itself.
    if (element.closest(NOT_TEXT) || element.querySelector(LINES)) continue;
    const cells = element.localName === 'tr' ? [...element.children] : [element];
    const line = cells.map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim());
    if (/^(h\d|p|caption)$/.test(element.localName)) lines.push('');
    lines.push(line.join('\t'));
  }
  const text = lines.join('\r\n').replaceAll('\u00AD', '').trim();
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
