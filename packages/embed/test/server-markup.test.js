/** What a server prints of texts that are markup, and of those that try to run. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { fromHtml } from 'hast-util-from-html';
import { renderWidget } from 'puntari/server';

const CORPUS = new URL('../../../test/support/xss/', import.meta.url);
const hostile = readdirSync(CORPUS)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => JSON.parse(readFileSync(new URL(name, CORPUS), 'utf8')));

const print = (texts, changes = {}) =>
  renderWidget('statement-viewer', {
    lang: 'fi',
    record: {
      schemaVersion: 1,
      version: '1',
      id: 'liikenne',
      title: texts[0],
      kind: 'statement',
      textFormat: 'html',
      adoptedOn: '2026-01-10',
      panel: {},
      general: texts.join(''),
      items: texts.map((text, index) => ({
        id: String(index),
        kind: 'fact',
        title: text,
        text: { fi: text },
        rationale: { sv: text },
      })),
      ...changes,
    },
    attributes: { src: 'https://example.fi/lausunnot/1.json' },
  });

/** The document that stands in the page, without the record beside it. */
const documentIn = (html) => /<div slot="document"[^]*<\/div>(?=<script)/.exec(html)[0];

function* elementsIn(node) {
  if (node.type === 'element') yield node;
  for (const child of node.children ?? []) yield* elementsIn(child);
  if (node.content) yield* elementsIn(node.content);
}

const ELEMENTS =
  /^(a|abbr|article|b|blockquote|br|caption|d[dlt]|div|em|h[1-6]|i|li|nav|ol|p|section|span|strong|su[bp]|t(able|body|d|foot|h|head|r)|time|ul)$/;
const ATTRIBUTES =
  /^(id|className|slot|lang|dir|href|title|start|scope|colSpan|rowSpan|dateTime|ariaLabel|data(Key|Item|Theme))$/;

const foreignIn = (html) =>
  [...elementsIn(fromHtml(html, { fragment: true }))].flatMap(({ tagName, properties }) => [
    ...(ELEMENTS.test(tagName) ? [] : [tagName]),
    ...Object.keys(properties)
      .filter((name) => !ATTRIBUTES.test(name))
      .map((name) => `${tagName} ${name}`),
    ...('href' in properties && !/^((https?|mailto|tel):|#liikenne-)/.test(properties.href)
      ? [`link to ${properties.href}`]
      : []),
  ]);

describe('a statement with markup, printed by a server', () => {
  it('has its paragraphs, lists and links, and headings below those of the viewer', async () => {
    const text = '<h1>Miten</h1><p>Yksi <a href="/kaksi">kaksi</a></p><ul><li>kolme</li></ul>';
    const html = documentIn(await print([text])).replaceAll(/\s+(?=>)/g, '');
    assert.match(html, /<h3>Yleiset huomiot<\/h3><h4>Miten<\/h4><p>Yksi/);
    assert.match(html, /<a href="https:\/\/example\.fi\/kaksi">kaksi<\/a>/);
    assert.match(html, /<ul>\s*<li>kolme<\/li>\s*<\/ul>/);
  });

  it('shows tags in titles as they are written', async () => {
    assert.match(documentIn(await print(['<p>Yksi</p>'])), /: &lt;p&gt;Yksi&lt;\/p&gt;</);
  });

  it('has nothing of texts that try to run but their words', async () => {
    assert.ok(hostile.length > 700);
    for (let from = 0; from < hostile.length; from += 50) {
      const html = documentIn(await print(hostile.slice(from, from + 50)));
      assert.deepEqual(foreignIn(html), []);
    }
  });

  it('is read as plain text where it does not say that it is markup', async () => {
    const html = documentIn(await print(['<p>Yksi</p>'], { textFormat: undefined }));
    assert.match(html, /<p>&lt;p&gt;Yksi&lt;\/p&gt;<\/p>/);
  });
});
