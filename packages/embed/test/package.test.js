/** The package as it is installed: what can be imported, and that Node says nothing about it. */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const PACKAGE = fileURLToPath(new URL('../', import.meta.url));
const env = { ...process.env, NODE_OPTIONS: '' };

/** Runs a module as a server of a stranger would, and gives what it printed. */
function run(code) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', code],
    {
      cwd: PACKAGE,
      env,
      encoding: 'utf8',
    },
  );
  assert.equal(stderr, '');
  assert.equal(status, 0);
  return stdout.trim();
}

describe('the package in Node', () => {
  const classes = {
    'volunteer-form': 'VolunteerForm',
    'topic-card': 'TopicCard',
    'topic-list': 'TopicList',
    'statement-viewer': 'StatementViewer',
    'feedback-block': 'FeedbackBlock',
    'participation-level': 'ParticipationLevel',
    'process-timeline': 'ProcessTimeline',
    'panel-composition': 'PanelComposition',
    'topic-form': 'TopicForm',
  };
  for (const [name, className] of Object.entries(classes)) {
    it(`gives the class of ${name} without registering it`, () => {
      const code = `import { ${className} } from 'puntari/${name}/class';
        console.log(typeof ${className}, globalThis.customElements?.get('puntari-${name}'));`;
      assert.equal(run(code), 'function undefined');
    });

    it(`registers ${name} where a registry is`, () => {
      const code = `globalThis.customElements = new (class extends Map {
          define(tag, element) { this.set(tag, element); }
        })();
        await import('puntari/${name}');
        console.log(customElements.get('puntari-${name}').name);`;
      assert.equal(run(code), className);
    });
  }

  it('gives the loader, which waits for a page', () => {
    const code = `import { defineAll, observe } from 'puntari'; console.log(typeof defineAll, typeof observe);`;
    assert.equal(run(code), 'function function');
  });

  it('prints a widget on a server', () => {
    const code = `import { renderWidget } from 'puntari/server'; console.log(typeof renderWidget);`;
    assert.equal(run(code), 'function');
  });

  for (const framework of ['jsx', 'vue']) {
    it(`gives types for ${framework}, and nothing that runs`, () => {
      const code = `console.log(import.meta.resolve('puntari/${framework}'));`;
      assert.equal(readFileSync(fileURLToPath(run(code)), 'utf8').trim(), 'export {};');
    });
  }

  it('gives the themes', () => {
    const code = `console.log(import.meta.resolve('puntari/themes/espoo.css'));`;
    assert.match(readFileSync(fileURLToPath(run(code)), 'utf8'), /--puntari-/);
  });
});

describe('the package as it is published', () => {
  const packed = () => {
    const command = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const output = execFileSync('npm', command, {
      cwd: PACKAGE,
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(output)[0].files.map(({ path }) => path);
  };

  it('has every file it exports, and neither sources nor tests', () => {
    const { exports } = JSON.parse(readFileSync(`${PACKAGE}package.json`, 'utf8'));
    const files = packed();
    for (const target of Object.values(exports)) {
      for (const file of [target.types, target.default].filter(Boolean)) {
        assert.ok(files.includes(file.slice(2)), file);
      }
    }
    assert.deepEqual(
      files.filter((file) => /^(src|test|build)\/|\.test\.|tsbuildinfo/.test(file)),
      [],
    );
  });
});
