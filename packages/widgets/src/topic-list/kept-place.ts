/** How far apart the view is looked at for a topic, in pixels: no topic is lower. */
const STEP = 40;

const topicAt = (element: Element | null, host: Element): HTMLElement | null => {
  const article = element?.closest<HTMLElement>('article[data-topic]') ?? null;
  return article && host.contains(article) ? article : null;
};

/** The first topic in the view. */
function firstInView(host: HTMLElement, root: Document | ShadowRoot): HTMLElement | undefined {
  const { left, width, top, bottom } = host.getBoundingClientRect();
  const x = left + width / 2;
  for (let y = Math.max(top, 0) + 1; y < Math.min(bottom, innerHeight); y += STEP) {
    const article = topicAt(root.elementFromPoint(x, y), host);
    if (article) return article;
  }
  return undefined;
}

const LINKS = 'a, summary';

/**
 * Replaces the text of a list and leaves its reader where they were: the same topic at the same height, and the focus on the
 * link that stands for the one which had it.
 */
export function keepPlace(host: HTMLElement, replace: () => void): void {
  const root = host.getRootNode() as Document | ShadowRoot;
  const { activeElement } = root;
  const focused = topicAt(activeElement, host);
  const place =
    focused && activeElement ? [...focused.querySelectorAll(LINKS)].indexOf(activeElement) : -1;
  // Above the list nothing moves.
  const seen = host.getBoundingClientRect().top < 0 ? firstInView(host, root) : undefined;
  const before = seen?.getBoundingClientRect().top ?? 0;
  replace();
  const again = (article: HTMLElement | null | undefined): HTMLElement | null =>
    article
      ? host.querySelector(`article[data-topic="${CSS.escape(article.dataset['topic'] ?? '')}"]`)
      : null;
  const link = again(focused)?.querySelectorAll<HTMLElement>(LINKS)[place];
  link?.focus({ preventScroll: true });
  const after = again(seen)?.getBoundingClientRect().top ?? before;
  if (after !== before) scrollBy({ top: after - before, behavior: 'instant' });
}
