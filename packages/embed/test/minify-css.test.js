import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { parseAst } from 'rollup/parseAst';

import { minifyCss, minifyCssTemplates } from '../build/minify-css.js';

describe('a style sheet without its white space', () => {
  const cases = {
    'drops comments and spaces': ['a {\n  color : red; /* why */\n}\n', 'a{color :red}'],
    'keeps a space that means a descendant': ['a :hover,\n  b c { x: y }', 'a :hover,b c{x:y}'],
    'keeps spaces in sums': ['a { width: calc(1em + 2px) }', 'a{width:calc(1em + 2px)}'],
    'keeps strings': [`a { content: " , /* x */ " ' ; ' }`, `a{content:" , /* x */ " ' ; '}`],
    'drops quotes around a word in a selector': [
      `a[b="c-d"][e=''][f="2"] > g::after { content: 'h' }`,
      `a[b=c-d][e=''][f="2"]>g::after{content:'h'}`,
    ],
    'drops the zero before a point': [
      `a { margin: 0.5em 10.5em -0.5em; width: calc(0.25em + 0.5em) }`,
      'a{margin:.5em 10.5em -0.5em;width:calc(.25em + .5em)}',
    ],
    'keeps spaces between values': ['a { margin: 0  auto }', 'a{margin:0 auto}'],
    'keeps conditions apart': [
      '@media (forced-colors: active) and (width > 2em) { a > b { c: d } }',
      '@media (forced-colors:active) and (width>2em){a>b{c:d}}',
    ],
  };
  for (const [what, [before, after]] of Object.entries(cases)) {
    it(what, () => assert.equal(minifyCss(before).trim(), after));
  }
});

describe('a module with css templates', () => {
  const minify = (code) =>
    minifyCssTemplates().transform.call({ parse: parseAst }, code, 'a.js')?.code ?? code;

  it('keeps the spaces around expressions', () => {
    assert.equal(
      minify('css`a { margin: ${x} ${y}; padding: 0 ${z} }`'),
      'css`a{margin:${x} ${y};padding:0 ${z}}`',
    );
  });

  it('finds templates as the compiler writes them', () => {
    assert.equal(
      minify('export const a = css `\n  a {\n    b: c;\n  }\n`;'),
      'export const a = css ` a{b:c}`;',
    );
  });

  it('leaves html templates alone', () => {
    const code = 'html`<p>\n  a  b</p>`; css`a{b:c}`';
    assert.equal(minify(code), code);
  });
});
