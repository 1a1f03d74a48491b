import type { FastifyReply } from 'fastify';

import { dispositionOf } from './file-name.js';
import type { StoredFile } from './store.js';

/** Hands out what strangers sent as a file, and in no other way: nothing in one is ever shown as a page of ours. */
export function sendFile(reply: FastifyReply, file: StoredFile): FastifyReply {
  const type = file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type;
  return reply
    .header('Cache-Control', 'no-store')
    .header('X-Content-Type-Options', 'nosniff')
    .header('Content-Security-Policy', "sandbox; default-src 'none'")
    .header('Cross-Origin-Resource-Policy', 'same-origin')
    .header('Content-Disposition', dispositionOf(file.name))
    .type(type)
    .send(file.data);
}
