import type { FastifyReply, FastifyRequest } from 'fastify';

import { fallbackChain, type Panel } from '@puntari/contracts';

import { languageOf } from '../http/negotiate.js';
import { SPOKEN_LANGUAGES } from '../pages/words.js';
import { FormBody } from './form-body.js';
import type { Managed } from './managing.js';

/** One registration, seen by whoever has its private link. */
export interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly own: Managed;
  readonly panel: Panel | undefined;
  readonly path: string;
  readonly lang: string;
}

/** The nearest language that has words here; nothing for one that has none at all. */
function spokenOf(signedUpIn: string | undefined): string | undefined {
  const [primary = ''] = signedUpIn?.split('-') ?? [];
  return fallbackChain(signedUpIn ?? '')
    .filter((tag) => tag.split('-')[0] === primary)
    .find((tag) => (SPOKEN_LANGUAGES as readonly string[]).includes(tag));
}

/** What the person asks for, or else the language they signed up in, which a link by itself does not tell. */
export function languageOfVisit(request: FastifyRequest, { submission }: Managed): string {
  const field = request.body instanceof FormBody ? request.body.text('lang') : undefined;
  const { lang: asked } = request.query as { readonly lang?: unknown };
  return languageOf(request, SPOKEN_LANGUAGES, field ?? asked ?? spokenOf(submission?.lang));
}
