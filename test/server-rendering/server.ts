/** A small server for pages that are printed on a server, under the policy of a strict host. */
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

import { publishedAt } from '../../stories/support/network.js';

const CDN = fileURLToPath(new URL('../../packages/embed/dist/cdn', import.meta.url));

/** Strict, but for the style attributes with which stories set their own stage. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; connect-src 'self'; img-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html puntari";

/** Where the stories' forms ask whether they are open. */
export const STATUS_PATH = '/story-action';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** The folder of the version that was built. */
export function builtFolder(): string {
  const versions = existsSync(CDN)
    ? readdirSync(CDN).filter((name) => statSync(join(CDN, name)).isDirectory())
    : [];
  const [version] = versions;
  if (version === undefined)
    throw new Error(`Nothing is built in ${CDN}: run npm run build first.`);
  return join(CDN, version);
}

export interface Pages {
  readonly origin: string;
  /** Puts a page, or a script of a page, at an address. */
  put(path: string, text: string): void;
  /** Puts the beginning of a page at an address: the line breaks down after it. */
  putBeginning(path: string, html: string): void;
  close(): Promise<void>;
}

export async function servePages(): Promise<Pages> {
  const folder = builtFolder();
  const pages = new Map<string, string>();
  const beginnings = new Set<string>();
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const page = pages.get(pathname);
    if (page !== undefined) {
      response.writeHead(200, {
        'Content-Type': TYPES[extname(pathname)] ?? 'text/html; charset=utf-8',
        'Content-Security-Policy': POLICY,
      });
      if (beginnings.has(pathname)) response.write(page);
      else response.end(page);
      return;
    }
    if (pathname === STATUS_PATH) {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      // No word of open or closed: what the story's record says holds.
      response.end('{}');
      return;
    }
    const record = publishedAt(pathname);
    if (record !== undefined) {
      // Also one that is not there: that it says so on the console is a browser's own.
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(record);
      return;
    }
    const file = normalize(join(folder, pathname.replace('/puntari/', '/')));
    if (!pathname.startsWith('/puntari/') || !file.startsWith(folder) || !existsSync(file)) {
      // An icon that nobody asked for is no finding.
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    put: (path, text) => void pages.set(path, text),
    putBeginning: (path, html) => {
      pages.set(path, html);
      beginnings.add(path);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
