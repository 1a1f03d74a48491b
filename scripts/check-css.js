/** Style sheets of widgets and themes: nothing that breaks on a host, in zoom or right to left. */

import { readFileSync } from 'node:fs';

import { filesBelow, fromRoot, shown } from './lib/paths.js';
import { standalone } from './lib/standalone.js';
import { lineOf, parse, ts, walk } from './lib/syntax.js';

const RULES = [
  [/\d(rem)\b/, 'rem follows the host page; use em'],
  [/\d[dsl]?v(w|h|i|b|min|max)\b/, 'units of the window; use em, % or a container query'],
  [/\bfont(-size)?\s*:[^;{}]*\dpx/, 'type in px ignores the reader; use em'],
  [
    /@media[^{]*\b((min|max)-(width|height)|width|height)\b\s*[:<>=]/,
    'window width; use a container query',
  ],
  [/!important/, '!important keeps a reader’s own style sheet out'],
  [/\boutline\s*:\s*(none|0)\b/, 'the focus must be seen, also in forced colors; use transparent'],
  [/\boutline-style\s*:\s*none\b/, 'the focus must be seen; use transparent'],
  [
    /\b(margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right)\b/,
    'use -inline-start or -inline-end',
  ],
  [/(^|[;{\s])(left|right)\s*:/, 'use inset-inline-start or inset-inline-end'],
  [/\btext-align\s*:\s*(left|right)\b/, 'use start or end'],
  [/\bborder-(top|bottom)-(left|right)-radius\b/, 'use border-start-start-radius and its like'],
  [
    /\b(row|column|wrap)-reverse\b|(^|[;{\s])order\s*:/,
    'reading order is the order in the document',
  ],
  [/\buser-select\s*:\s*none\b/, 'readers copy and read aloud what they select'],
  [/\bcontent\s*:\s*(['"])[^'"]*\p{L}{2,}/u, 'words stand in the document, not in CSS'],
];

/** Comments become blanks of the same length, so that lines stay where they are. */
const withoutComments = (css) =>
  css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));

/** Looks at a sheet piece by piece: a piece ends where a declaration or a block does. */
function problemsIn(css, place, firstLine = 1) {
  const problems = [];
  let line = firstLine;
  for (const piece of withoutComments(css).split(/(?<=[;{}])/)) {
    const lead = /^\s*/.exec(piece)[0];
    const at = line + lead.split('\n').length - 1;
    for (const [pattern, advice] of RULES) {
      if (pattern.test(piece))
        problems.push(
          `${place}:${at}: ${piece.trim().replace(/\s+/g, ' ').slice(0, 80)}: ${advice}`,
        );
    }
    line += piece.split('\n').length - 1;
  }
  return problems;
}

/** Every css`…` in a module; what is put in between is looked at where it is written. */
function problemsOfModule(file) {
  const problems = [];
  walk(parse(file), (node) => {
    if (!ts.isTaggedTemplateExpression(node) || node.tag.getText() !== 'css') return;
    const { template } = node;
    const css = ts.isNoSubstitutionTemplateLiteral(template)
      ? template.text
      : template.head.text +
        template.templateSpans.map(({ literal }) => `--_x${literal.text}`).join('');
    problems.push(...problemsIn(css, shown(file), lineOf(template)));
  });
  return problems;
}

function styleSheets() {
  const skip = new Set(['node_modules']);
  return [
    'packages/tokens/dist',
    'packages/widgets/src',
    'packages/core/src',
    'packages/embed/src',
    'packages/embed/dist/cdn',
  ]
    .flatMap((folder) => filesBelow(fromRoot(folder), { skip }))
    .filter((file) => file.endsWith('.css'));
}

export function checkCss() {
  const modules = ['packages/core/src', 'packages/widgets/src']
    .flatMap((folder) => filesBelow(fromRoot(folder)))
    .filter((file) => file.endsWith('.ts') && !/\.test\./.test(file));
  const sheets = styleSheets();
  const problems = [
    ...modules.flatMap(problemsOfModule),
    ...sheets.flatMap((file) => problemsIn(readFileSync(file, 'utf8'), shown(file))),
  ];
  if (sheets.length === 0) problems.push('No style sheet was found: build first.');
  return {
    ok: problems.length === 0,
    output: problems.join('\n'),
    note: `${sheets.length} sheets`,
  };
}

await standalone(import.meta.url, checkCss);
