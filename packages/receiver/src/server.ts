import fastifyRateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';

import type { Contact } from '@puntari/contracts';

import { attachmentExportRoutes, attachmentRoutes } from './attachments/routes.js';
import type { Content } from './content/content.js';
import type { Db } from './database/database.js';
import { getSecret } from './database/secret.js';
import { exportRoutes } from './export/routes.js';
import type { FeedbackContext } from './feedback/context.js';
import { givenFeedbackRoutes } from './feedback/given-routes.js';
import { handlingRoutes } from './feedback/handling-routes.js';
import { feedbackOperatorRoutes } from './feedback/operator-routes.js';
import { feedbackPublicRoutes } from './feedback/public-routes.js';
import { answerClientError } from './http/client-errors.js';
import { closeWithLastAnswer } from './http/closing.js';
import { collectCspReports } from './http/csp-reports.js';
import { type AllowedOrigins } from './http/cors.js';
import { handleErrors, sendProblem } from './http/errors.js';
import { readForwardedFor } from './http/forwarded-for.js';
import { type Log, logAnswers } from './http/log.js';
import { asProblem, HttpProblem } from './http/problem.js';
import { serveOpenApi, serveRecords } from './http/records.js';
import { contentSecurityPolicy } from './http/security-headers.js';
import { addressOf, serveCdn, servePages, serveStorybook } from './http/static.js';
import { invitationRoutes } from './invitations/routes.js';
import { WrongTries } from './invitations/wrong-tries.js';
import { officerRoutes } from './officers/routes.js';
import { queueFor } from './open311/outbox.js';
import { filesFor, forwardedFileRoutes } from './open311/files.js';
import { open311Routes } from './open311/routes.js';
import type { Open311Settings } from './open311/settings.js';
import { keepForwarding } from './open311/worker.js';
import type { FormRenderer } from './pages/form-renderer.js';
import { FORM_STYLES_PATH, STYLESHEETS } from './pages/stylesheet.js';
import { keepRetention } from './retention/schedule.js';
import { feedbackAction } from './submissions/feedback.js';
import { ManageRoutes } from './submissions/manage-routes.js';
import { paperRoutes } from './submissions/paper-routes.js';
import { readBodies, readFormFiles } from './submissions/read-bodies.js';
import { receiptRoutes } from './submissions/receipt-routes.js';
import { registrationAction } from './submissions/registrations.js';
import { ActionRoutes, type SubmissionContext } from './submissions/routes.js';
import { Store } from './submissions/store.js';
import type { StatementContext } from './statements/context.js';
import { statementRoutes } from './statements/routes.js';
import { givenProposalRoutes } from './topics/given-proposal-routes.js';
import { proposalAction } from './topics/proposals.js';
import type { TopicContext } from './topics/context.js';
import { topicRoutes } from './topics/routes.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whom a resident can turn to instead, where the address belongs to a record. */
    contact: Contact | null;
  }
}

/** The largest body that is read. The longest form is a tenth of it. */
const BODY_LIMIT = 64 * 1024;
/** A library or a school has one address for all its visitors. */
const DEFAULT_RATE_LIMIT = 120;
const MINUTE_MS = 60_000;
/** The slowest line sends the longest form in less; what takes longer only holds a connection. */
const REQUEST_TIMEOUT_MS = 2 * MINUTE_MS;

/** How much is left is nobody's business but ours; when to try again is. */
const NO_RATE_HEADERS = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
};

const RATE_LIMITS = {
  global: false,
  errorResponseBuilder: () => new HttpProblem('rate-limited'),
  addHeadersOnExceeding: NO_RATE_HEADERS,
  addHeaders: { ...NO_RATE_HEADERS, 'retry-after': true },
};

export interface ServerOptions {
  readonly db: Db;
  readonly content: Content;
  readonly forms: FormRenderer;
  /** Origins whose pages may send and read; none means only the receiver's own. */
  readonly origins?: AllowedOrigins;
  /** Opens the exports; without it they do not exist. */
  readonly operatorToken?: string | undefined;
  /** Submissions from one address in a minute. */
  readonly rateLimit?: number;
  /** Wrong codes of invitation from one address in ten minutes. */
  readonly wrongCodeLimit?: number;
  /** New supports of topics from one network in ten minutes. */
  readonly supportLimit?: number;
  /** Whose word to take for the client's address: as Fastify's `trustProxy`. */
  readonly trustProxy?: FastifyServerOptions['trustProxy'];
  /** Names of Trusted Types policies that pages may make. */
  readonly trustedTypes?: readonly string[];
  /** Folders and files that are served besides the records. */
  readonly pages?: string | undefined;
  readonly cdn?: string | undefined;
  readonly storybook?: string | undefined;
  readonly openApi?: string | undefined;
  /** To which city services the feedback of which channels goes. */
  readonly open311?: Open311Settings | undefined;
  /** Addresses at which a city can fetch the files of feedback; without it none are told. */
  readonly mediaUrlsOf?: ((feedbackId: string) => Promise<readonly string[]>) | undefined;
  readonly log?: Log;
  readonly now?: () => Date;
  readonly createReference?: () => string;
}

function createApp(trustProxy: ServerOptions['trustProxy'], policy: string): FastifyInstance {
  return Fastify({
    bodyLimit: BODY_LIMIT,
    trustProxy: trustProxy ?? false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    // What still comes over an open connection is answered too, and not with a JSON of the framework's own.
    return503OnClosing: false,
    clientErrorHandler: answerClientError,
    // An address that cannot be read meets no route and no error handler.
    frameworkErrors: (error, request, reply) => {
      request.contact = null;
      void sendProblem(request, reply, asProblem(error), policy);
    },
  });
}

function serveStyles(app: FastifyInstance): void {
  for (const [path, styles] of Object.entries(STYLESHEETS)) {
    app.get(path, (_request, reply) =>
      reply
        .header('Cache-Control', 'max-age=3600')
        .header('X-Content-Type-Options', 'nosniff')
        .type('text/css; charset=utf-8')
        .send(styles),
    );
  }
}

function serveActions(
  app: FastifyInstance,
  content: Content,
  open311: Open311Settings,
  context: SubmissionContext,
): void {
  const feedback = feedbackAction(content.channels, context.secret, queueFor(open311));
  void app.register((scope, _options, done) => {
    readBodies(scope);
    const registrations = registrationAction(content.panels, context.secret);
    new ActionRoutes(registrations, context).register(scope);
    new ManageRoutes(registrations, context).register(scope);
    invitationRoutes(scope, content.panels, context);
    paperRoutes(scope, registrations, context);
    const proposals = proposalAction(content.calls, context.secret);
    new ActionRoutes(proposals, context).register(scope);
    givenProposalRoutes(scope, content, context);
    receiptRoutes(scope, { ...context, registrations, feedback, proposals });
    done();
  });
  void app.register((scope, _options, done) => {
    readBodies(scope);
    const sizes = [...content.channels.values()].map(
      ({ attachments }) => attachments?.maxSize ?? 0,
    );
    readFormFiles(scope, { texts: BODY_LIMIT, file: Math.max(0, ...sizes) });
    attachmentRoutes(scope, content.channels, context);
    givenFeedbackRoutes(scope, context);
    new ActionRoutes(feedback, context).register(scope);
    done();
  });
}

function serveContent(
  app: FastifyInstance,
  context: StatementContext & TopicContext & FeedbackContext,
): void {
  statementRoutes(app, context);
  topicRoutes(app, context);
  feedbackOperatorRoutes(app, context);
  handlingRoutes(app, context);
  feedbackPublicRoutes(app, context);
  serveRecords(app, context.content);
}

function serveFiles(app: FastifyInstance, options: ServerOptions, policy: string): void {
  collectCspReports(app);
  // Browsers ask for it unasked; a page that has no icon is not at fault.
  app.get('/favicon.ico', (_request, reply) => reply.code(204).send());
  if (options.openApi !== undefined) serveOpenApi(app, options.openApi);
  if (options.cdn !== undefined) serveCdn(app, options.cdn);
  if (options.storybook !== undefined) serveStorybook(app, options.storybook);
  if (options.pages !== undefined) servePages(app, options.pages, policy);
}

/** The widgets' own stylesheet of a form where it is served here, else ours. */
const formStylesOf = (cdn: string | undefined): string =>
  (cdn === undefined ? undefined : addressOf(cdn, 'widgets/form-page.css')) ?? FORM_STYLES_PATH;

/**
 * The receiver as a Fastify instance: call `listen` to serve, or `inject` to ask it something in a test. The database
 * stays its opener's to close.
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { db, content, forms, log = () => undefined, now = () => new Date() } = options;
  const { open311 = new Map() } = options;
  const policy = contentSecurityPolicy(options.trustedTypes);
  const app = createApp(options.trustProxy, policy);
  app.decorateRequest('contact', null);
  readForwardedFor(app);
  handleErrors(app, { policy, log });
  logAnswers(app, log);
  closeWithLastAnswer(app);
  await app.register(fastifyRateLimit, RATE_LIMITS);
  const max = options.rateLimit ?? DEFAULT_RATE_LIMIT;
  const limit = { rateLimit: { max, timeWindow: MINUTE_MS } };
  const secret = await getSecret(db);
  const origins = options.origins ?? [];
  serveActions(app, content, open311, {
    db,
    store: new Store(db, options.createReference),
    secret,
    forms,
    origins,
    operatorToken: options.operatorToken,
    bodyLimit: BODY_LIMIT,
    policy,
    formStyles: formStylesOf(options.cdn),
    limitPosts: limit,
    wrongCodes: new WrongTries(options.wrongCodeLimit),
    now,
  });
  const operator = { operatorToken: options.operatorToken, limitTries: limit };
  attachmentExportRoutes(app, { db, ...operator });
  exportRoutes(app, { db, content, now, ...operator });
  officerRoutes(app, { db, content, policy, cdn: options.cdn, now, ...operator });
  const { supportLimit } = options;
  serveContent(app, { db, content, policy, secret, origins, supportLimit, now, ...operator });
  serveStyles(app);
  serveFiles(app, options, policy);
  await keepRetention(app, { db, content, log, now });
  open311Routes(app, { db, settings: open311, ...operator });
  const files = { db, secret, settings: open311 };
  forwardedFileRoutes(app, files);
  const mediaUrlsOf = options.mediaUrlsOf ?? filesFor(files);
  keepForwarding(app, { db, settings: open311, log, now, mediaUrlsOf });
  await app.ready();
  return app;
}
