/** The panel "HTML": what a page pastes to get what the story shows, from `parameters.snippet`. */
import { createElement, type ReactNode, useState } from 'react';
import { addons, types, useParameter } from 'storybook/manager-api';

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

function Snippet(): ReactNode {
  const html = useParameter<string>('snippet', '');
  const [copied, setCopied] = useState('');
  if (html === '') {
    return createElement('p', { style: COLUMN }, 'This story shows a part of a widget, not a tag.');
  }
  const copy = (): void => {
    navigator.clipboard.writeText(html).then(
      () => setCopied('Copied.'),
      () => setCopied('The browser does not allow copying here; select the text.'),
    );
  };
  return createElement(
    'div',
    { style: COLUMN },
    createElement('pre', { style: CODE, tabIndex: 0 }, html),
    createElement('button', { type: 'button', style: BUTTON, onClick: copy }, 'Copy HTML'),
    createElement('span', { role: 'status', style: { marginInlineStart: 12 } }, copied),
  );
}

export function registerSnippetPanel(): void {
  addons.register(ID, () => {
    addons.add(SNIPPET_PANEL, {
      type: types.PANEL,
      title: 'HTML',
      match: ({ viewMode }) => viewMode === 'story',
      render: ({ active }) => (active ? createElement(Snippet) : null) as never,
    });
  });
}
