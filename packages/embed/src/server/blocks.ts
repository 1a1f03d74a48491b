/** Elements that begin and end a line of their own, so that spaces beside their tags are nothing that a browser shows. */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 ' +
    'h6 header hr li main nav ol p section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

export const isBlock = (name: string | undefined): boolean =>
  name !== undefined && BLOCKS.has(name);
