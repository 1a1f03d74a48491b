/**
 * Shadow roots that came with the page. Lit's hydrate support must be loaded before Lit to be of use; without it, or
 * when a CMS stripped the comments it needs, the root is emptied and rendered anew, since otherwise content doubles.
 */

/** Whether the comments are there that lit-ssr leaves for hydration. */
export function hasServerMarks(root: Node): boolean {
  return [...root.childNodes].some(
    (node) => node.nodeType === Node.COMMENT_NODE && node.nodeValue?.startsWith('lit-part'),
  );
}

const canHydrate = (): boolean => 'litElementHydrateSupport' in globalThis;

/**
 * Decides what to do with a root that came with the page.
 *
 * @param rescue - Reads what was typed into it before the script came; called in either case.
 * @returns whether the root can be hydrated; if not, it is empty now.
 */
export function prepareServerRoot(root: ShadowRoot, rescue: (root: ShadowRoot) => void): boolean {
  rescue(root);
  if (canHydrate() && hasServerMarks(root)) return true;
  root.replaceChildren();
  return false;
}
