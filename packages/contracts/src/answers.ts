/** What counts as an answer. Apart from the other functions of texts, which a widget loads before there is any. */

/** Characters that show nothing: fillers, and those that only join, part or mark others. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** The text without them: for what is called, written to or compared, and so not only read. */
export const withoutUnseen = (text: string): string => text.replaceAll(UNSEEN, '');

/** Whether somebody who reads the text sees anything of it. */
export const isAnswer = (text: string): boolean => withoutUnseen(text).trim() !== '';

const LINE_BREAKS = /[\n\r\u2028\u2029]+/;

export const isOneLine = (text: string): boolean => !LINE_BREAKS.test(text);

/** What was pasted over several lines, on one. */
export const toOneLine = (text: string): string =>
  text
    .split(LINE_BREAKS)
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ');
