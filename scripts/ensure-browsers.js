/**
 * Makes sure that the three browsers of the tests are on this machine.
 *
 * As root on Debian it installs what is missing; anywhere else it names the packages and goes on
 * with the browsers that are there. Does nothing where all are found.
 */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

import { findBrowsers, usableEngines, which } from './lib/browsers.js';
import { yellow } from './lib/terminal.js';

const PACKAGE_OF = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
  webkitDriver: 'webkit2gtk-driver',
  miniBrowser: 'webkit2gtk-driver',
  xvfb: 'xvfb',
  xauth: 'xauth',
};

/** Without these, letters outside Latin are boxes, and measured widths differ between machines. */
const FONT_PACKAGES = { 'fonts-dejavu': 'dejavu', 'fonts-noto-core': 'noto' };

function missingPackages(found) {
  const packages = Object.entries(PACKAGE_OF)
    .filter(([name]) => found[name] === undefined)
    .map(([, packageName]) => packageName);
  for (const [packageName, folder] of Object.entries(FONT_PACKAGES)) {
    if (!existsSync(`/usr/share/fonts/truetype/${folder}`)) packages.push(packageName);
  }
  return [...new Set(packages)];
}

const isRootOnDebian = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && which('apt-get') !== undefined;

function runApt(commandArguments) {
  const result = spawnSync('apt-get', commandArguments, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { ok: result.status === 0, output: `${result.stdout ?? ''}${result.stderr ?? ''}` };
}

/** Mirrors are sometimes caught between two states; one more try is enough to tell that apart. */
function install(packages) {
  const commandArguments = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const update = runApt(['update', '-qq']);
    const result = runApt(commandArguments);
    if (result.ok) return true;
    if (attempt === 2) {
      process.stderr.write(`apt-get ${commandArguments.join(' ')} failed:\n`);
      process.stderr.write(
        `${(update.output + result.output).trim().split('\n').slice(-15).join('\n')}\n`,
      );
    }
  }
  return false;
}

/** Installs what is missing where that is possible. Returns the engines that can be tested in. */
export function ensureBrowsers({ log = console.log } = {}) {
  let found = findBrowsers();
  const missing = missingPackages(found);
  if (missing.length > 0 && isRootOnDebian()) {
    log(`Installing ${missing.join(', ')} …`);
    install(missing);
    found = findBrowsers();
  }
  const left = missingPackages(found);
  const engines = usableEngines(found);
  if (left.length > 0) {
    log(yellow(`Missing on this machine: ${left.join(', ')}.`));
    log(`  Debian or Ubuntu: sudo apt-get install --no-install-recommends ${left.join(' ')}`);
    log('  Elsewhere: install Chromium and Firefox, or set CHROME_PATH and FIREFOX_PATH.');
  }
  log(engines.length > 0 ? `Browsers: ${engines.join(', ')}.` : 'No browser was found.');
  return { engines, found, missing: left };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { engines } = ensureBrowsers();
  process.exitCode = engines.length > 0 ? 0 : 1;
}
