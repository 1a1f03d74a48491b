/** Form posts with files. Read as they come: of a file that is too large no more is held than says so. */
import type { Readable } from 'node:stream';

import { Busboy } from '@fastify/busboy';

import type { SentFile } from '../attachments/take.js';
import { HttpProblem } from '../http/problem.js';
import { decodeUtf8 } from '../utf8.js';
import { FormBody } from './form-body.js';

/** What a form may send without a script, all its files together: a server holds them until they are checked. */
const MAX_FILES_TOGETHER = 24_000_000;
const MAX_PARTS = 2000;
const FILES_FIELD = 'attachments';

interface Limits {
  /** Bytes of all texts together. */
  readonly texts: number;
  /** Bytes of one file. */
  readonly file: number;
}

interface Part {
  readonly field: string;
  /** Of a file; nothing for a text. */
  readonly fileName: string | undefined;
  readonly bytes: Buffer;
}

/** @throws HttpProblem - `malformed` when the bytes are not UTF-8. */
function textOf(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new HttpProblem('malformed');
  return text;
}

/** The parts of a body, each up to a limit and one byte more. */
function partsOf(payload: Readable, contentType: string, limits: Limits): Promise<Part[]> {
  return new Promise((resolve, reject) => {
    const parts: Part[] = [];
    let held = 0;
    const fail = (): void => {
      // What still comes is thrown away, so that the sender is there to hear the answer.
      payload.unpipe();
      payload.resume();
      reject(new HttpProblem('malformed'));
    };
    const reader = new Busboy({
      headers: { 'content-type': contentType },
      // Texts too come as bytes: they are not taken for letters before it is known that they are.
      isPartAFile: () => true,
      limits: { fileSize: Math.max(limits.file, limits.texts) + 1, parts: MAX_PARTS },
    });
    reader.on('file', (field, stream, fileName: string | undefined) => {
      const chunks: Buffer[] = [];
      const isKept = fileName === undefined || field === FILES_FIELD;
      stream.on('data', (chunk: Buffer) => {
        held += isKept ? chunk.length : 0;
        if (isKept && held <= MAX_FILES_TOGETHER + limits.texts) chunks.push(chunk);
      });
      stream.on('error', fail);
      stream.on('end', () => {
        if (isKept) parts.push({ field, fileName, bytes: Buffer.concat(chunks) });
      });
    });
    reader.on('partsLimit', fail);
    reader.on('error', fail);
    reader.on('finish', () => {
      if (held > MAX_FILES_TOGETHER + limits.texts) reject(new HttpProblem('too-large'));
      else resolve(parts);
    });
    payload.on('error', fail);
    payload.pipe(reader);
  });
}

/**
 * The fields and files of a form post.
 *
 * @throws HttpProblem - `malformed`, or `too-large` when even the texts are.
 */
export async function readMultipart(
  payload: Readable,
  contentType: string,
  limits: Limits,
): Promise<FormBody> {
  let parts: Part[];
  try {
    parts = await partsOf(payload, contentType, limits);
  } catch (error) {
    // A body without a boundary cannot be parted.
    throw error instanceof HttpProblem ? error : new HttpProblem('malformed');
  }
  const texts = parts.filter(({ fileName }) => fileName === undefined);
  const size = texts.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > limits.texts) throw new HttpProblem('too-large');
  const files = parts.flatMap(({ fileName, bytes }): SentFile[] =>
    // Where nothing was chosen a browser sends a file of no name and no bytes.
    fileName === undefined || (fileName === '' && bytes.length === 0)
      ? []
      : [{ name: fileName, bytes }],
  );
  return new FormBody(
    texts.map(({ field, bytes }) => [field, textOf(bytes)] as const),
    files,
  );
}
