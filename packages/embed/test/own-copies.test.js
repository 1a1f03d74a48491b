import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { ownCopies } from '../build/own-copies.js';

const WIDGETS = '/x/widgets/dist';

/** Resolves a path beside its importer, as another plugin does it; asks the plugin itself too, as they do. */
function resolver(plugin) {
  const context = {
    resolve: async (source, importer) => {
      const id = new URL(source, `file://${importer}`).pathname;
      return (await plugin.resolveId.call(asked, id, importer)) ?? { id };
    },
  };
  const asked = { resolve: (id) => ({ id }) };
  return async (source, importer) =>
    (await plugin.resolveId.call(context, source, importer, {}))?.id ?? 'not its matter';
}

const resolve = resolver(ownCopies());

describe('a piece that several widgets share', () => {
  it('is copied for each widget that imports it', async () => {
    for (const widget of ['topic-card', 'statement-viewer'])
      assert.equal(
        await resolve('../pieces/document.js', `${WIDGETS}/${widget}/${widget}.js`),
        `${WIDGETS}/pieces/document.js?of=${widget}`,
      );
  });

  it('belongs to the same widget where it is imported by another piece', async () => {
    assert.equal(
      await resolve('./day-in-words.js', `${WIDGETS}/pieces/document.js?of=topic-list`),
      `${WIDGETS}/pieces/day-in-words.js?of=topic-list`,
    );
    assert.equal(
      await resolve(
        '../pieces/document.js',
        `${WIDGETS}/topic-card/topic-parts.document.js?of=topic-list`,
      ),
      `${WIDGETS}/pieces/document.js?of=topic-list`,
    );
  });

  it('is no copy in the widget whose own it is', async () => {
    assert.equal(
      await resolve('./topic-parts.document.js', `${WIDGETS}/topic-card/topic-card.document.js`),
      `${WIDGETS}/topic-card/topic-parts.document.js`,
    );
  });

  it('is read from the one file there is', async () => {
    const path = fileURLToPath(new URL('../build/own-copies.js', import.meta.url));
    assert.match(await ownCopies().load(`${path}?of=topic-card`), /ownCopies/);
    assert.equal(ownCopies().load(path), null);
  });
});

describe('what has a state of its own', () => {
  it('is never copied', async () => {
    for (const path of ['../../../core/dist/locale/words.js', '../pieces/structured-data.js'])
      assert.doesNotMatch(await resolve(path, `${WIDGETS}/topic-card/topic-card.js`), /\?of=/);
  });
});

describe('a module of nobody', () => {
  it('is left to the others', async () => {
    assert.equal(
      await resolve('./pieces/document.js', '/x/embed/dist/puntari.js'),
      'not its matter',
    );
  });
});
