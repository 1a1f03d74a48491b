import type { FastifyInstance } from 'fastify';

/** What is logged of a request: no body, no query, no address, no header. */
export interface LogLine {
  readonly method: string;
  /** The pattern of the route, so that no id or reference is logged. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/** What is logged of a fault of ours: where it happened. A message could repeat what a resident wrote. */
export interface FaultLine {
  readonly fault: string;
  readonly at: readonly string[];
}

/** What is logged of deleting at the end of retention: how many registrations, and nothing of any. */
export interface PurgeLine {
  readonly purged: number;
}

/** What is logged of forwarding: what came of one try for which channel, and nothing of what was sent. */
export interface ForwardLine {
  readonly open311: string;
  readonly outcome: string;
}

/** The same of feedback, whose words are deleted. */
export interface ForgottenLine {
  readonly forgotten: number;
}

/** How many files were deleted that nobody sent feedback with. */
export interface UnusedFilesLine {
  readonly unusedFiles: number;
}

export type Log = (
  line: LogLine | FaultLine | PurgeLine | ForgottenLine | UnusedFilesLine | ForwardLine,
) => void;

const FRAMES = 8;

export function faultOf(error: unknown): FaultLine {
  if (!(error instanceof Error)) return { fault: typeof error, at: [] };
  const { code } = error as { code?: unknown };
  const fault = typeof code === 'string' ? `${error.name} ${code}` : error.name;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { fault, at: frames.slice(0, FRAMES).map((line) => line.trim()) };
}

/** Logs every answer. */
export function logAnswers(app: FastifyInstance, log: Log): void {
  app.addHook('onResponse', (request, reply, done) => {
    log({
      method: request.method,
      route: request.routeOptions.url ?? '(none)',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
}
