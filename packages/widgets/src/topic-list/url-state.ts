/** What is shown, as part of the page's address. Only where the page asks for it, and only our own names in it. */
import { ALL, CRITERIA, type Sort, SORTS, type View } from './topic-list.model.js';

/** `q` as people know it from other searches. */
const nameOf = (part: keyof View, prefix: string): string => {
  const name = part === 'words' ? 'q' : part;
  return prefix === '' ? name : `${prefix}-${name}`;
};

const PARTS = [...CRITERIA, 'sort'] as const;

const isSort = (text: string): text is Sort => (SORTS as readonly string[]).includes(text);

/** @param search - `?status=chosen&q=koulu` */
export function readView(search: string, prefix: string): View {
  const params = new URLSearchParams(search);
  const read = (part: keyof View): string => params.get(nameOf(part, prefix)) ?? '';
  const sort = read('sort');
  return {
    status: read('status'),
    area: read('area'),
    level: read('level'),
    year: read('year'),
    words: read('words'),
    sort: isSort(sort) ? sort : ALL.sort,
  };
}

/** The same search with this view in it. What the page has there stays letter by letter. */
export function writeView(search: string, prefix: string, view: View): string {
  const own = new Set(PARTS.map((part) => nameOf(part, prefix)));
  const isOwn = (part: string): boolean => own.has([...new URLSearchParams(part).keys()][0] ?? '');
  const others = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && !isOwn(part));
  const ours = PARTS.filter((part) => view[part] !== ALL[part]).map((part) =>
    new URLSearchParams([[nameOf(part, prefix), view[part]]]).toString(),
  );
  const all = [...others, ...ours].join('&');
  return all === '' ? '' : `?${all}`;
}

/** Puts the view into the address, in place of the one before: Back leads where it led. */
export function showView(prefix: string, view: View): void {
  // The whole address: a part of one would be resolved against the `<base>` of the page, which may be another site's.
  const address = new URL(location.href);
  const next = writeView(address.search, prefix, view);
  if (next === address.search) return;
  address.search = next;
  history.replaceState(history.state, '', address);
}
