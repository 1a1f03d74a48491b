/** The loader of the CDN, `puntari.js`: starts by itself, and looks for its modules beside itself. */
import { createLoader } from './loader.js';

const { observe, defineAll } = createLoader({
  widget: (name, attempt) => {
    // Firefox keeps a failed module for the whole visit; under another address it is a new one.
    const again = attempt > 0 ? `?${String(attempt)}` : '';
    return import(new URL(`widgets/${name}.js${again}`, import.meta.url).href);
  },
  hydration: () => import('@lit-labs/ssr-client/lit-element-hydrate-support.js'),
});

observe();

export { defineAll, observe };
