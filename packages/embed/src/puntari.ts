/** The loader of the CDN, `puntari.js`: starts by itself, and looks for its modules beside itself. */
import { begin } from './start.js';
import { loaderOf } from './loader.js';

const load = (file: string): Promise<unknown> => import(`./${file}`);

/** `observe` is for widgets in shadow roots, which are not seen from outside; `defineAll` for those that shall be there at once. */
export const { observe, defineAll } = loaderOf({
  widget: (name) => {
    const file = `widgets/${name}.js`;
    if (navigator.onLine) begin(name, load);
    // First by the same name, by which what comes later asks for it too. Firefox keeps a failed module for the whole visit, and a
    // cache may keep one of an older release.
    return load(file)
      .catch(() => load(file))
      .catch(() => load(`${file}?${Date.now()}`));
  },
  hydration: () => import('./hydration.js'),
});

observe();
