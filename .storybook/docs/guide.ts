/**
 * The page of text of a widget, of a part of one or of a pattern: the Markdown file beside its code where it has one,
 * then its states, its tokens, and what is promised and tested of its accessibility. Nothing of it is typed here.
 */
import { DocsContext, Markdown, Story, useOf } from '@storybook/addon-docs/blocks';
import { createElement as h, type ReactElement, type ReactNode, useContext } from 'react';
import state from 'virtual:puntari-state';

import accessibility from '../../docs/accessibility.md?raw';
import primitives from '../../docs/primitives.md?raw';
import { MarkdownLink, To } from './links.js';
import { Scroll, Table } from './table.js';
import { TokenList } from './tokens.js';

const GUIDES = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>('../../packages/widgets/src/*/*.md', {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  ).map(([path, text]) => [path.replace(/^.*\/(.+)\.md$/, '$1'), text]),
);

const isEmpty = (children: ReactNode): boolean => [children].flat().every((child) => !child);

const MARKDOWN = {
  overrides: {
    a: { component: MarkdownLink },
    pre: {
      component: ({ children }: { children?: ReactNode }) =>
        h('pre', { className: 'guide-code', tabIndex: 0 }, children),
    },
    // A column of headings needs none itself.
    th: {
      component: ({ children }: { children?: ReactNode }) =>
        isEmpty(children) ? h('td') : h('th', { scope: 'col' }, children),
    },
    table: {
      component: ({ children }: { children?: ReactNode }) =>
        h(Scroll, { label: 'Table' }, h('table', { className: 'guide-table' }, children)),
    },
  },
};

export const Text = ({ children }: { children: string }): ReactElement =>
  h(Markdown, { options: MARKDOWN, children });

/** The part of a Markdown file below a heading, up to the next one. */
export function section(text: string, heading: string): string {
  const [, after = ''] = text.split(`\n## ${heading}\n`);
  return after.split(/\n##? /)[0]!.trim();
}

/** What stands before the first heading, and all the rest. */
function halves(text: string): readonly [string, string] {
  const at = text.indexOf('\n## ');
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

type Prepared = ReturnType<ReturnType<typeof useStories>[number]>;
const useStories = () =>
  useContext(DocsContext)
    .componentStories()
    .map((story) => () => story);

const describe = (story: Prepared): string =>
  (story.parameters['docs'] as { description?: { story?: string } } | undefined)?.description
    ?.story ?? '';

/** Every state by name, with the reason why it is there. */
function States({ stories }: { stories: readonly Prepared[] }): ReactElement {
  const rows = stories.map((story) => [
    h(To, { path: `/story/${story.id}` }, story.name),
    describe(story),
  ]);
  return h(Table, { caption: 'States', columns: ['State', 'What it is for'], rows });
}

/** Something to look at, in the theme and the language of the toolbar. What is labelled is tall, and scrolls. */
export function Specimen({ of, label }: { of: unknown; label?: string }): ReactElement {
  const story = h(Story, { of: of as never });
  return label === undefined
    ? h('div', { className: 'guide-specimen' }, story)
    : h(
        'div',
        { className: 'guide-specimen is-tall', role: 'group', 'aria-label': label, tabIndex: 0 },
        story,
      );
}

/** Each state to look at, one below the other. */
function Specimens({ stories }: { stories: readonly Prepared[] }): ReactElement {
  const shown = stories.map((story) =>
    h(
      'section',
      { key: story.id },
      h('h3', null, h(To, { path: `/story/${story.id}` }, story.name)),
      describe(story) === '' ? null : h('p', null, describe(story)),
      h(Specimen, { of: story.moduleExport }),
    ),
  );
  return h('div', null, shown);
}

/** The rows of the handbook's table of tests that are about one widget. */
function testsOf(title: string): string {
  const row = accessibility.split('\n').find((line) => line.startsWith(`| **${title}**`));
  const [, what = '', , missing = ''] = row?.split('|') ?? [];
  const text = what.replace(/^[^:]*:/, '').trim();
  return [
    text === '' ? '' : `Tested of this widget by itself: ${text}.`,
    missing.trim() === '' ? '' : `Not tested: ${missing.trim()}.`,
  ]
    .filter((line) => line !== '')
    .join('\n\n');
}

const Accessibility = ({ title }: { title: string }): ReactElement =>
  h(
    'section',
    null,
    h('h2', { id: 'accessibility' }, 'Accessibility'),
    h(
      Text,
      null,
      `Every state is swept by axe from left to right and from right to left, in a column of 320 px. ${testsOf(title)}\n\n` +
        `What the widgets promise:\n\n${section(accessibility, 'What the widgets promise')}\n\n` +
        `What the page around has to do:\n\n${section(accessibility, 'What the page has to do')}`,
    ),
  );

function WidgetGuide({ name, title }: { name: string; title: string }): ReactElement {
  const stories = useStories().map((story) => story());
  const [intro, rest] = halves(GUIDES[name] ?? `# ${title}`);
  const tokens = state.widgets.find((widget) => widget.name === name)?.tokens ?? [];
  return h(
    'div',
    { className: 'guide' },
    h(Text, null, intro),
    h(Specimen, { of: stories[0]?.moduleExport, label: title }),
    h(Text, null, rest),
    h('h2', { id: 'states' }, 'States'),
    h(States, { stories }),
    h(Accessibility, { title }),
    h('h2', { id: 'tokens' }, 'Tokens used'),
    h(TokenList, { names: tokens }),
  );
}

/** What stands in the comment above `meta` of a story file, as Storybook hands it on. */
interface DocsParameters {
  readonly description?: { readonly component?: string };
}

function PartGuide({ title, text }: { title: string; text: string }): ReactElement {
  const stories = useStories().map((story) => story());
  return h(
    'div',
    { className: 'guide' },
    h('h1', null, title),
    text === '' ? null : h(Text, null, text),
    h('h2', { id: 'states' }, 'States'),
    h(Specimens, { stories }),
  );
}

/** What the handbook says of a primitive, what it looks like, and the rules that hold for all of them. */
function PrimitiveGuide({ title }: { title: string }): ReactElement {
  const stories = useStories().map((story) => story());
  const found = state.primitives.find((primitive) => primitive.title === title);
  return h(
    'div',
    { className: 'guide' },
    h('h1', null, title),
    h(Text, null, section(primitives, title)),
    h('h2', { id: 'states' }, 'States'),
    h(Specimens, { stories }),
    h('h2', { id: 'rules' }, 'Rules of all primitives'),
    h(Text, null, section(primitives, 'Rules')),
    found === undefined ? null : h('h2', { id: 'tokens' }, 'Tokens used'),
    found === undefined ? null : h(TokenList, { names: found.tokens }),
  );
}

/** A flow: its pages are as large as pages are, so only the first stands here. */
function PatternGuide({ title, text }: { title: string; text: string }): ReactElement {
  const stories = useStories().map((story) => story());
  return h(
    'div',
    { className: 'guide' },
    h('h1', null, title),
    h(Text, null, text),
    h('h2', { id: 'steps' }, 'Steps and states'),
    h(States, { stories }),
    h('h2', { id: 'first' }, 'How it begins'),
    h(Specimen, { of: stories[0]?.moduleExport, label: `How ${title} begins` }),
  );
}

/** Given to Storybook as the page of every story file that has no page of its own. */
export function Guide(): ReactElement {
  const { preparedMeta } = useOf('meta', ['meta']);
  const title = preparedMeta.title.replace(/^.*\//, '');
  const name = title.toLowerCase().replaceAll(' ', '-');
  if (name in GUIDES) return h(WidgetGuide, { name, title });
  const { description } = (preparedMeta.parameters['docs'] ?? {}) as DocsParameters;
  const text = description?.component ?? '';
  if (preparedMeta.title.startsWith('Primitives/')) return h(PrimitiveGuide, { title });
  return h(preparedMeta.title.startsWith('Patterns/') ? PatternGuide : PartGuide, { title, text });
}
