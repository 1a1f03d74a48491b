/** Links from a page to another page or state, without loading Storybook anew. */
import { DocsContext } from '@storybook/addon-docs/blocks';
import {
  createElement as h,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useContext,
} from 'react';
import { NAVIGATE_URL } from 'storybook/internal/core-events';

/** `widgets-volunteer-form--closed`, as Storybook makes ids of titles and names. */
export const idOf = (title: string, name = ''): string =>
  [title, name]
    .filter((part) => part !== '')
    .map((part) => part.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'))
    .join('--');

interface ToProps {
  /** A path of Storybook: `/story/…` or `/docs/…`. */
  readonly path: string;
  readonly children?: ReactNode;
}

export function To({ path, children }: ToProps): ReactElement {
  const { channel } = useContext(DocsContext);
  const href = `./?path=${path}`;
  const go = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    channel.emit(NAVIGATE_URL, `?path=${path}`);
  };
  return h('a', { href, target: '_top', onClick: go }, children);
}

/** A page of text: `<Page title="Widgets/Volunteer form">…</Page>`. */
export const Page = ({ title, children }: { title: string; children?: ReactNode }): ReactElement =>
  h(To, { path: `/docs/${idOf(title, 'guide')}` }, children);

/** One state: `<State title="Widgets/Volunteer form" name="closed">…</State>`. */
export const State = ({
  title,
  name,
  children,
}: {
  title: string;
  name: string;
  children?: ReactNode;
}): ReactElement => h(To, { path: `/story/${idOf(title, name)}` }, children);

const GUIDE_OF_WIDGET = /([\w-]+)\/\1\.md$/;

/** A link of a Markdown file of the repository: to the page here that shows it, or to where it leads outside. */
export function MarkdownLink({
  href = '',
  children,
}: {
  href?: string;
  children?: ReactNode;
}): ReactElement {
  const widget = GUIDE_OF_WIDGET.exec(href)?.[1];
  if (widget !== undefined) return h(To, { path: `/docs/widgets-${widget}--guide` }, children);
  if (/^(https?:|#)/.test(href)) return h('a', { href }, children);
  // A file that only the repository has.
  return h('span', { title: href }, children);
}
