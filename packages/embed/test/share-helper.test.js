import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { shareHelper } from '../build/share-helper.js';

const CORE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'core', 'dist');

/** What decorators of a field are told by a helper. */
async function toldBy(helper, count) {
  const { __decorate: decorate } = await import(
    `data:text/javascript,${encodeURIComponent(helper)}`
  );
  const told = [];
  const decorators = Array.from({ length: count }, (_, index) => (target, name) => {
    told.push([index, target, name]);
  });
  const target = {};
  decorate(decorators, target, 'level', undefined);
  return { told, target };
}

describe('modules with decorators', () => {
  const plugin = shareHelper();
  const source = readFileSync(join(CORE, 'widget.js'), 'utf8');
  const [own] = /^var __decorate = .*?\n};\n/s.exec(source);

  it('import one helper in place of their own', () => {
    for (const file of ['widget.js', 'submitting-widget.js']) {
      const { code } = plugin.transform(readFileSync(join(CORE, file), 'utf8'), file);
      const [, id] = /^import { __decorate } from '(.*)';/.exec(code);
      assert.equal(plugin.resolveId(id), id);
      assert.match(plugin.load(id), /export const __decorate/);
      assert.ok(!code.includes(own));
    }
  });

  it('are told by it what the one of TypeScript tells them', async () => {
    const [, id] = /from '(.*)';/.exec(plugin.transform(source, 'widget.js').code);
    const whole = own.replace('var', 'export const');
    assert.deepEqual(await toldBy(plugin.load(id), 1), await toldBy(whole, 1));
  });

  it('are refused where a decorator stands at something else than a field', () => {
    for (const end of [', null);', ');'])
      assert.throws(
        () => plugin.transform(source.replace(', void 0);', end), 'widget.js'),
        /widget\.js has a decorator/,
      );
  });

  it('are refused where two decorators stand at one field, whose order would matter', () => {
    const code = source.replace('__decorate([', '__decorate([\n    one(),');
    assert.throws(() => plugin.transform(code, 'widget.js'), /widget\.js has a decorator/);
  });

  it('are left alone when they have none', () => {
    assert.equal(plugin.transform('export const a = 1;', 'a.js'), null);
  });
});
