/**
 * A look at reduced motion without leaving the story. The widgets say under `prefers-reduced-motion` what then stands
 * still; no script can switch that on, so everything stands still, which is what those rules lead to.
 */
import { rootsBelow } from './roots.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  *, ::before, ::after {
    animation: none !important;
    transition: none !important;
    scroll-behavior: auto !important;
  }
`);

function apply(isReduced: boolean): void {
  for (const root of rootsBelow(document)) {
    if (isReduced === root.adoptedStyleSheets.includes(sheet)) continue;
    const others = root.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
    root.adoptedStyleSheets = isReduced ? [...others, sheet] : others;
  }
}

let isReduced = false;
let observer: MutationObserver | undefined;

export function useReducedMotion(wish: boolean): void {
  if (wish === isReduced) return;
  isReduced = wish;
  apply(wish);
  observer?.disconnect();
  observer = undefined;
  if (!wish) return;
  // Widgets that come later have roots of their own.
  observer = new MutationObserver(() => {
    apply(true);
  });
  observer.observe(document.body, { childList: true, subtree: true });
}
