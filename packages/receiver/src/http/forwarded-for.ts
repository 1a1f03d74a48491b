import type { FastifyInstance } from 'fastify';

const WITH_PORT = /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/;
const IN_BRACKETS = /^\[([0-9a-f:.]+)\](?::\d{1,5})?$/i;

const addressIn = (hop: string): string =>
  WITH_PORT.exec(hop)?.[1] ?? IN_BRACKETS.exec(hop)?.[1] ?? hop;

/**
 * Reads `X-Forwarded-For` as some proxies write it, Azure's among them: with the port behind the address, and an address of
 * IPv6 in brackets. With its port an address is another one at each connection, and no limit of tries would ever be reached.
 */
export function readForwardedFor(app: FastifyInstance): void {
  app.addHook('onRequest', ({ raw: { headers } }, _reply, done) => {
    const header = headers['x-forwarded-for'];
    if (typeof header === 'string') {
      const hops = header.split(',').map((hop) => addressIn(hop.trim()));
      headers['x-forwarded-for'] = hops.join(', ');
    }
    done();
  });
}
