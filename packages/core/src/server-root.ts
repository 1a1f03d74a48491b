/**
 * Shadow roots that came with the page. Lit's hydrate support must be loaded before Lit to be of use; without it, or
 * when a CMS stripped the comments it needs, the root is emptied and rendered anew, since otherwise content doubles.
 */
import { LitElement } from 'lit';

/** Whether the comments are there that lit-ssr leaves for hydration. */
export function hasServerMarks(root: Node): boolean {
  return [...root.childNodes].some(
    (node) => node.nodeType === Node.COMMENT_NODE && node.nodeValue?.startsWith('lit-part'),
  );
}

/** Whether that support has reached our Lit. It may be on the page and have come too late for it. */
const canHydrate = (): boolean => Object.hasOwn(LitElement, 'observedAttributes');

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
