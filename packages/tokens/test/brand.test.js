import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PACKAGE = fileURLToPath(new URL('../', import.meta.url));
const MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const run = promisify(execFile);

let folder;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'puntari-brand-'));
  for (const part of ['src', 'build.js', 'theme.js', 'package.json'])
    await cp(join(PACKAGE, part), join(folder, part), { recursive: true });
  await symlink(MODULES, join(folder, 'node_modules'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function makeTheme(brand) {
  await writeFile(join(folder, 'brand.json'), JSON.stringify(brand));
  const env = { ...process.env, INIT_CWD: folder };
  try {
    const { stdout } = await run(process.execPath, [join(folder, 'theme.js'), 'brand.json'], {
      env,
    });
    return { said: stdout, ok: true };
  } catch (error) {
    return { said: error.stderr, ok: false };
  }
}

const files = async () =>
  (await readdir(join(folder, 'src'))).filter((name) => name.startsWith('kunta'));

describe('a theme from the colors of a brand', () => {
  it('is made, and built with the others', async () => {
    const { ok } = await makeTheme({ name: 'kunta', colors: { action: '#7a1f5c' } });
    assert.ok(ok);
    await run(process.execPath, [join(folder, 'build.js')]);
    const css = await readFile(join(folder, 'dist', 'kunta.css'), 'utf8');
    assert.match(css, /--puntari-color-action: #7a1f5c;/);
    assert.match(css, /\[data-puntari-theme="kunta"\]/);
  });

  it('is refused with the pair, its contrast, and the nearest color that passes', async () => {
    const colors = { action: '#ff7300', 'action-text': '#ffffff' };
    const { said, ok } = await makeTheme({ name: 'kunta', colors });
    assert.equal(ok, false);
    assert.match(
      said,
      /color\.action \(#ff7300\) on color\.background \(#ffffff\) has a contrast of 2\.72:1, needs 4\.5:1; the nearest color that passes is #[0-9a-f]{6}/,
    );
    assert.deepEqual(await files(), []);
  });

  it('passes once the color that was named is taken', async () => {
    const { said } = await makeTheme({ name: 'kunta', colors: { action: '#ff7300' } });
    const named = [...said.matchAll(/color\.action \(.*passes is (#[0-9a-f]{6})/g)].map(
      ([, color]) => color,
    );
    assert.ok(named.length > 0);
    const results = [];
    for (const action of named)
      results.push(await makeTheme({ name: 'kunta', colors: { action } }));
    assert.ok(
      results.some(({ ok }) => ok),
      said,
    );
  });

  it('says everything that is wrong with the file at once', async () => {
    const { said } = await makeTheme({ name: 'Oma teema', colors: { primary: 'red' }, fonts: [] });
    for (const part of [/name: /, /colors\.action: /, /colors\.primary: /, /fonts: /])
      assert.match(said, part);
  });
});
