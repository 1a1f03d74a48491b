import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

import { HttpProblem } from './problem.js';
import { addPageHeaders } from './security-headers.js';

const FULL_VERSION = /^\d+\.\d+\.\d+$/;
const IMMUTABLE = 'public, max-age=31536000, immutable';
/** An alias must follow a release within minutes. */
const ALIAS = 'public, max-age=300';

/** The pages of a folder, under the policy of the receiver. */
export function servePages(app: FastifyInstance, root: string, policy: string): void {
  void app.register(fastifyStatic, {
    root,
    prefix: '/',
    decorateReply: false,
    redirect: true,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders(reply) {
      addPageHeaders(reply, policy).header('Cache-Control', 'no-cache');
    },
  });
}

/** A built Storybook. It writes inline scripts and styles, so our policy would leave it blank. */
export function serveStorybook(app: FastifyInstance, root: string): void {
  void app.register(fastifyStatic, {
    root,
    // Without its slash, so that the address without it leads to the one with it.
    prefix: '/storybook',
    decorateReply: false,
    redirect: true,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders(reply) {
      reply.header('X-Content-Type-Options', 'nosniff').header('Cache-Control', 'no-cache');
    },
  });
}

const numbers = (version: string): number[] => version.split('.').map(Number);

const byVersion = (a: string, b: string): number => {
  const [left, right] = [numbers(a), numbers(b)];
  const place = left.findIndex((number, index) => number !== right[index]);
  return place === -1 ? 0 : (left[place] ?? 0) - (right[place] ?? 0);
};

/** The newest version that a path asks for: `0` and `0.1` mean the newest of theirs. */
export function resolveVersion(asked: string, versions: readonly string[]): string | undefined {
  if (FULL_VERSION.test(asked)) return versions.includes(asked) ? asked : undefined;
  return versions
    .filter((version) => version.startsWith(`${asked}.`))
    .sort(byVersion)
    .at(-1);
}

const versionsIn = (root: string): string[] =>
  readdirSync(root).filter((name) => FULL_VERSION.test(name));

/** The address of a file of the newest version that has it. */
export function addressOf(root: string, file: string): string | undefined {
  const version = versionsIn(root)
    .sort(byVersion)
    .findLast((name) => existsSync(join(root, name, file)));
  return version && `/puntari/${version}/${file}`;
}

/** The widgets' own files, for any page on any origin: a full version never changes, an alias follows the releases. */
export function serveCdn(app: FastifyInstance, root: string): void {
  // Sends only when asked: the routes below decide which folder an address means.
  void app.register(fastifyStatic, { root, serve: false, dotfiles: 'ignore', cacheControl: false });
  app.get('/puntari/:version/*', (request, reply): FastifyReply => {
    const { version, '*': file } = request.params as { version: string; '*': string };
    reply
      .header('Access-Control-Allow-Origin', '*')
      .header('Cross-Origin-Resource-Policy', 'cross-origin')
      .header('X-Content-Type-Options', 'nosniff');
    // Read at each request, so that a release needs no restart.
    const found = resolveVersion(version, versionsIn(root));
    if (found === undefined || file === '') throw new HttpProblem('not-found');
    reply.header('Cache-Control', found === version ? IMMUTABLE : ALIAS);
    return reply.sendFile(`${found}/${file}`);
  });
}
