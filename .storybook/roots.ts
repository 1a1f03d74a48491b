type Root = Document | ShadowRoot;

/** A document or a root, and every open root below it. */
export function* rootsBelow(root: Root): Generator<Root> {
  yield root;
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) yield* rootsBelow(element.shadowRoot);
  }
}
