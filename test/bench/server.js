/** Serves one page at a time from memory, compressed and never cached, and notes what was asked for. */

import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '/': 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
};

const typeOf = (path) => TYPES[path] ?? TYPES[path.split('.').at(-1)] ?? TYPES.json;

const bodyOf = (content) =>
  typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content);

/** The files of a page as they go over the line. Compressed once, before anything is measured. */
export function packed(files) {
  return new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      { type: typeOf(path), body: gzipSync(bodyOf(content), { level: 9 }) },
    ]),
  );
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** @param ports - Tried one after the other. */
export async function startServer(ports) {
  let files = new Map();
  let asked = [];
  let missing = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = files.get(pathname);
    if (!file) {
      missing.push(pathname);
      response.writeHead(404).end();
      return;
    }
    asked.push({ path: pathname, bytes: file.body.length });
    response.writeHead(200, {
      'Content-Type': file.type,
      'Content-Encoding': 'gzip',
      'Content-Length': file.body.length,
      'Cache-Control': 'no-store',
    });
    response.end(file.body);
  });
  for (const port of ports) {
    try {
      await listen(server, port);
      break;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || port === ports.at(-1)) throw error;
    }
  }
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    /** Serves these files from now on, and forgets what was asked for. */
    serve(page) {
      files = page;
      asked = [];
      missing = [];
    },
    asked: () => asked,
    missing: () => missing,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
