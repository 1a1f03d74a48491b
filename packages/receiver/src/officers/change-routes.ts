import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from 'fastify';

import * as v from 'valibot';

import {
  cleanText,
  type FieldError,
  isSaid,
  MAX_LINE,
  MAX_NOTE,
  REGISTRATION_STATUSES,
  toPointer,
} from '@puntari/contracts';

import type { Db } from '../database/database.js';
import { HttpProblem } from '../http/problem.js';
import { readTable } from '../table.js';
import { readChangeList, readStatus, STATUS_WORDS } from './change-list.js';
import { applyChanges, type Change, ChangesError, explain, fieldErrorOf } from './changes.js';

/** More than any panel has volunteers. */
const MAX_CHANGES = 20_000;
/** Such a list with the names and addresses that a draw gives back with it. */
const LIST_LIMIT = 8 * 1024 * 1024;
/** What is told of a list in which everything is wrong. */
const MAX_ERRORS = 100;

const said = (max: number) =>
  v.pipe(v.string(), v.transform(cleanText), v.check(isSaid), v.maxLength(max));

const body = v.object({
  by: said(MAX_LINE),
  comment: v.optional(said(MAX_NOTE)),
  changes: v.pipe(
    v.array(v.object({ reference: v.string(), status: v.picklist(REGISTRATION_STATUSES) })),
    v.minLength(1),
    v.maxLength(MAX_CHANGES),
  ),
});

interface Wish {
  readonly by: string;
  readonly comment?: string | undefined;
  readonly changes: readonly Change[];
}

function fieldErrorIn({ path, type, input }: v.BaseIssue<unknown>): FieldError {
  const pointer = toPointer((path ?? []).map(({ key }) => key));
  if (type === 'max_length') return { pointer, code: 'tooLong' };
  if (type === 'picklist') return { pointer, code: 'unknown' };
  return { pointer, code: input === undefined || input === '' ? 'missing' : 'format' };
}

/** @throws HttpProblem - `invalid`, with where it is wrong. */
function wishIn(json: unknown): Wish {
  const { success, output, issues } = v.safeParse(body, json);
  if (success) return output;
  throw new HttpProblem('invalid', { errors: issues.slice(0, MAX_ERRORS).map(fieldErrorIn) });
}

/** @throws HttpProblem - `malformed`, with the rows that are wrong. */
function wishInList(csv: string, query: unknown): Wish {
  const { by = '', status, comment } = query as Readonly<Record<string, unknown>>;
  const forAll = typeof status === 'string' ? readStatus(status) : undefined;
  if (status !== undefined && forAll === undefined) {
    throw new HttpProblem('malformed', { detail: `status: expected one of ${STATUS_WORDS}` });
  }
  const { changes, problems } = readChangeList(readTable(csv), forAll);
  if (problems.length > 0) {
    throw new HttpProblem('malformed', { detail: problems.slice(0, MAX_ERRORS).join('\n') });
  }
  return wishIn({ by, changes, ...(comment === undefined ? {} : { comment }) });
}

function impossible({ obstacles }: ChangesError): HttpProblem {
  const told = [...obstacles].slice(0, MAX_ERRORS);
  return new HttpProblem('impossible-change', {
    detail: told.map(([, obstacle]) => explain(obstacle)).join('\n'),
    errors: told.map(([place, obstacle]) => fieldErrorOf(place, obstacle)),
  });
}

interface ChangeContext {
  readonly db: Db;
  /** With the guard of the operator. */
  readonly options: RouteShorthandOptions;
  now(): Date;
}

/**
 * Officers write down who was drawn, and withdraw or delete for whoever calls. The scope it is given reads JSON and CSV.
 */
export function changeRoutes(scope: FastifyInstance, { db, options, now }: ChangeContext): void {
  const post = async (request: FastifyRequest): Promise<unknown> => {
    const { id: panelId } = request.params as { id: string };
    const { body: sent, query } = request;
    if (sent === undefined) throw new HttpProblem('unsupported-type');
    const wish = typeof sent === 'string' ? wishInList(sent, query) : wishIn(sent);
    try {
      return await applyChanges(db, { panelId, ...wish, now: now() });
    } catch (error) {
      throw error instanceof ChangesError ? impossible(error) : error;
    }
  };
  scope.post(
    '/operator/panels/:id/statuses',
    { ...options, bodyLimit: LIST_LIMIT },
    async (request, reply) => reply.header('Cache-Control', 'no-store').send(await post(request)),
  );
}
