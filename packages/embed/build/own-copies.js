/**
 * Small pieces that several widgets share go into each of them. A file of their own would save a page with several widgets a
 * kilobyte, and cost every page a request: a slowed phone 20 ms of its only thread.
 */

import { readFile } from 'node:fs/promises';

/** Pieces without any state, so that two of one kind do not know of each other and need not. */
const PIECES =
  /\/(widgets\/dist\/pieces\/(?!moment|structured-data)|widgets\/dist\/topic-card\/(topic-parts\.document|words)|core\/dist\/form\/(searched-)?select|contracts\/dist\/small-counts)[\w.-]*\.js$/;
const COPY = /\?of=([\w-]+)$/;
const WIDGET = /\/widgets\/dist\/(?!pieces\/)([\w-]+)\//;

/** Whose module it is: that of a widget, or a copy that belongs to one. */
const ownerOf = (id) => (COPY.exec(id) ?? WIDGET.exec(id))?.[1];

const withoutOwner = (id) => id.replace(COPY, '');

/** Rollup plugin that does it. */
export function ownCopies() {
  return {
    name: 'own-copies',
    async resolveId(source, importer, options) {
      const owner = importer && ownerOf(importer);
      if (!owner) return null;
      const found = await this.resolve(source, withoutOwner(importer), {
        ...options,
        skipSelf: true,
      });
      if (!found) return null;
      // The other plugins ask this one too, on behalf of the module that is copied.
      const id = withoutOwner(found.id);
      // A widget's own module is its own already.
      const isCopied = PIECES.test(id) && !id.includes(`/${owner}/`);
      return { ...found, id: isCopied ? `${id}?of=${owner}` : id };
    },
    load: (id) => (withoutOwner(id) === id ? null : readFile(withoutOwner(id), 'utf8')),
  };
}
