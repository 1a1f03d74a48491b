/**
 * Tells the loader which chunks each widget starts with, so that it asks for them together with the widget and not one
 * round trip later.
 */

export const PLACEHOLDER = /["']%CHUNKS%["']/;

export function chunkNames({ widgets }) {
  return {
    name: 'chunk-names',
    // The loader has no hash in its name, so its text may still change here.
    generateBundle(_options, bundle) {
      const names = [...new Set(widgets.flatMap((name) => bundle[`widgets/${name}.js`].imports))];
      // The loader reads them as the bits of a number, of which there are 31 above zero.
      if (names.length > 31) throw new Error('There are more chunks than the loader can tell.');
      const needs = widgets.map((name) =>
        bundle[`widgets/${name}.js`].imports.reduce(
          (bits, file) => bits | (1 << names.indexOf(file)),
          0,
        ),
      );
      const loader = bundle['puntari.js'];
      const short = names.map((file) => file.replace(/^chunks\/(.*)\.js$/, '$1'));
      const table = JSON.stringify([short, needs]);
      if (!PLACEHOLDER.test(loader.code))
        throw new Error('The loader has no place for chunk names.');
      loader.code = loader.code.replace(PLACEHOLDER, table);
    },
  };
}
