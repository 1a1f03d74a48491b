/** Markup in a browser: cleaned by DOMPurify. Loaded when a statement has any. */
import DOMPurify, { type Config } from 'dompurify';

import { renderMarkup } from './markup.document.js';
import {
  admitted,
  BOXES,
  DROPPED,
  ELEMENTS,
  MARKS,
  MAX_DEPTH,
  type MarkupNode,
  withoutStyles,
} from './markup.model.js';
import type { Markup } from './markup-support.js';
import { followFrames } from './table-frames.js';

/** The name that a page with Trusted Types allows: its own, because the page may have a DOMPurify too. */
const POLICY = 'puntari';

type Policy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;

/** Part of Trusted Types that TypeScript does not know yet. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string; createScriptURL(): never },
  ): Policy;
}

const attributes = [...new Set([...MARKS, ...Object.values(ELEMENTS).flat()])];

/** Where Trusted Types hold, only text that went through a policy may be parsed. All of it goes to the sanitizer. */
function createPolicy(): Policy | undefined {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };
  return trustedTypes?.createPolicy(POLICY, {
    createHTML: (html) => html,
    createScriptURL: () => {
      throw new TypeError('No script is loaded from markup.');
    },
  });
}

function* nodesIn(parent: Node, depth: number): Generator<MarkupNode> {
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) yield node.nodeValue ?? '';
    else if (node instanceof Element && depth < MAX_DEPTH)
      yield* admitted(node.localName, (name) => node.getAttribute(name) ?? undefined, [
        ...nodesIn(node, depth + 1),
      ]);
  }
}

let markup: Markup | undefined;

/**
 * The support of this browser.
 *
 * @param words - What shows a text that cannot be cleaned.
 * @throws where the page's policy does not allow it, or the browser is too old for the sanitizer.
 */
export function browserMarkup(words: Markup): Markup {
  if (markup) return markup;
  if (!DOMPurify.isSupported) throw new TypeError('DOMPurify does not support this browser.');
  const policy = createPolicy();
  const config = {
    ALLOWED_TAGS: [...Object.keys(ELEMENTS), ...BOXES],
    ALLOWED_ATTR: attributes,
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    FORBID_CONTENTS: [...DROPPED],
    IN_PLACE: true as const,
    ...(policy ? { TRUSTED_TYPES_POLICY: policy } : {}),
  } satisfies Config;
  // Of our own: the page may use DOMPurify in another way.
  const purifier = DOMPurify(window);
  purifier.setConfig(config);
  // In the document of a template nothing loads and nothing runs.
  const inert = document.createElement('template').content.ownerDocument;
  const clean = (html: string): readonly MarkupNode[] => {
    const root = inert.createElement('div');
    const quiet = withoutStyles(html);
    // The one place where text becomes elements. They never leave: a tree is read off what the sanitizer left.
    // eslint-disable-next-line no-restricted-syntax
    root.innerHTML = (policy?.createHTML(quiet) ?? quiet) as string;
    return [...nodesIn(purifier.sanitize(root, config), 0)];
  };
  markup = {
    render(text, place) {
      try {
        return renderMarkup(text, place, clean);
      } catch {
        return words.render(text, place);
      }
    },
    settle: followFrames,
  };
  return markup;
}
