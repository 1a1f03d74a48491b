/** The loader of the CDN, `puntari.js`: starts by itself, and looks for its modules beside itself. */
import { chunksOf } from './chunks.js';
import { createLoader } from './loader.js';
import { WIDGETS } from './names.js';

const load = (file: string): Promise<unknown> => import(new URL(file, import.meta.url).href);

const { observe, defineAll } = createLoader({
  widget: (name, attempt) => {
    // Firefox keeps a failed module for the whole visit; under another address it is a new one.
    const again = attempt > 0 ? `?${String(attempt)}` : '';
    const chunks = attempt > 0 ? [] : chunksOf(WIDGETS.indexOf(name));
    return Promise.all([`widgets/${name}.js${again}`, ...chunks].map(load));
  },
  hydration: () => import('@lit-labs/ssr-client/lit-element-hydrate-support.js'),
});

observe();

export { defineAll, observe };
