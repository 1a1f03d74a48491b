import type { FeedbackAttachment, FeedbackChannel, FieldError } from '@puntari/contracts';

import type { Db } from '../database/database.js';
import { HttpProblem } from '../http/problem.js';
import { fileName } from './file-name.js';
import { cleanFile } from './file-types.js';
import { FileRefusal } from './refusal.js';
import { senderOf } from './sender.js';
import { keepFile } from './store.js';

export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Sending {
  readonly key: string;
  /** The address that it comes from. */
  readonly ip: string;
  readonly now: Date;
}

const POINTER = '/attachments';

export const tooLargeFile = (max: number, name?: string): FieldError => ({
  pointer: POINTER,
  code: 'tooLarge',
  params: { max, ...(name === undefined ? {} : { name }) },
});

/**
 * Checks a file, frees it from what it tells of its maker, and keeps it.
 *
 * @throws HttpProblem - `invalid` with what is wrong; `too-large`; `rate-limited`.
 */
export async function takeFile(
  db: Db,
  channel: FeedbackChannel,
  { name, bytes }: SentFile,
  { key, ip, now }: Sending,
): Promise<FeedbackAttachment> {
  const { attachments } = channel;
  if (!attachments) throw new HttpProblem('no-attachments');
  const { maxSize, types } = attachments;
  if (bytes.length > maxSize) {
    throw new HttpProblem('too-large', { errors: [tooLargeFile(maxSize)] });
  }
  try {
    const clean = cleanFile(bytes, types);
    const file = { channelId: channel.id, key, now, sender: senderOf(ip), ...clean };
    return await keepFile(db, { ...file, name: fileName(name, clean.type) });
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    const params = error.code === 'wrongType' ? { params: { types: types.join(', ') } } : {};
    throw new HttpProblem('invalid', {
      errors: [{ pointer: POINTER, code: error.code, ...params }],
    });
  }
}
