/** Where the browsers stand on this machine. Nothing is installed here; `ensure-browsers.js` does that. */

import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The full path of a program on PATH, or undefined. */
export function which(program) {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    if (folder === '') continue;
    const path = join(folder, program);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/** A path given by the environment counts only where something stands. */
function given(variable) {
  const path = process.env[variable];
  return path !== undefined && existsSync(path) ? path : undefined;
}

const first = (...programs) => programs.map(which).find((path) => path !== undefined);

/** MiniBrowser stands outside PATH, in a folder named by the architecture and the API version. */
function findMiniBrowser() {
  for (const root of ['/usr/lib', '/usr/libexec']) {
    if (!existsSync(root)) continue;
    const folders = readdirSync(root).filter((name) => /-linux-gnu|^webkit2gtk/.test(name));
    for (const folder of folders) {
      const inside = /^webkit2gtk/.test(folder)
        ? [folder]
        : readdirSync(join(root, folder))
            .filter((name) => /^webkit(2)?gtk-/.test(name))
            .map((name) => join(folder, name));
      for (const candidate of inside.sort().reverse()) {
        const path = join(root, candidate, 'MiniBrowser');
        if (existsSync(path)) return path;
      }
    }
  }
  return undefined;
}

/** Paths of everything the tests start; a path is undefined where the program is missing. */
export function findBrowsers() {
  return {
    chromium:
      given('CHROME_PATH') ??
      first('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'),
    firefox: given('FIREFOX_PATH') ?? first('firefox-esr', 'firefox'),
    webkitDriver: first('WebKitWebDriver'),
    miniBrowser: findMiniBrowser(),
    xvfb: first('Xvfb'),
    xauth: first('xauth'),
  };
}

/** The engines that the tests can run in, given what was found. */
export function usableEngines(found = findBrowsers()) {
  const engines = [];
  if (found.chromium !== undefined) engines.push('chromium');
  if (found.firefox !== undefined) engines.push('firefox');
  if (
    found.webkitDriver !== undefined &&
    found.miniBrowser !== undefined &&
    found.xvfb !== undefined
  ) {
    engines.push('webkit');
  }
  return engines;
}

/** Chromium as it has to be started in a container, quiet and without its own network traffic. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
