import { createHash } from 'node:crypto';

import { cleanText } from '@puntari/contracts';

import { HttpProblem } from '../http/problem.js';

/** Far above what any form needs; what goes beyond is no form, and would only cost time to check. */
const MAX_DEPTH = 16;
const MAX_VALUES = 2000;

/**
 * A copy of parsed JSON with every text cleaned.
 *
 * @throws HttpProblem - `malformed` when it is nested or filled beyond anything a form sends.
 */
export function cleanValue(value: unknown): unknown {
  let left = MAX_VALUES;
  const clean = (part: unknown, depth: number): unknown => {
    left -= 1;
    if (left < 0 || depth > MAX_DEPTH) throw new HttpProblem('malformed');
    if (typeof part === 'string') return cleanText(part);
    if (Array.isArray(part)) return part.map((item) => clean(item, depth + 1));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, item]) => [key, clean(item, depth + 1)]),
    );
  };
  return clean(value, 0);
}

/** JSON in which the order of keys plays no part. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
  return `{${members.join(',')}}`;
}

/** Equal for bodies that say the same. */
export function hashBody(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('base64url');
}
