import { randomUUID } from 'node:crypto';

import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

import type { Problem, Receipt } from '@puntari/contracts';

import { type ContentFile, contentOf } from '../content/content.js';
import { type Db, openDatabase } from '../database/database.js';
import type { Tables } from '../database/schema.js';
import type { FormRenderer } from '../pages/form-renderer.js';
import { createServer, type ServerOptions } from '../server.js';
import { CHANNEL, FIELDS, NOW, PANEL, TOPIC } from './records.js';

export const PANEL_URL = '/api/panels/liikenne-2027/registrations';
export const FEEDBACK_URL = '/api/feedback/palaute';
export const OPERATOR_TOKEN = 'a-token-for-tests-only';

/** Prints what it was given, so that a test sees which values and errors would stand in the form. */
export const testForms: FormRenderer = {
  renderFormPage: (kind, { record, action, lang, values, errors }) =>
    Promise.resolve(
      `<form method="post" action="${action}" data-kind="${kind}" data-record="${record.id}"` +
        ` lang="${lang}"><h1>Lomake</h1><pre>${JSON.stringify({ values, errors })}</pre></form>`,
    ),
};

export const fileOf = (folder: ContentFile['folder'], record: { id: string }): ContentFile => ({
  folder,
  name: record.id,
  text: JSON.stringify(record),
});

export const CONTENT_FILES: readonly ContentFile[] = [
  fileOf('panels', PANEL),
  fileOf('feedback', CHANNEL),
  fileOf('topics', TOPIC),
];

export interface TestReceiver {
  readonly app: FastifyInstance;
  readonly db: Db;
  /** How many rows a table has. */
  count(table: keyof Tables): Promise<number>;
  close(): Promise<void>;
}

/** A receiver of its own, with an empty database in memory. */
export async function startReceiver(options: Partial<ServerOptions> = {}): Promise<TestReceiver> {
  const db = options.db ?? (await openDatabase(':memory:'));
  const app = await createServer({
    content: contentOf(CONTENT_FILES),
    forms: testForms,
    now: () => NOW,
    rateLimit: 100_000,
    ...options,
    db,
  });
  return {
    app,
    db,
    async count(table) {
      const { n } = await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      return n;
    },
    async close() {
      await app.close();
      await db.destroy();
    },
  };
}

export const newKey = (): string => randomUUID();

/** Sends as a widget does. */
export function postJson(
  app: FastifyInstance,
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  return app.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': newKey(),
      accept: 'application/json',
      ...headers,
    },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const BROWSER_ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

/** Posts as a page without JavaScript does. */
export function postForm(
  app: FastifyInstance,
  url: string,
  fields: readonly (readonly [string, string])[] = FIELDS,
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  return app.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: BROWSER_ACCEPT,
      ...headers,
    },
    payload: new URLSearchParams(fields as [string, string][]).toString(),
  });
}

/** Opens an address as a browser does. */
export function openPage(
  app: FastifyInstance,
  url: string,
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  return app.inject({ url, headers: { accept: BROWSER_ACCEPT, ...headers } });
}

/** The fields of a form with some changed, or left out by `undefined`. */
export function fieldsWith(
  changes: Readonly<Record<string, string | undefined>>,
): (readonly [string, string])[] {
  const kept = FIELDS.filter(([name]) => !(name in changes));
  const added = Object.entries(changes).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return [...kept, ...added];
}

export const receiptOf = (response: LightMyRequestResponse): Receipt => response.json();
export const problemOf = (response: LightMyRequestResponse): Problem => response.json();
