import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { askTogether } from '../build/ask-together.js';

const chunk = (fileName, name, code, imports = [], dynamicImports = []) => ({
  type: 'chunk',
  fileName,
  name,
  code,
  imports,
  dynamicImports,
});

function bundleOf(code) {
  const chunks = [
    chunk(
      'widgets/a.js',
      'widgets/a',
      code,
      ['chunks/core.js'],
      ['chunks/a.form.js', 'chunks/a.late.js'],
    ),
    chunk('chunks/core.js', 'core', ''),
    chunk('chunks/a.form.js', 'a.form', '', ['chunks/core.js', 'widgets/a.js', 'chunks/b.js']),
    chunk('chunks/a.late.js', 'a.late', '', ['chunks/b.js']),
    chunk('chunks/b.js', 'b', '', ['chunks/c.js']),
    chunk('chunks/c.js', 'c', ''),
  ];
  return Object.fromEntries(chunks.map((one) => [one.fileName, one]));
}

const rewritten = (code, parts) => {
  const bundle = bundleOf(code);
  askTogether({ parts }).generateBundle({}, bundle);
  return bundle['widgets/a.js'].code;
};

describe('a part that a person waits for', () => {
  const code = 'import("../chunks/a.form.js").then(f);import("../chunks/a.late.js")';

  it('is asked for together with all that it needs and is not there yet', () => {
    assert.equal(
      rewritten(code, ['a.form']),
      'Promise.all([import("../chunks/a.form.js"),import("../chunks/b.js"),import("../chunks/c.js")])' +
        '.then(t=>t[0]).then(f);import("../chunks/a.late.js")',
    );
  });

  it('is asked for alone when nothing is missing', () => {
    assert.equal(rewritten(code, ['other']), code);
  });

  it('fails the build when it is written in another way', () => {
    assert.throws(() => rewritten('import(`../chunks/a.form.js`)', ['a.form']), /a\.form/);
  });
});
