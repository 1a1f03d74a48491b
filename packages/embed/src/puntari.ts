/** The loader of the CDN, `puntari.js`: starts by itself, and looks for its modules beside itself. */
import { chunksOf } from './chunks.js';
import { createLoader } from './loader.js';
import { WIDGETS } from './names.js';

const load = (file: string): Promise<unknown> => import(new URL(file, import.meta.url).href);

const { observe, defineAll } = createLoader({
  widget: (name) => {
    const file = `widgets/${name}.js`;
    // Only begun here: the widget imports them itself, and it alone decides whether they are missing.
    for (const chunk of chunksOf(WIDGETS.indexOf(name))) load(chunk).catch(() => undefined);
    // Firefox keeps a failed module for the whole visit, and a cache may keep one of an older release.
    return load(file).catch(() => load(`${file}?${String(Date.now())}`));
  },
  hydration: () => import('@lit-labs/ssr-client/lit-element-hydrate-support.js'),
});

observe();

export { defineAll, observe };
