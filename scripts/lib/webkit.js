/**
 * WebKit for the tests: WebKitWebDriver under an X server of its own.
 *
 * WebKitGTK has no headless mode, and its sandbox needs namespaces that containers refuse.
 */

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

import { findBrowsers } from './browsers.js';

const START_TIMEOUT = 20_000;

/** A port nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Xvfb writes the display it chose to a pipe, once it is ready. */
function startDisplay(xvfb) {
  const child = spawn(
    xvfb,
    ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      detached: true,
    },
  );
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Xvfb did not start in time.')), START_TIMEOUT);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}.`)));
    child.stdio[3].once('data', (data) => {
      clearTimeout(timer);
      resolve({ child, display: `:${String(data).trim()}` });
    });
  });
}

async function untilDriverAnswers(port) {
  const end = Date.now() + START_TIMEOUT;
  while (Date.now() < end) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/status`);
      if (answer.ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('WebKitWebDriver did not answer in time.');
}

/** Ends a process together with the browser processes that it started. */
function endGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

/** Starts display and driver. Both end with `stop()`, or at the latest with this process. */
export async function startWebKit() {
  const { xvfb, webkitDriver, miniBrowser } = findBrowsers();
  if (xvfb === undefined || webkitDriver === undefined || miniBrowser === undefined) {
    throw new Error('WebKit is not installed: run node scripts/ensure-browsers.js.');
  }
  const started = [];
  const stop = () => {
    for (const child of started.splice(0).reverse()) endGroup(child);
  };
  process.once('exit', stop);

  const { child, display } = await startDisplay(xvfb);
  started.push(child);
  const port = await freePort();
  const driver = spawn(webkitDriver, ['--host=127.0.0.1', `--port=${port}`], {
    env: {
      ...process.env,
      DISPLAY: display,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      GTK_A11Y: 'none',
      NO_AT_BRIDGE: '1',
    },
    stdio: 'ignore',
    detached: true,
  });
  started.push(driver);
  await untilDriverAnswers(port);
  return { port, miniBrowser, display, stop };
}
