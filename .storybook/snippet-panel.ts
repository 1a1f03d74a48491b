/**
 * The panel "HTML": what a page pastes to get what the story shows, in the theme and the language of the toolbar. The
 * preview says which tags those are; a story with a record among its controls also gives the record.
 */
import { createElement, type ReactNode, useEffect, useState } from 'react';
import { addons, types, useArgs, useGlobals } from 'storybook/manager-api';

import { choiceOf, type Shown, snippetOf } from '../stories/support/snippets.js';
import { SHOWN } from './channel.js';

const ID = 'puntari/snippet';
export const SNIPPET_PANEL = `${ID}/panel`;

const COLUMN = { padding: 16, fontFamily: 'system-ui, sans-serif', fontSize: 14 };
const CODE = {
  margin: '0 0 16px',
  padding: 16,
  overflow: 'auto',
  border: '1px solid #c8d0d9',
  borderRadius: 4,
  background: '#f3f6f9',
  fontFamily: 'ui-monospace, monospace',
  fontSize: 13,
  lineHeight: 1.5,
};
const BUTTON = {
  minHeight: 32,
  padding: '4px 16px',
  border: '2px solid #1c4f94',
  borderRadius: 4,
  background: '#ffffff',
  color: '#1c4f94',
  font: 'inherit',
  fontWeight: 600,
  cursor: 'pointer',
};

function Copied({ text, what }: { text: string; what: string }): ReactNode {
  const [said, setSaid] = useState('');
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied.'),
      () => setSaid('The browser does not allow copying here; select the text.'),
    );
  };
  return createElement(
    'div',
    null,
    createElement('pre', { style: CODE, tabIndex: 0 }, text),
    createElement('button', { type: 'button', style: BUTTON, onClick: copy }, `Copy ${what}`),
    createElement('span', { role: 'status', style: { marginInlineStart: 12 } }, said),
  );
}

/** What the preview said last; the panel may be opened later. */
let last: readonly Shown[] = [];
const listeners = new Set<(tags: readonly Shown[]) => void>();

function useShown(): readonly Shown[] {
  const [shown, setShown] = useState(last);
  useEffect(() => {
    listeners.add(setShown);
    setShown(last);
    return () => void listeners.delete(setShown);
  }, []);
  return shown;
}

function Snippet(): ReactNode {
  const shown = useShown();
  const [globals] = useGlobals();
  // Not there before the first story is, whatever the types say.
  const [args] = useArgs() as unknown as readonly [Readonly<Record<string, unknown>> | undefined];
  const record = args?.['record'];
  if (shown.length === 0) {
    return createElement('p', { style: COLUMN }, 'This story shows a part of a widget, not a tag.');
  }
  return createElement(
    'div',
    { style: COLUMN },
    createElement(Copied, { text: snippetOf(shown, choiceOf(globals)), what: 'HTML' }),
    record === undefined
      ? null
      : createElement(
          'div',
          null,
          createElement('h3', { style: { margin: '24px 0 8px' } }, 'The record'),
          createElement(Copied, { text: JSON.stringify(record, null, 2), what: 'record' }),
        ),
  );
}

export function registerSnippetPanel(): void {
  addons.register(ID, (api) => {
    api.on(SHOWN, (tags: readonly Shown[]) => {
      last = tags;
      for (const listen of listeners) listen(tags);
    });
    addons.add(SNIPPET_PANEL, {
      type: types.PANEL,
      title: 'HTML',
      match: ({ viewMode }) => viewMode === 'story',
      render: ({ active }) => (active ? createElement(Snippet) : null) as never,
    });
  });
}
