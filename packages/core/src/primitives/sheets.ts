/** The primitives as plain CSS for the page's own markup. Read by the build, by Storybook and by tests; no widget is. */
import { defaults } from '@puntari/tokens';
import type { CSSResult } from 'lit';

import { bars } from './bars.js';
import { button } from './button.js';
import { card } from './card.js';
import { control } from './control.js';
import { disclosure } from './disclosure.js';
import { errorSummary } from './error-summary.js';
import { facts } from './facts.js';
import { fieldError } from './field-error.js';
import { field } from './field.js';
import { ground } from './ground.js';
import { help } from './help.js';
import { icon } from './icon.js';
import { links } from './links.js';
import { notice } from './notice.js';
import { paper } from './paper.js';
import { progress } from './progress.js';
import { reference } from './reference.js';
import { spinner } from './spinner.js';
import { steps } from './steps.js';
import { table } from './table.js';
import { tag } from './tag.js';
import { text } from './text.js';
import { timeline } from './timeline.js';

/** What the long texts in the page's own DOM are made of. */
const OF_DOCUMENTS = [text, links, tag, facts, table, disclosure, timeline, progress, bars, paper];

const OF_PAGES = [
  ground,
  ...OF_DOCUMENTS,
  button,
  card,
  control,
  errorSummary,
  field,
  fieldError,
  help,
  icon,
  notice,
  reference,
  spinner,
  steps,
];

const WIDGETS = [
  'volunteer-form',
  'topic-card',
  'topic-list',
  'statement-viewer',
  'feedback-block',
  'panel-composition',
  'participation-level',
  'process-timeline',
  'topic-form',
];

const TAGS = `:is(${WIDGETS.map((name) => `puntari-${name}`).join(', ')})`;

/** The slot twice, so that a class or two of the page's own sheet do not win. */
const DOCUMENT = `${TAGS} > [slot='document'][slot]`;

const cssOf = (sheets: readonly CSSResult[]): string =>
  sheets
    .map(({ cssText }) => cssText)
    .join('\n')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '');

const PRIVATE = /var\(--_([\w-]+)\)/g;

/**
 * The public name of a token in place of the private one, with the neutral value behind it if asked; always with the role
 * that a part follows, because themes do not set such a part.
 */
function withPublicNames(css: string, hasFallbacks: boolean): string {
  const values: Readonly<Record<string, string>> = defaults;
  const read = (all: string, name: string): string => {
    const value = values[name];
    if (value === undefined) return all;
    const isNeeded = hasFallbacks || name.startsWith('sticky-') || value.startsWith('var(');
    return isNeeded ? `var(--puntari-${name}, ${value.replace(PRIVATE, read)})` : all;
  };
  return css.replaceAll(PRIVATE, read).replaceAll('--_', '--puntari-');
}

/** Each selector below the scope; what stands for the host becomes the scope itself. */
function scoped(css: string, scope: string): string {
  const below = (selector: string): string =>
    selector.includes(':host') ? selector.replaceAll(':host', scope) : `${scope} ${selector}`;
  return css.replaceAll(
    /(^|[{}])(\s*)([^{}@;]+)(?=\{)/g,
    (_all, before: string, space: string, list: string) => {
      // Commas inside :is() and its like part no selectors.
      const selectors = list.trim().split(/,(?![^(]*\))/);
      return `${before}${space}${selectors.map((selector) => below(selector.trim())).join(',\n')} `;
    },
  );
}

/** `primitives.css`: everything, by its class. `.puntari-base` stands for the widget around it. */
export function pageSheet(): string {
  const css = cssOf(OF_PAGES)
    .replaceAll(/:host\(([^)]*)\)/g, '.puntari-base$1')
    .replaceAll(':host', '.puntari-base');
  return withPublicNames(css, false);
}

/** What a theme file says of the long texts of all widgets. */
export function documentSheet(): string {
  // Right before a widget is ready, and without a script, its tag is one that no browser knows.
  return `${TAGS} { display: block; }\n${withPublicNames(scoped(cssOf(OF_DOCUMENTS), DOCUMENT), true)}`;
}
