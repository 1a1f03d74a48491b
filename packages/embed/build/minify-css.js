/** White space and needless quotes out of style sheets, in files and in Lit's css templates. */

import { rewriteTemplates } from './templates.js';

const COMMENT_STRING_OR_SPACE = /\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\s+/g;

/** The value of an attribute in a selector needs no quotes where it is a word. */
const unquoted = (string) => (/^.[a-z][a-z-]*.$/.test(string) ? string.slice(1, -1) : string);

/**
 * What a browser needs of a style sheet. Strings are left alone; a space is only dropped beside a sign where it never
 * has a meaning, so not before a colon (`a :hover`) and not beside `+` (`calc`).
 */
export function minifyCss(css) {
  const strings = [];
  const keep = (part) => {
    if (/^["']/.test(part)) return `\0${strings.push(part) - 1}\0`;
    return ' ';
  };
  return css
    .replace(COMMENT_STRING_OR_SPACE, keep)
    .replace(/ +/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/(?<=[\s:,(])0\./g, '.')
    .replace(/;}/g, '}')
    .replace(/\0(\d+)\0(?=(]?))/g, (_, index, end) => (end ? unquoted : String)(strings[index]));
}

/**
 * Minifies css templates. Html templates are another matter: their text is what a server-sent root is recognized by; see
 * `minify-html.js`.
 */
export function minifyCssTemplates() {
  return {
    name: 'minify-css-templates',
    transform(code, id) {
      // The compiler puts a space between the tag and its template.
      if (!/\bcss\s*`/.test(code) || id.includes('node_modules')) return null;
      const minified = rewriteTemplates(code, this.parse(code), 'css', (texts) =>
        texts.map(minifyCss),
      );
      return { code: minified, map: null };
    },
  };
}
