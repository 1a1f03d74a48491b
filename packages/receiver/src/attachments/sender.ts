import { createHmac, randomBytes } from 'node:crypto';

import { networkOf } from '../http/tries.js';

/** Of this run of the program and nowhere written: from the database nobody finds out who sent a file. */
const KEY = randomBytes(32);

/** The network that a file comes from, as what can be compared and says nothing else. */
export const senderOf = (ip: string): string =>
  createHmac('sha256', KEY).update(networkOf(ip)).digest('base64url');
