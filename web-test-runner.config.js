/**
 * Browser tests. The engine is chosen by ENGINE=chromium|firefox|webkit (Chromium unless set),
 * a part by `--group <folder>`: `npm run test:unit -- --group topic-card`.
 */

import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import * as puppeteer from 'puppeteer-core';

import { CHROMIUM_ARGUMENTS, findBrowsers, usableEngines } from './scripts/lib/browsers.js';
import { fromRoot, ROOT, shown } from './scripts/lib/paths.js';
import { browserSweeps, unitTestsFor } from './scripts/lib/test-files.js';
import {
  keysPlugin,
  markupPlugin,
  mediaFeaturesPlugin,
  setupPlugin,
  themesPlugin,
} from './scripts/lib/test-runner-plugins.js';
import { startWebKit } from './scripts/lib/webkit.js';

const engine = process.env['ENGINE'] ?? 'chromium';
const full = process.env['FULL'] === '1';
const part = process.env['TESTS'] ?? 'unit';

const launchers = {
  chromium: () =>
    chromeLauncher({
      launchOptions: { executablePath: findBrowsers().chromium, args: CHROMIUM_ARGUMENTS },
    }),
  firefox: () =>
    chromeLauncher({
      puppeteer,
      launchOptions: { browser: 'firefox', executablePath: findBrowsers().firefox },
    }),
  webkit: async () => {
    const { port, miniBrowser, stop } = await startWebKit();
    const launcher = webdriverLauncher({
      automationProtocol: 'webdriver',
      hostname: '127.0.0.1',
      port,
      path: '/',
      capabilities: {
        browserName: 'MiniBrowser',
        // BiDi is tried first otherwise, and never answers.
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
      },
    });
    const stopLauncher = launcher.stop.bind(launcher);
    launcher.stop = async () => {
      await stopLauncher();
      stop();
    };
    return launcher;
  },
};

if (!(engine in launchers)) {
  throw new Error(`ENGINE is "${engine}"; it can be ${Object.keys(launchers).join(', ')}.`);
}
if (!usableEngines().includes(engine)) {
  throw new Error(`${engine} is not installed: run node scripts/ensure-browsers.js.`);
}

/** Without this a run that is told to stop would leave the display and the driver behind. */
process.once('SIGTERM', () => process.exit(143));

/** A group for each folder of core and widgets, and one for each other package. */
function groups() {
  const files = unitTestsFor(engine, { full: true }).map(shown);
  const folders = new Map();
  for (const file of files) {
    const [, packageName = 'test', folder = ''] =
      /^packages\/([^/]+)\/src\/(?:([^/]+)\/)?/.exec(file) ?? [];
    for (const name of new Set([packageName, folder].filter((part) => part !== ''))) {
      folders.set(name, [...(folders.get(name) ?? []), file]);
    }
  }
  for (const sweep of browserSweeps().map(shown)) {
    folders.set(sweep.replace(/^test\/|\.test\.\w+$/g, ''), [sweep]);
  }
  return [...folders].map(([name, groupFiles]) => ({ name, files: groupFiles }));
}

const named = process.argv.some((argument) => /^--groups?(=|$)/.test(argument));
const files = (part === 'sweeps' ? browserSweeps() : unitTestsFor(engine, { full })).map(shown);

export default {
  rootDir: ROOT,
  ...(named ? { groups: groups() } : { files }),
  browsers: [await launchers[engine]()],
  // A browser gives the keyboard and animation frames to one page only.
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  // Ten thousand ways through a form take their time.
  testsFinishTimeout: full ? 3_600_000 : 600_000,
  // The conditions under which the packages offer their sources, and Lit its warnings.
  nodeResolve: { exportConditions: ['source', 'development', 'browser'] },
  plugins: [
    setupPlugin(),
    esbuildPlugin({ ts: true, target: 'esnext', tsconfig: fromRoot('tsconfig.base.json') }),
    keysPlugin(),
    mediaFeaturesPlugin(),
    themesPlugin(),
    markupPlugin({ keep: full && part === 'sweeps' && engine === 'chromium' }),
    a11ySnapshotPlugin(),
  ],
  // Generous, because two cores may be busy with something else.
  testFramework: { config: { timeout: 30_000 } },
  testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="fi">
  <head>
    <meta charset="utf-8" />
    <title>Puntari</title>
    <script>
      globalThis.litIssuedWarnings = new Set(['dev-mode']);
      globalThis.puntariEngine = '${engine}';
      globalThis.puntariFull = ${String(full)};
    </script>
    <script type="module" src="${testFramework}"></script>
  </head>
  <body></body>
</html>`,
  reporters: [defaultReporter()],
};
