/** A site of somebody else: pages and files of our making, on an origin of their own. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

interface Answer {
  readonly body: string;
  readonly type: string;
}

export class Site {
  readonly #answers = new Map<string, Answer>();
  readonly #server: Server;
  #folder: string | undefined;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(): Promise<Site> {
    const server = createServer();
    const site = new Site(server);
    server.on('request', (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const answer = site.#answers.get(pathname);
      const file = site.#fileOf(pathname);
      const headers = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache' };
      if (answer)
        response.writeHead(200, { ...headers, 'Content-Type': answer.type }).end(answer.body);
      else if (file) {
        const type = TYPES[extname(file)] ?? 'application/octet-stream';
        createReadStream(file).pipe(response.writeHead(200, { ...headers, 'Content-Type': type }));
      } else response.writeHead(pathname === '/favicon.ico' ? 204 : 404, headers).end();
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return site;
  }

  get origin(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${String(port)}`;
  }

  /** Puts a page at a path and returns its address. */
  putPage(path: string, body: string, head = ''): string {
    const page = `<!doctype html>
<html lang="fi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Sivu</title>${head}</head>
<body>${body}</body>
</html>`;
    this.#answers.set(path, { body: page, type: 'text/html; charset=utf-8' });
    return this.origin + path;
  }

  /** Puts anything that is asked for as JSON at a path. */
  putJson(path: string, body: string): string {
    this.#answers.set(path, { body, type: 'application/json' });
    return this.origin + path;
  }

  /** Serves the files of a folder. */
  serve(folder: string): void {
    this.#folder = folder;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.closeAllConnections();
      this.#server.close(() => {
        resolve();
      });
    });
  }

  #fileOf(pathname: string): string | undefined {
    if (this.#folder === undefined) return undefined;
    const file = normalize(join(this.#folder, pathname));
    const isThere = file.startsWith(this.#folder) && existsSync(file) && statSync(file).isFile();
    return isThere ? file : undefined;
  }
}
