import type { FastifyRequest } from 'fastify';

import { fallbackChain, SOURCE_LANGUAGE } from '@puntari/contracts';

interface Weighted {
  readonly value: string;
  readonly weight: number;
}

/** The parts of an `Accept` or `Accept-Language` header, best first. */
function weighted(header: string | undefined): Weighted[] {
  const parts = (header ?? '').split(',').map((part) => {
    // Trimmed piece by piece: a pattern with spaces on both sides takes seconds for a header that is full of them.
    const [value = '', ...params] = part
      .toLowerCase()
      .split(';')
      .map((piece) => piece.trim());
    const q = params.find((param) => param.startsWith('q='))?.slice(2);
    const weight = q === undefined ? 1 : Number(q);
    return { value, weight: Number.isFinite(weight) ? weight : 0 };
  });
  return parts
    .filter(({ value, weight }) => value !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight);
}

/** Whether HTML is named before or liked more than JSON. A program that takes anything gets JSON. */
export function prefersHtml(accept: string | undefined): boolean {
  const types = weighted(accept);
  const html = types.findIndex(
    ({ value }) => value === 'text/html' || value === 'application/xhtml+xml',
  );
  const json = types.findIndex(({ value }) => /^application\/(.+\+)?json$/.test(value));
  return html !== -1 && (json === -1 || html < json);
}

const FORM_TYPE = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/** Whether a page without JavaScript sent this, so that a person will read the answer. */
export function isFormPost(request: FastifyRequest): boolean {
  return FORM_TYPE.test(request.headers['content-type'] ?? '');
}

const JSON_TYPE = /^application\/(.+\+)?json\b/i;

/** Whether a person reads the answer to this request. */
export function wantsPage(request: FastifyRequest): boolean {
  const { accept } = request.headers;
  // Only a program sends JSON, whatever the browser that it runs in says it accepts.
  if (JSON_TYPE.test(request.headers['content-type'] ?? '')) return false;
  // A form post is a page's, unless its sender asks for JSON and only that.
  if (isFormPost(request))
    return prefersHtml(accept) || !/application\/(.+\+)?json/i.test(accept ?? '');
  return prefersHtml(accept);
}

/** A language as its tag is usually written; `undefined` for what is no language. */
function tagOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim().replaceAll('_', '-') : '';
  const [tag] = fallbackChain(text);
  return tag?.toLowerCase() === text.toLowerCase() ? tag : undefined;
}

/**
 * The language of a page: what the form says, else the address, else the browser, else Finnish.
 *
 * @param spoken - The languages that the receiver has words for.
 */
export function languageOf(
  request: FastifyRequest,
  spoken: readonly string[],
  field?: unknown,
): string {
  const asked = tagOf(field) ?? tagOf((request.query as { lang?: unknown } | undefined)?.lang);
  if (asked) return asked;
  const wished = weighted(request.headers['accept-language'])
    .map(({ value }) => tagOf(value))
    .find((tag) => spoken.includes(tag?.split('-')[0] ?? ''));
  return wished ?? SOURCE_LANGUAGE;
}

/** The best of the spoken languages for a tag: `sv-FI` gives `sv`. */
export function spokenLanguage(tag: string, spoken: readonly string[]): string {
  return fallbackChain(tag).find((candidate) => spoken.includes(candidate)) ?? SOURCE_LANGUAGE;
}
