import type { Socket } from 'node:net';

import type { FastifyInstance } from 'fastify';

/** Service managers of containers wait ten seconds and then kill; the database is to be closed before that. */
const PATIENCE_MS = 8_000;

/**
 * Lets a server that stops end with its last answer.
 *
 * A browser keeps a connection open when it has its answer, and opens others that it may never need. Node closes only
 * those that have had an answer, and from then on no longer looks for requests that never end: one browser with a
 * connection to spare would hold the server for as long as it is open.
 *
 * @param patience - How long, in milliseconds, a request that has begun may take to end.
 */
export function closeWithLastAnswer(app: FastifyInstance, patience = PATIENCE_MS): void {
  const connections = new Set<Socket>();
  let isClosing = false;
  app.server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  app.addHook('preClose', (done) => {
    isClosing = true;
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
    const end = setTimeout(() => {
      app.server.closeAllConnections();
    }, patience);
    app.server.once('close', () => {
      clearTimeout(end);
    });
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isClosing) reply.header('Connection', 'close');
    done(null, payload);
  });
}
