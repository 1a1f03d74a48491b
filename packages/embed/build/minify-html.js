/** White space out of the templates of long texts. */

import { isBlock } from '../dist/server/blocks.js';

import { rewriteTemplates } from './templates.js';

/** Stands for an expression. */
const HOLE = '\0';
const LINE_BREAK = /\s*\n\s*/g;
const TAG_BEFORE = /<\/?([a-z][\w-]*)[^<>]*>$/;
const TAG_AFTER = /^<\/?([a-z][\w-]*)/;

/**
 * Only spaces with a line break in them: one that stands in a line was meant. Two expressions on lines of their own are
 * blocks; what they put into one line is written in one line.
 */
export function minifyHtml(html) {
  return html.replace(LINE_BREAK, (_, offset) => {
    const before = html.slice(0, offset);
    const after = html.slice(offset).trimStart();
    const isInTag = before.lastIndexOf('<') > before.lastIndexOf('>');
    if (isInTag) return after.startsWith('>') ? '' : ' ';
    if (before.endsWith(HOLE) && after.startsWith(HOLE)) return '';
    const beside = [TAG_BEFORE.exec(before)?.[1], TAG_AFTER.exec(after)?.[1]];
    return beside.some(isBlock) ? '' : ' ';
  });
}

/**
 * Only where a text is read in one piece (`inOnePiece` of core): a third of the nodes of a list of a thousand topics would be
 * spaces. Never elsewhere: the text of a template is what a server-sent root is recognized by, and the server renders it as
 * it was written.
 */
export function minifyDocuments() {
  return {
    name: 'minify-documents',
    transform(code, id) {
      if (!/\/(statement-viewer|topic-(card|list))\/[\w-]+(\.[\w-]+)*\.document\.js$/.test(id))
        return null;
      const minified = rewriteTemplates(code, this.parse(code), 'html', (texts) =>
        minifyHtml(texts.join(HOLE)).split(HOLE),
      );
      return { code: minified, map: null };
    },
  };
}
