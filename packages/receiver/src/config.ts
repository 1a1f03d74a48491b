import { existsSync, statSync } from 'node:fs';
import { isIP } from 'node:net';

import { isOrigin } from './http/cors.js';

const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_PORT = 4173;
const DEFAULT_DATABASE = './var/puntari.db';
const MAX_PORT = 65_535;
const MIN_TOKEN_LENGTH = 16;

/** What the environment says, read and checked. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly content: string;
  readonly pages: string | undefined;
  readonly cdn: string | undefined;
  readonly storybook: string | undefined;
  readonly openApi: string | undefined;
  readonly origins: readonly string[];
  readonly operatorToken: string | undefined;
  readonly rateLimit: number | undefined;
  readonly trustProxy: boolean | string[] | ((address: string, hop: number) => boolean);
  readonly trustedTypes: readonly string[] | undefined;
}

/** Everything that is wrong with the environment, one line a variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((line) => `  ${line}`).join('\n')}`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** Reads variables one by one and remembers what was wrong. */
class Reader {
  readonly problems: string[] = [];
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  /** An empty variable is one that is not set. */
  text(name: string): string | undefined {
    const text = this.#env[name]?.trim();
    return text === '' ? undefined : text;
  }

  list(name: string): string[] {
    return list(this.text(name));
  }

  wholeNumber(name: string, max: number): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const number = Number(text);
    if (!/^\d+$/.test(text) || number > max) {
      this.wrong(name, `a whole number up to ${String(max)}`, `"${text}"`);
    }
    return number;
  }

  folder(name: string): string | undefined {
    const path = this.text(name);
    if (path === undefined) return undefined;
    if (!existsSync(path) || !statSync(path).isDirectory()) {
      this.wrong(name, 'a folder', `"${path}", which is none`);
    }
    return path;
  }

  wrong(name: string, expected: string, received: string): void {
    this.problems.push(`${name}: expected ${expected}, received ${received}`);
  }
}

function readOrigins(reader: Reader): string[] {
  const origins = reader.list('ALLOWED_ORIGINS');
  for (const origin of origins.filter((text) => !isOrigin(text))) {
    reader.wrong(
      'ALLOWED_ORIGINS',
      'origins such as "https://www.example.fi", or *',
      `"${origin}"`,
    );
  }
  return origins;
}

const isProxy = (text: string): boolean =>
  ['loopback', 'linklocal', 'uniquelocal'].includes(text) || isIP(text.split('/')[0] ?? '') !== 0;

function readTrustProxy(reader: Reader): Config['trustProxy'] {
  const text = reader.text('TRUST_PROXY');
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  if (/^\d+$/.test(text)) return (_address, hop) => hop < Number(text);
  const proxies = list(text);
  for (const proxy of proxies.filter((name) => !isProxy(name))) {
    reader.wrong('TRUST_PROXY', 'true, a number of proxies or their addresses', `"${proxy}"`);
  }
  return proxies;
}

function readToken(reader: Reader): string | undefined {
  const token = reader.text('OPERATOR_TOKEN');
  if (token !== undefined && token.length < MIN_TOKEN_LENGTH) {
    const length = String(MIN_TOKEN_LENGTH);
    reader.wrong('OPERATOR_TOKEN', `at least ${length} characters`, String(token.length));
  }
  return token;
}

/**
 * The configuration from environment variables; docs/receiver.md lists them.
 *
 * @throws ConfigError - With everything that is wrong, not only the first.
 */
export function readConfig(env: Environment): Config {
  const reader = new Reader(env);
  const content = reader.folder('CONTENT');
  if (content === undefined) reader.wrong('CONTENT', 'the folder with the records', 'nothing');
  const trustedTypes = reader.list('TRUSTED_TYPES');
  const openApi = reader.text('OPENAPI');
  const config: Config = {
    host: reader.text('HOST') ?? DEFAULT_HOST,
    port: reader.wholeNumber('PORT', MAX_PORT) ?? DEFAULT_PORT,
    database: reader.text('DATABASE') ?? DEFAULT_DATABASE,
    content: content ?? '',
    pages: reader.folder('PAGES'),
    cdn: reader.folder('CDN'),
    storybook: reader.folder('STORYBOOK'),
    openApi: openApi !== undefined && existsSync(openApi) ? openApi : undefined,
    origins: readOrigins(reader),
    operatorToken: readToken(reader),
    rateLimit: reader.wholeNumber('RATE_LIMIT', Number.MAX_SAFE_INTEGER),
    trustProxy: readTrustProxy(reader),
    trustedTypes: trustedTypes.length > 0 ? trustedTypes : undefined,
  };
  if (reader.problems.length > 0) throw new ConfigError(reader.problems);
  return config;
}
