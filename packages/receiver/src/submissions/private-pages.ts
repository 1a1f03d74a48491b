/** What all pages behind private links of things that were given have in common: feedback, and proposals. */
import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';

import { languageOf, prefersHtml, spokenLanguage } from '../http/negotiate.js';
import { HttpProblem } from '../http/problem.js';
import { addPageHeaders } from '../http/security-headers.js';
import { OFFICIAL_LANGUAGES } from '../pages/words.js';
import type { SubmissionContext } from './routes.js';

/** Somebody who has the link. */
export interface PrivateVisit<T> {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly given: T;
  /** The address of the page, without a query. */
  readonly path: string;
  readonly lang: string;
  /** Whether a person reads the answer, and no program. */
  readonly isPage: boolean;
}

export interface PrivateKind<T> {
  pathOf(privateId: string): string;
  find(privateId: string, request: FastifyRequest): Promise<T | undefined>;
  /** In which it was given: a link by itself does not tell. */
  langOf(given: T): string | undefined;
}

type Answer<T> = (visit: PrivateVisit<T>) => FastifyReply | Promise<FastifyReply>;

/** The address is the only key to the page: no other site is told it, and no copy of the page is kept. */
function keepSecret(_request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  reply
    .header('Cache-Control', 'no-store')
    .header('Referrer-Policy', 'no-referrer')
    .header('X-Robots-Tag', 'noindex')
    .header('Vary', 'Accept, Accept-Language');
  done();
}

export class PrivatePages<T> {
  readonly #context: Pick<SubmissionContext, 'limitPosts' | 'policy'>;
  readonly #kind: PrivateKind<T>;

  constructor(context: Pick<SubmissionContext, 'limitPosts' | 'policy'>, kind: PrivateKind<T>) {
    this.#context = context;
    this.#kind = kind;
  }

  /** Of the route. */
  get path(): string {
    return this.#kind.pathOf(':id');
  }

  get options(): RouteShorthandOptions {
    const { limitPosts } = this.#context;
    return { ...(limitPosts ? { config: limitPosts } : {}), onRequest: keepSecret };
  }

  /** A handler for whoever has a right link; any other leads to one and the same page. */
  visit(
    answer: Answer<T>,
  ): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
    return async (request, reply) => {
      const { id } = request.params as { id: string };
      const given = await this.#kind.find(id, request);
      if (!given) throw new HttpProblem('not-found');
      const { lang: asked } = request.query as { readonly lang?: unknown };
      const wished = languageOf(request, OFFICIAL_LANGUAGES, asked ?? this.#kind.langOf(given));
      // These pages speak no other: a page in one would be marked as what it is not.
      const lang = spokenLanguage(wished, OFFICIAL_LANGUAGES);
      const isPage = prefersHtml(request.headers.accept);
      return answer({ request, reply, given, path: this.#kind.pathOf(id), lang, isPage });
    };
  }

  send(reply: FastifyReply, page: string): FastifyReply {
    return addPageHeaders(reply, this.#context.policy).type('text/html; charset=utf-8').send(page);
  }

  /** Where it stands: for a person a page, for a program what stands on it. */
  show(visit: PrivateVisit<T>, page: () => string, told: () => object): FastifyReply {
    return visit.isPage ? this.send(visit.reply, page()) : visit.reply.send(told());
  }

  /** What was asked for is done: a person goes back to the page, a program needs no more words. */
  done(visit: PrivateVisit<T>): FastifyReply {
    return visit.isPage ? this.back(visit) : visit.reply.code(204).send();
  }

  back({ reply, path, lang }: PrivateVisit<T>): FastifyReply {
    return reply.redirect(`${path}?lang=${encodeURIComponent(lang)}`, 303);
  }
}
