/** What the pages of officers have in common: who is asked for a name, and which forms are ours. */
import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';

import { languageOf, spokenLanguage } from '../http/negotiate.js';
import { ASK_FOR_NAME, nameOfOperator } from '../http/operator.js';
import { addPageHeaders } from '../http/security-headers.js';
import { OFFICIAL_LANGUAGES } from '../pages/words.js';
import { FormBody } from '../submissions/form-body.js';
import { createToken, tokenAge } from '../submissions/token.js';
import { renderSignInPage } from './frame.js';

/** A working day: an answer is written between meetings. */
const FORM_SECONDS = 12 * 60 * 60;

interface DeskContext {
  readonly policy: string;
  readonly secret: string;
  readonly operatorToken: string | undefined;
  readonly limitTries: RouteShorthandOptions['config'];
  now(): Date;
}

/** The browser asks for name and token; the name goes with whatever is recorded. */
export class Desk {
  readonly #context: DeskContext;

  constructor(context: DeskContext) {
    this.#context = context;
  }

  get options(): RouteShorthandOptions {
    const { limitTries, operatorToken } = this.#context;
    return {
      ...(limitTries ? { config: limitTries } : {}),
      onRequest: (_request, reply, done) => {
        reply.header('Cache-Control', 'no-store').header('Referrer-Policy', 'same-origin');
        done();
      },
      preHandler: async (request, reply) => {
        if (nameOfOperator(request, operatorToken) !== undefined) return;
        const page = renderSignInPage(this.langOf(request));
        return this.send(reply.code(401).header('WWW-Authenticate', ASK_FOR_NAME), page);
      },
    };
  }

  langOf(request: FastifyRequest): string {
    const field = request.body instanceof FormBody ? request.body.text('lang') : undefined;
    return spokenLanguage(languageOf(request, OFFICIAL_LANGUAGES, field), OFFICIAL_LANGUAGES);
  }

  officerOf(request: FastifyRequest): string {
    return nameOfOperator(request, this.#context.operatorToken) ?? '';
  }

  send(reply: FastifyReply, page: string): FastifyReply {
    return addPageHeaders(reply, this.#context.policy).type('text/html; charset=utf-8').send(page);
  }

  /** @param target - What the form is good for: this officer, this thing. */
  tokenFor(target: readonly string[]): string {
    return createToken(this.#context.secret, target.join('\n'), this.#context.now());
  }

  /** A form that lies open for long, or that another site sends in the name of an officer. */
  isExpired(target: readonly string[], body: FormBody): boolean {
    const { secret, now } = this.#context;
    const age = tokenAge(secret, target.join('\n'), body.text('token'), now());
    return age === null || age > FORM_SECONDS;
  }
}
