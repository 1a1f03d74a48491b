import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { FieldValues } from '@puntari/contracts';

import { HttpProblem } from '../http/problem.js';

/** The fields of a form that a page posted without JavaScript. */
export class FormBody {
  readonly values: FieldValues;

  constructor(pairs: Iterable<readonly [string, string]>) {
    const values = new Map<string, string | string[]>();
    for (const [name, value] of pairs) {
      const before = values.get(name);
      if (before === undefined) values.set(name, value);
      else values.set(name, Array.isArray(before) ? [...before, value] : [before, value]);
    }
    this.values = Object.fromEntries(values);
  }

  /** Whether nothing was answered: at most what the page itself put in. */
  get isEmpty(): boolean {
    return Object.keys(this.values).every((name) => ['lang', 'subject', 'token'].includes(name));
  }

  text(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === 'string' ? value : value?.[0];
  }
}

async function parseMultipart(body: Buffer, contentType: string): Promise<FormBody> {
  const response = new Response(new Uint8Array(body), { headers: { 'content-type': contentType } });
  try {
    const form = await response.formData();
    // Files are not taken: no form of ours asks for one.
    return new FormBody(
      [...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    );
  } catch {
    throw new HttpProblem('malformed');
  }
}

/** Reads both kinds of form posts whole, so that the size limit of the server holds for them as for JSON. */
export function readForms(app: FastifyInstance): void {
  // Of the framework's own parsers only the one for JSON stays.
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      done(null, new FormBody(new URLSearchParams(body)));
    },
  );
  app.addContentTypeParser<Buffer>(
    /^multipart\/form-data/i,
    { parseAs: 'buffer' },
    (request: FastifyRequest, body: Buffer) =>
      parseMultipart(body, request.headers['content-type'] ?? ''),
  );
}
