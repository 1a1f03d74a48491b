/** Every document: its links lead somewhere, its commands and paths exist, its HTML is right. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { HtmlValidate } from 'html-validate';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SKIP = /(^|\/)(node_modules|dist|var|storybook-static|coverage|\.[^/]+)(\/|$)/;

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.md') && !SKIP.test(file))
  .sort();

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Without blocks of code, in which brackets are no links and `#` starts no heading. */
const prose = (text: string): string => text.replaceAll(/^```[^\n]*\n[\s\S]*?^```$/gm, '');

/** The names by which headings are linked to, as the hosts of repositories make them. */
function anchorsOf(text: string): Set<string> {
  const headings = [...prose(text).matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) =>
    heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return new Set(headings);
}

function problemOfLink(file: string, link: string): string | undefined {
  if (/^[a-z]+:/.test(link)) return undefined;
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? join(ROOT, file) : resolve(ROOT, dirname(file), path);
  if (relative(ROOT, target).startsWith('..')) return `${link} leads out of the repository`;
  if (!existsSync(target)) return `${link} leads nowhere`;
  if (anchor === undefined || !target.endsWith('.md')) return undefined;
  const has = anchorsOf(readFileSync(target, 'utf8')).has(anchor);
  return has ? undefined : `${link}: there is no such heading`;
}

const linksIn = (text: string): string[] =>
  [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);

/** Paths from the root as they are written in code; those with a placeholder or a star are patterns. */
const pathsIn = (text: string): string[] =>
  [
    ...text.matchAll(
      /(?<![\w./-])((?:packages|test|scripts|stories|docs|demo|\.storybook|\.ci)\/[\w./-]+\w)(?![\w*<{/-])/g,
    ),
  ]
    .map(([, path = '']) => path)
    .filter((path) => !/(^|\/)dist(\/|$)/.test(path));

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Prettier writes HTML in the other style.
    'doctype-style': 'off',
    'void-style': 'off',
    // The samples show a form as a page would write it by hand.
    'no-implicit-button-type': 'off',
  },
});

const htmlIn = (text: string): string[] =>
  [...text.matchAll(/^```html\n([\s\S]*?)^```$/gm)].map(([, html = '']) => html);

async function problemsOfHtml(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, message, ruleId }) => `line ${String(line)}: ${message} (${ruleId})`),
  );
}

describe('a document', () => {
  it('is found at all', () => {
    for (const file of ['README.md', 'CONTRIBUTING.md', 'docs/README.md']) {
      assert.ok(files.includes(file), file);
    }
  });

  for (const file of files) {
    const text = read(file);

    it(`${file} has links that lead somewhere`, () => {
      const problems = linksIn(text).map((link) => problemOfLink(file, link));
      assert.deepEqual(
        problems.filter((problem) => problem !== undefined),
        [],
      );
    });

    it(`${file} names commands and files that exist`, () => {
      const commands = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = '']) => name);
      assert.deepEqual(
        commands.filter((name) => !(name in scripts)),
        [],
        'npm run',
      );
      assert.deepEqual(
        pathsIn(text).filter((path) => !existsSync(join(ROOT, path))),
        [],
        'paths',
      );
    });

    for (const [index, html] of htmlIn(text).entries()) {
      it(`${file} has HTML that is right (${String(index + 1)})`, async () => {
        assert.deepEqual(await problemsOfHtml(html), []);
      });
    }
  }
});

describe('docs/README.md', () => {
  it('leads to every page of the handbook', () => {
    const linked = linksIn(read('docs/README.md')).map((link) => join('docs', link));
    const pages = files.filter((file) => /^docs\/(contributing\/)?[^/]+\.md$/.test(file));
    const missing = pages.filter((page) => page !== 'docs/README.md' && !linked.includes(page));
    assert.deepEqual(missing, []);
  });
});

describe('docs/decisions/README.md', () => {
  it('lists every decision', () => {
    const linked = linksIn(read('docs/decisions/README.md')).map(
      (link) => `docs/decisions/${link}`,
    );
    const decisions = files.filter((file) => /^docs\/decisions\/\d/.test(file));
    assert.deepEqual(
      decisions.filter((file) => !linked.includes(file)),
      [],
    );
  });

  for (const file of files.filter((name) => /^docs\/decisions\/\d/.test(name))) {
    it(`${file} says where it stands, why, what and at what cost`, () => {
      const headings = [...read(file).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
      assert.deepEqual(headings, ['Status', 'Context', 'Decision', 'Consequences']);
    });
  }
});

/** What an example makes itself. */
const MADE = ['rantaraitti'];

describe('an example of HTTP', () => {
  it('names records that the demo has, so that it can be given as it stands', () => {
    const commands = [...read('docs/http.md').matchAll(/^```sh\n([\s\S]*?)^```$/gm)];
    const named = commands.flatMap(([, command = '']) => [
      ...command.matchAll(/example\.fi\S*?\/(panels|statements|topics|feedback)\/([a-z\d-]+)/g),
    ]);
    const missing = named
      .filter(([, , id = '']) => !MADE.includes(id))
      .map(([, kind = '', id = '']) => `demo/content/${kind}/${id}.json`)
      .filter((file) => !existsSync(join(ROOT, file)));
    assert.ok(named.length > 5);
    assert.deepEqual(missing, []);
  });
});
