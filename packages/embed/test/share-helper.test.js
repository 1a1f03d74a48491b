import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { shareHelper } from '../build/share-helper.js';

const CORE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'core', 'dist');

describe('modules with decorators', () => {
  it('import one helper, which is the one TypeScript wrote', () => {
    const plugin = shareHelper();
    const codes = ['widget.js', 'submitting-widget.js'].map((file) =>
      readFileSync(join(CORE, file), 'utf8'),
    );
    const shared = codes.map((code) => plugin.transform(code).code);
    const [[, id]] = shared.map((code) => /^import { __decorate } from '(.*)';/.exec(code));
    assert.equal(plugin.resolveId(id), id);
    const helper = plugin.load(id).replace(/^export const __decorate = (.*);$/s, '$1');
    for (const [index, code] of codes.entries()) {
      assert.ok(code.includes(helper));
      assert.ok(!shared[index].includes(helper));
    }
  });

  it('cannot bring two helpers', () => {
    const plugin = shareHelper();
    const code = readFileSync(join(CORE, 'widget.js'), 'utf8');
    plugin.transform(code);
    assert.throws(() => plugin.transform(code.replace('var c =', 'var b =')), /two helpers/);
  });

  it('are left alone when they have none', () => {
    assert.equal(shareHelper().transform('export const a = 1;'), null);
  });
});
