/**
 * A look at forced colors without leaving the story. No script can switch them on, so this does what the browser would:
 * it applies the sheets' own `forced-colors` rules and takes away the colors and shadows of all others. It is close, not
 * equal. The real thing: browser tools, "Rendering", "Emulate CSS media feature forced-colors".
 */
import { rootsBelow } from './roots.js';

const FORCED = '(forced-colors: active)';
/** True on every screen, and still to be recognized when it is to be put back. */
const ALWAYS = '(min-width: 0px) and (min-height: 0px)';

const rules = `
  :root, :host, * { color-scheme: dark !important; }
  *, ::before, ::after {
    background-color: Canvas !important;
    border-color: CanvasText !important;
    color: CanvasText !important;
    accent-color: auto !important;
    box-shadow: none !important;
    text-shadow: none !important;
    text-decoration-color: currentColor !important;
  }
  a, a * { color: LinkText !important; }
  button:not(.plain), input, select, textarea { border-color: ButtonText !important; }
  :focus-visible { outline-color: Highlight !important; }
`;
const sheet = new CSSStyleSheet();
sheet.replaceSync(rules);

function switchRules(list: CSSRuleList, from: string, to: string): void {
  for (const rule of list) {
    if (rule instanceof CSSMediaRule && rule.media.mediaText === from) rule.media.mediaText = to;
    if (rule instanceof CSSGroupingRule) switchRules(rule.cssRules, from, to);
  }
}

function apply(isOn: boolean): void {
  const [from, to] = isOn ? [FORCED, ALWAYS] : [ALWAYS, FORCED];
  for (const root of rootsBelow(document)) {
    const others = root.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
    for (const adopted of others) switchRules(adopted.cssRules, from, to);
    if (isOn !== root.adoptedStyleSheets.includes(sheet))
      root.adoptedStyleSheets = isOn ? [...others, sheet] : others;
  }
}

let isForced = false;
let observer: MutationObserver | undefined;

export function useForcedColors(wish: boolean): void {
  if (wish === isForced) return;
  isForced = wish;
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
