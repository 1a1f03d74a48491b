import type { FastifyInstance } from 'fastify';

/**
 * Lets a server that stops end with its last answer. A browser keeps a connection open when it has its answer, and the
 * server would wait for it more than a minute, longer than any service manager waits for us.
 */
export function closeWithLastAnswer(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isClosing) reply.header('Connection', 'close');
    done(null, payload);
  });
}
