/** White space out of style sheets, in files and in Lit's css templates. */

const COMMENT_STRING_OR_SPACE = /\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\s+/g;

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
    .replace(/\0(\d+)\0/g, (_, index) => strings[index]);
}

/** Calls back with every node of a syntax tree. */
function walk(node, visit) {
  if (typeof node?.type === 'string') visit(node);
  for (const value of Object.values(node ?? {})) {
    if (typeof value === 'object' && value !== null) walk(value, visit);
  }
}

/**
 * Minifies css templates. Never html templates: their text is what a server-sent root is recognized by, and the server
 * renders the text as it was written.
 */
export function minifyCssTemplates() {
  return {
    name: 'minify-css-templates',
    transform(code, id) {
      // The compiler puts a space between the tag and its template.
      if (!/\bcss\s*`/.test(code) || id.includes('node_modules')) return null;
      const quasis = [];
      walk(this.parse(code), (node) => {
        if (node.type === 'TaggedTemplateExpression' && node.tag.name === 'css')
          quasis.push(...node.quasi.quasis);
      });
      let minified = code;
      for (const { start, end } of quasis.sort((first, second) => second.start - first.start)) {
        minified =
          minified.slice(0, start) + minifyCss(code.slice(start, end)) + minified.slice(end);
      }
      return { code: minified, map: null };
    },
  };
}
