import { FormBody } from './form-body.js';

/** A member of what was sent, in whatever form it came; nothing where nothing stands. */
export function textIn(body: unknown, member = ''): string | undefined {
  const value: unknown =
    body instanceof FormBody
      ? body.text(member)
      : (body as Readonly<Record<string, unknown>> | null | undefined)?.[member];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The token rides in the body, and is no part of what was said: it may differ from try to try. */
export function withoutToken(body: unknown): { draft: unknown; token: unknown } {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { draft: body, token: undefined };
  }
  const { token, ...draft } = body as Record<string, unknown>;
  return { draft, token };
}
