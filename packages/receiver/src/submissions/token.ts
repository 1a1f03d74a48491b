import { createHmac, timingSafeEqual } from 'node:crypto';

const sign = (secret: string, target: string, time: string): Buffer =>
  createHmac('sha256', secret).update(`${target}\n${time}`).digest();

/**
 * A signed time, given out with an opened form. How long it took to fill the form tells an officer later whether a person
 * or a program did; it never decides by itself, so that nobody is kept out for being quick, slow or offline.
 */
export function createToken(secret: string, target: string, now: Date): string {
  const time = now.getTime().toString(36);
  return `${time}.${sign(secret, target, time).toString('base64url')}`;
}

/** Seconds since the token was given out; `null` when it is missing, forged, another form's or from the future. */
export function tokenAge(secret: string, target: string, token: unknown, now: Date): number | null {
  if (typeof token !== 'string') return null;
  const [time = '', signature = ''] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const expected = sign(secret, target, time);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const age = now.getTime() - Number.parseInt(time, 36);
  return age >= 0 ? Math.round(age / 1000) : null;
}
