import type { FastifyInstance } from 'fastify';

const MAX_REPORTS = 100;
const MAX_BODY = 16 * 1024;

/** What is kept of a report: enough to mend the page, nothing of who was on it. */
interface Report {
  readonly directive: string;
  readonly blocked: string;
  readonly document: string;
  readonly source: string;
}

/** An address without its query and fragment, where a page may have put anything. */
const withoutQuery = (value: unknown): string =>
  (typeof value === 'string' ? value : '').replace(/[?#].*$/s, '').slice(0, 300);

function reportOf(data: unknown): Report | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const outer = data as { 'csp-report'?: unknown; body?: unknown };
  const report = (outer['csp-report'] ?? outer.body ?? {}) as Record<string, unknown> | null;
  if (typeof report !== 'object' || report === null) return undefined;
  const line = report['line-number'] ?? report['lineNumber'];
  const source = withoutQuery(report['source-file'] ?? report['sourceFile']);
  return {
    directive: withoutQuery(report['effective-directive'] ?? report['effectiveDirective']),
    blocked: withoutQuery(report['blocked-uri'] ?? report['blockedURL']),
    document: withoutQuery(report['document-uri'] ?? report['documentURL']),
    source: typeof line === 'number' ? `${source}:${String(line)}` : source,
  };
}

/**
 * Collects what browsers report of a broken policy, in memory, the newest hundred: a test asserts that there is none, and
 * a developer sees what a page did wrong.
 */
export function collectCspReports(app: FastifyInstance): void {
  const reports: Report[] = [];
  let total = 0;

  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser<string>(
      ['application/csp-report', 'application/reports+json', 'application/json'],
      { parseAs: 'string', bodyLimit: MAX_BODY },
      scope.getDefaultJsonParser('error', 'error'),
    );
    scope.post('/csp-reports', (request, reply) => {
      const bodies = Array.isArray(request.body) ? (request.body as unknown[]) : [request.body];
      for (const report of bodies.slice(0, MAX_REPORTS).map(reportOf)) {
        if (!report) continue;
        total += 1;
        reports.push(report);
        if (reports.length > MAX_REPORTS) reports.shift();
      }
      return reply.code(204).send();
    });
    scope.get('/csp-reports', (_request, reply) =>
      reply.header('Cache-Control', 'no-store').send({ total, reports }),
    );
    done();
  });
}
