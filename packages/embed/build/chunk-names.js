/**
 * Tells the loader which chunks and which words each widget starts with, so that it asks for them together with the widget
 * and not one round trip later.
 */

export const PLACEHOLDER = /["']%CHUNKS%["']/;

/** @param words - The hash in the names of all files of words. */
export function chunkNames({ widgets, words }) {
  return {
    name: 'chunk-names',
    // The loader has no hash in its name, so its text may still change here.
    generateBundle(_options, bundle) {
      const needed = widgets.map((name) => bundle[`widgets/${name}.js`].imports);
      // The one that most widgets need first: each needs the first few of them.
      const users = (file) => needed.filter((files) => files.includes(file)).length;
      const names = [...new Set(needed.flat())].sort((a, b) => users(b) - users(a));
      for (const files of needed)
        if (!names.slice(0, files.length).every((file) => files.includes(file)))
          throw new Error(`The loader cannot tell that a widget needs ${files.join(' and ')}.`);
      const counts = needed.map(({ length }) => length);
      const loader = bundle['puntari.js'];
      const table = JSON.stringify([
        words,
        counts,
        ...names.map((file) => file.replace('.js', '')),
      ]);
      if (!PLACEHOLDER.test(loader.code))
        throw new Error('The loader has no place for chunk names.');
      loader.code = loader.code.replace(PLACEHOLDER, table);
    },
  };
}
