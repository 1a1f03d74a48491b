import type { FastifyReply } from 'fastify';

/** Names of the Trusted Types policies that our pages and widgets make. */
export const TRUSTED_TYPES = ['lit-html', 'puntari', 'puntari-loader'] as const;

const REPORT = '; report-uri /csp-reports';

/** The policy of every page the receiver serves: nothing from elsewhere, nothing inline, and a report when it is broken. */
export function contentSecurityPolicy(trustedTypes: readonly string[] = TRUSTED_TYPES): string {
  const rules = [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `connect-src 'self'`,
    `img-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types ${trustedTypes.join(' ')}`,
  ];
  return rules.join('; ') + REPORT;
}

/** Headers of an answer that a browser shows as a page. */
export function addPageHeaders(reply: FastifyReply, policy: string): FastifyReply {
  reply.header('X-Content-Type-Options', 'nosniff');
  // A page whose address is a key has said already that no other site is told it. A report would tell it too, to whoever
  // reads the reports, and many an extension of a browser breaks the policy of every page.
  if (reply.hasHeader('Referrer-Policy')) {
    return reply.header('Content-Security-Policy', policy.replace(REPORT, ''));
  }
  return reply
    .header('Content-Security-Policy', policy)
    .header('Referrer-Policy', 'strict-origin-when-cross-origin');
}
