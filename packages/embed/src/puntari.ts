/** The loader of the CDN, `puntari.js`: starts by itself, and looks for its modules beside itself. */
import { startOf } from './start.js';
import { Loader } from './loader.js';
import type { WidgetName } from './names.js';

const load = (file: string): Promise<unknown> => import(`./${file}`);

const loader = new Loader({
  widget: (name) => {
    const file = `widgets/${name}.js`;
    // Only begun here, a round trip early: the widget imports them itself, and it alone says whether one is missing.
    if (navigator.onLine)
      for (const part of startOf(name)) load(`${part}.js`).catch(() => undefined);
    // Firefox keeps a failed module for the whole visit, and a cache may keep one of an older release.
    return load(file).catch(() => load(`${file}?${String(Date.now())}`));
  },
  hydration: () => import('./hydration.js'),
});

loader.observe();

/** For widgets in shadow roots, which are not seen from outside. */
export const observe = (root?: Document | ShadowRoot): void => loader.observe(root);
/** For widgets that shall be there at once. */
export const defineAll = (names?: readonly WidgetName[]): Promise<void> => loader.defineAll(names);
