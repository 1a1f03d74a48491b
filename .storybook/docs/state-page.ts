/** The tables of "State of things". */
import { createElement as h, type ReactElement, type ReactNode } from 'react';
import state, { type Language } from 'virtual:puntari-state';

import { Page } from './links.js';
import { Table } from './table.js';

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;

const sizeOf = (size: number | undefined, budget: number | undefined): string =>
  size === undefined || budget === undefined
    ? 'not built'
    : `${kilobytes(size)} of ${kilobytes(budget)}`;

const LANGUAGE_NAMES = new Intl.DisplayNames('en', { type: 'language' });
const languageName = (code: string): string =>
  code === 'fi-simple' ? 'Easy Finnish' : (LANGUAGE_NAMES.of(code) ?? code);

const howFar = ({ texts, keys }: Language): string =>
  texts === keys ? 'all texts' : `${String(texts)} of ${String(keys)} texts`;

const languages = (list: readonly Language[]): ReactNode =>
  h(
    'ul',
    { className: 'guide-plain-list' },
    list.map((language) =>
      h(
        'li',
        { key: language.code },
        h('strong', null, languageName(language.code)),
        `, ${howFar(language)}. ${language.review}`,
      ),
    ),
  );

export function WidgetsState(): ReactElement {
  const rows = state.widgets.map((widget) => [
    h(Page, { title: `Widgets/${widget.title}` }, widget.title),
    widget.version,
    sizeOf(widget.size, widget.budget),
    languages(widget.languages),
  ]);
  return h(Table, {
    caption: 'Widgets',
    columns: ['Widget', 'Version', 'Size', 'Languages and who has read them'],
    rows,
  });
}

export function WordsState(): ReactElement {
  const rows = state.words.map(({ name, folder, languages: list }) => [
    name,
    h('code', null, folder),
    languages(list),
  ]);
  return h(Table, {
    caption: 'Shared words',
    columns: ['Words', 'Folder', 'Languages and who has read them'],
    rows,
  });
}

export function PrimitivesState(): ReactElement {
  const rows = state.primitives.map(({ title, version, size, tokens }) => [
    title,
    version,
    `${String(size)} bytes`,
    String(tokens.length),
  ]);
  return h(Table, {
    caption: 'Primitives',
    columns: ['Primitive', 'Version', 'Style sheet, compressed', 'Tokens used'],
    rows,
  });
}

export const LoaderState = (): ReactElement =>
  h(
    'p',
    null,
    `Version ${state.version}. The loader is ${sizeOf(state.loader?.size, state.loader?.budget)}.`,
  );
