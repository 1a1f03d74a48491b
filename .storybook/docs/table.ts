/** Tables that scroll by themselves where they are wider than the page, also by keyboard. */
import { createElement as h, type ReactElement, type ReactNode } from 'react';

interface TableProps {
  readonly caption: string;
  readonly columns: readonly ReactNode[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly ReactNode[])[];
  readonly isDense?: boolean;
}

export function Scroll({ label, children }: { label: string; children?: ReactNode }): ReactElement {
  return h(
    'div',
    { className: 'guide-scroll', role: 'group', 'aria-label': label, tabIndex: 0 },
    children,
  );
}

export function Table({ caption, columns, rows, isDense = false }: TableProps): ReactElement {
  const head = columns.map((column, index) =>
    // A column of headings needs none itself.
    column === '' ? h('td', { key: index }) : h('th', { key: index, scope: 'col' }, column),
  );
  const body = rows.map((cells, index) =>
    h(
      'tr',
      { key: index },
      cells.map((cell, at) =>
        at === 0 ? h('th', { key: at, scope: 'row' }, cell) : h('td', { key: at }, cell),
      ),
    ),
  );
  return h(
    Scroll,
    { label: caption },
    h(
      'table',
      { className: isDense ? 'guide-table is-dense' : 'guide-table' },
      h('caption', null, caption),
      h('thead', null, h('tr', null, head)),
      h('tbody', null, body),
    ),
  );
}
