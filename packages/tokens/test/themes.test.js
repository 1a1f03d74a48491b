import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { contrast, contrastProblems, PAIRS } from '../src/contrast.js';
import { readTokens } from '../src/read.js';
import { THEMES } from '../src/themes.js';

const PACKAGE = fileURLToPath(new URL('../', import.meta.url));
const MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const run = promisify(execFile);

/** The custom properties of one rule of a style sheet, as `{ 'color-text': '#1b2430' }`. */
function rule(css, selector) {
  const start = css.indexOf(`${selector} {`);
  assert.notEqual(start, -1, `no rule ${selector}`);
  const body = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...body.matchAll(/--puntari-([a-z0-9-]+): ([^;]+);/g)].map((match) => [match[1], match[2]]),
  );
}

describe('the token build', () => {
  let folder;
  let dist;

  // Built in a copy, so that a broken theme here never touches the real files.
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'puntari-tokens-'));
    await cp(join(PACKAGE, 'src'), join(folder, 'src'), { recursive: true });
    await cp(join(PACKAGE, 'build.js'), join(folder, 'build.js'));
    await cp(join(PACKAGE, 'package.json'), join(folder, 'package.json'));
    await symlink(MODULES, join(folder, 'node_modules'));
    await run(process.execPath, [join(folder, 'build.js')]);
    dist = join(folder, 'dist');
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const read = (name) => readFile(join(dist, name), 'utf8');

  const contents = async () => {
    const files = (await readdir(dist, { withFileTypes: true })).filter((file) => file.isFile());
    return Promise.all(files.map(({ name }) => read(name)));
  };

  /** Changes one token, builds, and gives what was said; the file is put back. */
  async function buildWith(name, change) {
    const file = join(folder, 'src', `${name}.tokens.json`);
    const original = await readFile(file, 'utf8');
    await writeFile(file, change(original));
    try {
      await run(process.execPath, [join(folder, 'build.js')]);
      return undefined;
    } catch (error) {
      return error.stderr;
    } finally {
      await writeFile(file, original);
    }
  }

  for (const theme of THEMES) {
    describe(`of the theme ${theme}`, () => {
      const part = `[data-puntari-theme="${theme}"]`;
      const light = `${part} :where(:is([data-puntari-scheme="light"], [data-puntari-scheme="auto"]))`;
      const dark = `${part} :where([data-puntari-scheme="dark"])`;
      const auto = `${part} :where([data-puntari-scheme="auto"])`;

      it('gives colors that pass when the style sheet is read back', async () => {
        const css = await read(`${theme}.css`);
        for (const [scheme, selector] of [
          ['light', light],
          ['dark', dark],
        ]) {
          const values = rule(css, selector);
          assert.deepEqual(
            contrastProblems(theme, scheme, (name) => values[`color-${name}`]),
            [],
          );
          assert.equal(values['color-scheme'], scheme);
        }
      });

      it('sets the same colors in every scheme, so that none is left over from another', async () => {
        const css = await read(`${theme}.css`);
        const byDevice = rule(css.slice(css.indexOf('@media')), auto);
        assert.deepEqual(Object.keys(rule(css, dark)), Object.keys(rule(css, light)));
        assert.deepEqual(byDevice, rule(css, dark));
      });

      it('goes dark by the device only where the page has said "auto"', async () => {
        const css = await read(`${theme}.css`);
        const media = css.slice(css.indexOf('@media (prefers-color-scheme: dark)'));
        const [, selectors] = /\{([^{]*)\{/.exec(media);
        for (const selector of selectors.split(/,\n/))
          assert.match(selector, /scheme="auto"\]\)?\s*$/);
      });

      it('is light on paper, also where the page is dark', async () => {
        for (const file of [`${theme}.css`, `${theme}.more.css`]) {
          const printed = (await read(file)).replaceAll(
            /^( *)@media screen \{[\s\S]*?\n\1\}/gm,
            '',
          );
          assert.match(printed, /--puntari-color-/);
          assert.doesNotMatch(printed, /scheme="dark"|color-scheme: dark/);
        }
      });

      describe('where more contrast is asked for', () => {
        const marked = `${part}:is([data-puntari-theme])`;
        const MORE = '@media (prefers-contrast: more) {';

        /** What holds by the theme, by the device of a reader; and on a page that links the sheet for it. */
        const variants = {
          'by the device': async () => {
            const css = await read(`${theme}.css`);
            return { more: css.slice(css.indexOf(MORE)), light, dark, auto };
          },
          'by the page': async () => ({
            more: await read(`${theme}.more.css`),
            light: `${marked} :is([data-puntari-scheme="light"], [data-puntari-scheme="auto"])`,
            dark: `${marked} [data-puntari-scheme="dark"]`,
            auto: `${marked} [data-puntari-scheme="auto"]`,
          }),
        };

        for (const [way, readMore] of Object.entries(variants)) {
          it(`${way}, gives colors of 7:1 in every scheme, and none is left over from another`, async () => {
            const css = await read(`${theme}.css`);
            const { more, ...places } = await readMore();
            const inLight = rule(more, places.light);
            const inDark = rule(more, places.dark);
            const onDevice = rule(more.slice(more.lastIndexOf('@media')), places.auto);
            assert.deepEqual(Object.keys(inDark), Object.keys(inLight));
            assert.deepEqual(onDevice, inDark);
            for (const values of [
              { ...rule(css, light), ...inLight },
              { ...rule(css, dark), ...inDark },
            ]) {
              for (const { front, back } of PAIRS.filter(({ needed }) => needed === 4.5)) {
                const ratio = contrast(values[`color-${front}`], values[`color-${back}`]);
                assert.ok(ratio >= 7, `${front} on ${back}: ${String(ratio)}`);
              }
            }
          });
        }

        it('lets no page wait for a further sheet', async () => {
          assert.doesNotMatch(await read(`${theme}.css`), /@import/);
        });
      });

      it('gives design tools a file of each scheme, with the same colors', async () => {
        const css = await read(`${theme}.css`);
        for (const [scheme, selector] of [
          ['light', light],
          ['dark', dark],
        ]) {
          const file = await read(`design/${theme}.${scheme}.tokens.json`);
          const tokens = await readTokens([{ file: theme, text: file }]);
          const colors = Object.entries(rule(css, selector)).filter(
            ([name]) => name !== 'color-scheme',
          );
          assert.deepEqual(
            Object.fromEntries(colors.map(([name]) => [name, tokens.get(name)?.css])),
            Object.fromEntries(colors),
          );
        }
      });

      it('knows no unit of the page or the window', async () => {
        assert.doesNotMatch(await read(`${theme}.css`), /\d(rem|v[wh]|s?v(min|max))\b/);
      });

      it('leaves the room for fixed bars to the page', async () => {
        assert.doesNotMatch(await read(`${theme}.css`), /--puntari-sticky/);
      });
    });
  }

  it('gives every name of the style sheet a fallback, with the neutral light value', async () => {
    const { defaults } = await import(join(dist, 'defaults.js'));
    const css = await read('neutral.css');
    const light = ':where(:is([data-puntari-scheme="light"], [data-puntari-scheme="auto"]))';
    const part = '[data-puntari-theme="neutral"]';
    const inSheet = { ...rule(css, part), ...rule(css, `${part} ${light}`) };
    const { 'sticky-top': top, 'sticky-bottom': bottom, ...others } = defaults;
    // A part that follows a role is not set by the theme.
    const inWidget = Object.entries(others).map(([name, value]) => [
      name,
      value.startsWith('var(') ? 'initial' : value,
    ]);
    assert.deepEqual(Object.fromEntries(inWidget), inSheet);
    assert.deepEqual([top, bottom], ['0px', '0px']);
  });

  it('gives the names as a type', async () => {
    const { defaults } = await import(join(dist, 'defaults.js'));
    const types = await read('defaults.d.ts');
    const names = [...types.matchAll(/\| '([^']+)'/g)].map((match) => match[1]);
    assert.deepEqual(names, Object.keys(defaults));
  });

  describe('of a theme that is too faint', () => {
    it('fails, says what is too faint and by how much, and writes nothing', async () => {
      const built = await contents();

      const said = await buildWith('espoo', (text) =>
        text
          .replace('[0.3098, 0.3098, 0.3098]', '[0.6, 0.6, 0.6]')
          .replace('"#4f4f4f"', '"#999999"'),
      );

      assert.match(
        said,
        /espoo, light: color\.text-muted \(#999999\) on color\.background \(#ffffff\) has a contrast of 2\.84:1, needs 4\.5:1/,
      );
      assert.deepEqual(await contents(), built);
    });
  });

  describe('of a theme with a mistake', () => {
    it('names the file and the token of an alias that leads nowhere', async () => {
      const said = await buildWith('keusote.dark', (text) =>
        text.replace('{palette.sun}', '{palette.moon}'),
      );
      assert.match(said, /keusote\.dark\.tokens\.json: Could not resolve alias \{palette\.moon\}/);
    });

    it('names the file that is not JSON', async () => {
      const said = await buildWith('espoo', (text) => `${text},`);
      assert.match(said, /packages\/tokens\/src\/espoo\.tokens\.json: .*JSON/);
    });

    it('refuses a name that no widget reads', async () => {
      const said = await buildWith('espoo', (text) =>
        text.replace(
          '"small": {',
          '"tiny": { "$value": { "value": 1, "unit": "px" } }, "small": {',
        ),
      );
      assert.match(said, /radius-tiny: is not a token of the neutral theme/);
    });
  });
});

describe('the list of tokens', () => {
  it('is current, and says of each what it is for', async () => {
    const { tokenList } = await import('../list.js');
    const page = await readFile(new URL('../../../docs/tokens.md', import.meta.url), 'utf8');
    assert.equal(page, tokenList(), 'run node packages/tokens/list.js');
    assert.doesNotMatch(page, /\| *\| *`/, 'a token without a description');
  });
});
