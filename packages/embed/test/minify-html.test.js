import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { parseAst } from 'rollup/parseAst';

import { minifyDocuments, minifyHtml } from '../build/minify-html.js';

describe('a long text without its white space', () => {
  const cases = {
    'drops it between blocks': [
      '<dl>\n  <dt>a</dt>\n  <dd>b</dd>\n</dl>',
      '<dl><dt>a</dt><dd>b</dd></dl>',
    ],
    'drops it where a block begins or ends': ['<p>\n  a\n</p>', '<p>a</p>'],
    'keeps one space between words': ['<p>a\n  b</p>', '<p>a b</p>'],
    'keeps one beside what stands in a line': [
      '<p>a\n  <b>b</b>\n  <i>c</i></p>',
      '<p>a <b>b</b> <i>c</i></p>',
    ],
    'keeps what stands in one line': [
      '<p> a <b>b</b> </p> <p>c</p>',
      '<p> a <b>b</b> </p> <p>c</p>',
    ],
    'keeps attributes apart': [
      '<p\n  id="a"\n  lang="fi"\n>\n  a</p>',
      '<p id="a" lang="fi">a</p>',
    ],
  };
  for (const [what, [before, after]] of Object.entries(cases)) {
    it(what, () => assert.equal(minifyHtml(before), after));
  }
});

describe('a module with html templates', () => {
  const minify = (code, id) =>
    minifyDocuments().transform.call({ parse: parseAst }, code, `/dist/${id}.js`)?.code ?? code;
  const code = 'html`<p\n  id=${a}\n>\n  ${b} ${c}\n  ${d}\n</p>\n<p>${html`<b>\n  d</b>`}</p>`';

  it('keeps the spaces between expressions of one line', () => {
    assert.equal(
      minify(code, 'topic-list/topic-list.document'),
      'html`<p id=${a}>${b} ${c}${d}</p><p>${html`<b> d</b>`}</p>`',
    );
  });

  it('is left alone when a server may have rendered it', () => {
    assert.equal(minify(code, 'topic-list/topic-list'), code);
    assert.equal(minify(code, 'volunteer-form/volunteer-form.document'), code);
  });
});
