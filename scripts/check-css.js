/** Style sheets of widgets and themes: nothing that breaks on a host, in zoom or right to left. */

import { existsSync, readFileSync } from 'node:fs';

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

const NAMED = [
  'black white silver gray grey maroon red purple fuchsia green lime olive yellow navy blue teal aqua',
  'orange pink brown gold beige ivory cyan magenta indigo violet crimson tomato salmon coral khaki',
]
  .join(' ')
  .replaceAll(' ', '|');

/** What a widget's own sheets must take from tokens. The values behind a token, in case it is not set, are its own. */
const TOKEN_RULES = [
  [
    /:[^;{}]*(#[\da-f]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\()/i,
    'a raw color: use a token, var(--_color-…)',
  ],
  [
    new RegExp(
      `\\b(color|background|border|outline|shadow|fill|stroke)[\\w-]*\\s*:[^;{}]*\\b(${NAMED})\\b`,
      'i',
    ),
    'a raw color: use a token, var(--_color-…)',
  ],
  [
    /\bfont-size\s*:(?!\s*(var\(--(_|puntari-)font-size-|inherit\b|medium\b|1em\b))/,
    'a raw size of type: use a token, var(--_font-size-…)',
  ],
  [
    // By this font only a question of @supports is asked.
    /\bfont\s*:(?!\s*inherit\b|\s*-apple-system-body\)|[^;{}]*\bmedium\b|[^;{}]*var\(--(_|puntari-)font-size-)/,
    'a raw size of type: use a token, var(--_font-size-…)',
  ],
  [/\bz-index\s*:(?!\s*(var\(|auto\b))/, 'a raw z-index: use a token'],
];

/** `var(--puntari-space-4, 1em)` without the value in case the token is not set. */
const withoutFallbacks = (css) => css.replace(/var\((--puntari-[\w-]+),[^()]*\)/g, 'var($1)');

/** Comments become blanks of the same length, so that lines stay where they are. */
const withoutComments = (css) =>
  css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));

/** Looks at a sheet piece by piece: a piece ends where a declaration or a block does. */
function problemsIn(css, place, { firstLine = 1, isOurs = false } = {}) {
  const problems = [];
  let line = firstLine;
  for (const piece of withoutComments(css).split(/(?<=[;{}])/)) {
    const lead = /^\s*/.exec(piece)[0];
    const at = line + lead.split('\n').length - 1;
    const rules = isOurs ? [...RULES, ...TOKEN_RULES] : RULES;
    for (const [pattern, advice] of rules) {
      if (pattern.test(isOurs ? withoutFallbacks(piece) : piece))
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
    problems.push(...problemsIn(css, shown(file), { firstLine: lineOf(template), isOurs: true }));
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

/** Each token of the neutral theme that no sheet of core or of a widget reads, and that no other token follows. */
function unusedTokens(files) {
  const list = fromRoot('packages', 'tokens', 'dist', 'defaults.js');
  if (!existsSync(list)) return ['No tokens were found: build first.'];
  const names = [...readFileSync(list, 'utf8').matchAll(/^\s*'([\w-]+)':/gm)].map(
    ([, name]) => name,
  );
  const css = [...files, list]
    .map((file) => withoutComments(readFileSync(file, 'utf8')))
    .join('\n');
  const used = new Set([...css.matchAll(/var\(--(?:_|puntari-)([\w-]+)/g)].map(([, name]) => name));
  return names
    .filter((name) => !used.has(name))
    .map((name) => `${shown(list)}: no sheet reads the token ${name}: use it, or take it away`);
}

export function checkCss() {
  const modules = ['packages/core/src', 'packages/widgets/src']
    .flatMap((folder) => filesBelow(fromRoot(folder)))
    .filter((file) => file.endsWith('.ts') && !/\.test\./.test(file));
  const sheets = styleSheets();
  const problems = [
    ...modules.flatMap(problemsOfModule),
    ...sheets.flatMap((file) => {
      const isOurs = /^packages\/(core|widgets)\/src\//.test(shown(file));
      return problemsIn(readFileSync(file, 'utf8'), shown(file), { isOurs });
    }),
    ...unusedTokens([...modules, ...sheets.filter((file) => /\/src\//.test(file))]),
  ];
  if (sheets.length === 0) problems.push('No style sheet was found: build first.');
  return {
    ok: problems.length === 0,
    output: problems.join('\n'),
    note: `${sheets.length} sheets`,
  };
}

await standalone(import.meta.url, checkCss);
