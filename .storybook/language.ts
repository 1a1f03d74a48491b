/** Language and direction as a page sets them: on the root element, and on the widgets' tags. */

/** A page of text around a story is in English, so there the language begins with the story. */
export function useLanguage(lang: string, canvas: HTMLElement, isGuide: boolean): void {
  (isGuide ? canvas : document.documentElement).lang = lang;
}

const isWidget = ({ localName }: Element): boolean => /^(puntari|story)-/.test(localName);

let direction = 'auto';

function direct(root: ParentNode): void {
  for (const element of root.querySelectorAll('*')) {
    if (!isWidget(element)) continue;
    const wish = direction === 'auto' ? null : direction;
    if (element.getAttribute('dir') === wish) continue;
    if (wish === null) element.removeAttribute('dir');
    else element.setAttribute('dir', wish);
  }
}

const watched = new WeakSet<Element>();

/** The story is rendered after its decorators have run, so widgets are told as they come. */
export function useDirection(canvas: HTMLElement, wish: string): void {
  direction = wish;
  direct(canvas);
  if (watched.has(canvas)) return;
  watched.add(canvas);
  new MutationObserver(() => {
    direct(canvas);
  }).observe(canvas, { childList: true, subtree: true });
}
