/**
 * Whether the markup that a widget makes is right HTML. Validators read files and not shadow roots, so the sweeps of the
 * stories hand over what stands in the root of each state.
 *
 * html-validate looks at once. The checker of the W3C needs Java and seconds to start, so a full run keeps the states and
 * shows them to it all together.
 */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

import { HtmlValidate } from 'html-validate';

import { which } from './browsers.js';
import { fromRoot } from './paths.js';
import { run, tool } from './run.js';

const KEPT = fromRoot('var', 'markup');

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Browsers write attributes and white space out in their own way.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'no-inline-style': 'off',
    // A label around its control that names it as well is understood by speech input of every age.
    'no-redundant-for': 'off',
    // A named list is allowed, and its name is read.
    'aria-label-misuse': 'off',
    // A story of one field has nothing to send.
    'wcag/h32': 'off',
    // A heading level is the page's choice, and a root is not a page.
    'heading-level': 'off',
  },
});

/** What html-validate finds in the markup of one state, a line each. */
export async function markupProblems(html) {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages
      .filter(({ severity }) => severity === 2)
      .map(({ message, ruleId, selector }) => `markup: ${ruleId}: ${message} (${selector ?? ''})`),
  );
}

let kept = 0;

/** Empties the folder of kept states. */
export function forgetMarkup() {
  rmSync(KEPT, { recursive: true, force: true });
}

/** Keeps the markup of one state as a page of its own, named by the state. */
export function keepMarkup(name, html) {
  mkdirSync(KEPT, { recursive: true });
  kept += 1;
  const title = name.replaceAll(/[<&]/g, '');
  const page = `<!DOCTYPE html>\n<html lang="fi"><head><meta charset="utf-8"><title>${title}</title></head>\n<body>${html}</body></html>\n`;
  writeFileSync(`${KEPT}/${String(kept).padStart(5, '0')}.html`, page);
}

/** Shows everything that was kept to the checker of the W3C, where there is Java. */
export async function checkKeptMarkup() {
  const java = which('java');
  if (java === undefined) return { ok: true, note: ', NOT RUN: vnu, which needs Java' };
  const jar = tool('vnu-jar', 'build', 'dist', 'vnu.jar');
  const { ok, output } = await run(java, ['-jar', jar, '--errors-only', KEPT], { quiet: true });
  return { ok, note: ', vnu', output };
}
