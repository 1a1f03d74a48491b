import type { Readable } from 'node:stream';

import type { FastifyInstance, FastifyRequest } from 'fastify';

import { HttpProblem } from '../http/problem.js';
import { decodeUtf8 } from '../utf8.js';
import { FormBody } from './form-body.js';
import { readMultipart } from './multipart.js';

const MULTIPART = /^multipart\/form-data/i;
const CHARSET = /;\s*charset\s*=\s*"?([^\s";]*)/i;

/** @throws HttpProblem - `unsupported-type` when the sender says that it writes in something else than UTF-8. */
function demandUtf8(request: FastifyRequest): void {
  const [, charset = 'utf-8'] = CHARSET.exec(request.headers['content-type'] ?? '') ?? [];
  if (/^utf-?8$/i.test(charset)) return;
  throw new HttpProblem('unsupported-type', {
    detail: `charset: expected UTF-8, received "${charset}"`,
  });
}

/** @throws HttpProblem - `malformed` when the bytes are not UTF-8. */
function textOf(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes);
  if (text !== undefined) return text;
  throw new HttpProblem('malformed', {
    detail: 'The body: expected UTF-8, received another encoding',
  });
}

/** `%E4` is half a letter; the platform's own reader would put a question mark in its place. */
function demandWholeLetters(text: string): void {
  for (const [run] of text.matchAll(/(?:%[0-9a-f]{2})+/gi)) {
    textOf(Buffer.from(run.replaceAll('%', ''), 'hex'));
  }
}

function parseUrlEncoded(body: Buffer): FormBody {
  const text = textOf(body);
  demandWholeLetters(text);
  return new FormBody(new URLSearchParams(text));
}

/**
 * The platform's reader of multipart takes broken letters for question marks without a word. It is therefore given each
 * byte as a letter of its own, and what it finds is made bytes again. Files are left out: the forms that ask for some are
 * read by `readFormFiles`, and they need not be text.
 */
async function parseMultipart(body: Buffer, contentType: string): Promise<FormBody> {
  const bytesAsLetters = Buffer.from(body.toString('latin1'));
  const response = new Response(new Uint8Array(bytesAsLetters), {
    headers: { 'content-type': contentType },
  });
  const form = await response.formData().catch(() => undefined);
  if (form === undefined) throw new HttpProblem('malformed');
  const lettersOf = (text: string): string => textOf(Buffer.from(text, 'latin1'));
  return new FormBody(
    [...form]
      .filter((pair): pair is [string, string] => typeof pair[1] === 'string')
      .map(([name, value]) => [lettersOf(name), lettersOf(value)] as const),
  );
}

/** Reads form posts with files in the place of those without. */
export function readFormFiles(
  app: FastifyInstance,
  limits: { readonly texts: number; readonly file: number },
): void {
  app.removeContentTypeParser(MULTIPART);
  app.addContentTypeParser(MULTIPART, async (request: FastifyRequest, payload: Readable) => {
    demandUtf8(request);
    return readMultipart(payload, request.headers['content-type'] ?? '', limits);
  });
}

/** Reads tables too, as text. */
export function readCsvBodies(app: FastifyInstance): void {
  app.addContentTypeParser<Buffer>(
    'text/csv',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      demandUtf8(request);
      return Promise.resolve(textOf(body));
    },
  );
}

/** Reads JSON and both kinds of form posts whole, so that one limit of size and one of letters holds for all. */
export function readBodies(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      demandUtf8(request);
      const text = textOf(body);
      return new Promise((resolve, reject) => {
        void parseJson(request, text, (error, data) => {
          if (error) reject(error);
          else resolve(data);
        });
      });
    },
  );
  app.addContentTypeParser<Buffer>(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      demandUtf8(request);
      return Promise.resolve(parseUrlEncoded(body));
    },
  );
  app.addContentTypeParser<Buffer>(
    MULTIPART,
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      demandUtf8(request);
      return parseMultipart(body, request.headers['content-type'] ?? '');
    },
  );
}
