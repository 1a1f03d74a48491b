import type { FastifyInstance } from 'fastify';

import { Forwarder, type ForwarderOptions } from './forwarder.js';

/** How often the outbox is looked at: also a command of another process may have changed it. */
const TICK_MS = 1000;

/** Forwards for as long as the receiver runs. */
export function keepForwarding(app: FastifyInstance, options: ForwarderOptions): void {
  if (options.settings.size === 0) return;
  const forwarder = new Forwarder(options);
  app.addHook('onReady', (done) => {
    void forwarder.step();
    done();
  });
  const timer = setInterval(() => void forwarder.step(), TICK_MS);
  // Nothing that keeps a process alive.
  timer.unref();
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await forwarder.stop();
  });
}
