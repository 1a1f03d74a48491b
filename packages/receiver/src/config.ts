import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { isIP } from 'node:net';

import { isOrigin } from './http/cors.js';
import { type Open311Settings, readSettings } from './open311/settings.js';

const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_PORT = 4173;
const DEFAULT_DATABASE = './var/puntari.db';
const MAX_PORT = 65_535;
const MIN_TOKEN_LENGTH = 16;
/** What can stand in a header as it is. */
const TOKEN = /^[\x21-\x7E]+$/;
/** With this every SQLite file begins. */
const SQLITE_MARK = 'SQLite format 3\0';

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
  readonly open311: Open311Settings;
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

  wholeNumber(name: string, min: number, max = Number.MAX_SAFE_INTEGER): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < min || number > max) {
      const limit = min > 0 ? `from ${String(min)}` : `up to ${String(max)}`;
      this.wrong(name, `a whole number ${limit}`, `"${text}"`);
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

  /** A file; nothing when it is not there. */
  file(name: string): string | undefined {
    const path = this.text(name);
    if (path === undefined || !existsSync(path)) return undefined;
    if (!statSync(path).isFile()) this.wrong(name, 'a file', `"${path}", which is none`);
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

/** An address, or a network as its first address and how many bits of it are the network's. */
function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  if (version === 0 || bits === undefined) return version !== 0;
  return Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128);
}

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
  } else if (token !== undefined && !TOKEN.test(token)) {
    reader.wrong(
      'OPERATOR_TOKEN',
      'letters, digits and signs of ASCII',
      'a space or another letter',
    );
  }
  return token;
}

function beginningOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(SQLITE_MARK.length);
    return bytes.toString('latin1', 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

/** It need not be there yet; what is there has to be one. */
function readDatabase(reader: Reader): string {
  const path = reader.text('DATABASE') ?? DEFAULT_DATABASE;
  if (!existsSync(path)) return path;
  const found = statSync(path);
  if (!found.isFile()) reader.wrong('DATABASE', 'a file', `"${path}", which is none`);
  else if (found.size > 0 && beginningOf(path) !== SQLITE_MARK) {
    reader.wrong('DATABASE', 'a SQLite file, or none yet', `"${path}", which is something else`);
  }
  return path;
}

/** Which feedback is forwarded: a file of its own, since it holds more than a variable can. */
function readOpen311(reader: Reader, env: Environment): Open311Settings {
  const path = reader.text('OPEN311');
  if (path === undefined) return new Map();
  const { settings, problems } = readSettings(path, env);
  reader.problems.push(...problems);
  return settings;
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
  const config: Config = {
    host: reader.text('HOST') ?? DEFAULT_HOST,
    port: reader.wholeNumber('PORT', 0, MAX_PORT) ?? DEFAULT_PORT,
    database: readDatabase(reader),
    content: content ?? '',
    pages: reader.folder('PAGES'),
    cdn: reader.folder('CDN'),
    storybook: reader.folder('STORYBOOK'),
    openApi: reader.file('OPENAPI'),
    origins: readOrigins(reader),
    operatorToken: readToken(reader),
    rateLimit: reader.wholeNumber('RATE_LIMIT', 1),
    trustProxy: readTrustProxy(reader),
    trustedTypes: trustedTypes.length > 0 ? trustedTypes : undefined,
    open311: readOpen311(reader, env),
  };
  if (reader.problems.length > 0) throw new ConfigError(reader.problems);
  return config;
}
