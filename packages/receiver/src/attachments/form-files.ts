/** Files on their way with feedback: those of a form post, and those that were sent beforehand. */
import { createHash } from 'node:crypto';

import type { FeedbackAttachment, FeedbackChannel, FieldError } from '@puntari/contracts';

import type { Db, Queryable } from '../database/database.js';
import { HttpProblem } from '../http/problem.js';
import type { Filled, SentForm, TakenFiles } from '../submissions/action.js';
import { hashBody } from '../submissions/body.js';
import { dropOldFileKeys, findByKey, findFiles } from './store.js';
import { takeFile } from './take.js';

/** More than any channel takes; what is beyond need not be looked for. */
const MAX_IDS = 50;

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64url');

/**
 * Keeps the files of a form post. One that fails takes nothing else with it: the others are there when the form is sent
 * again, and so is what was written.
 */
export async function takeFormFiles(
  db: Db,
  channel: FeedbackChannel,
  { form, keyOf, ip, now }: SentForm,
): Promise<TakenFiles> {
  const { values, files } = form;
  if (files.length === 0) return { values, errors: [] };
  if (!channel.attachments) {
    return { values, errors: [{ pointer: '/attachments', code: 'unknown' }] };
  }
  const { maxFiles } = channel.attachments;
  const before = [values['attachments'] ?? []].flat();
  if (before.length + files.length > maxFiles) {
    const params = { max: maxFiles };
    return { values, errors: [{ pointer: '/attachments', code: 'tooMany', params }] };
  }
  await dropOldFileKeys(db, channel.id, now);
  const posted = hashBody([values, files.map(({ bytes }) => hashOf(bytes))]);
  const taken: FeedbackAttachment[] = [];
  const errors: FieldError[] = [];
  for (const [index, file] of files.entries()) {
    const key = keyOf(`${posted}\n${String(index)}`);
    try {
      taken.push(
        (await findByKey(db, channel.id, key)) ??
          (await takeFile(db, channel, file, { key, ip, now })),
      );
    } catch (error) {
      if (!(error instanceof HttpProblem) || !error.errors) throw error;
      const named = error.errors.map((one) => ({
        ...one,
        params: { ...one.params, name: file.name },
      }));
      errors.push(...named);
    }
  }
  const all = [...before, ...taken.map((file) => JSON.stringify(file))];
  return { values: { ...values, attachments: all }, errors };
}

const idsIn = (files: unknown): string[] =>
  (Array.isArray(files) ? files : [])
    .map((file: unknown) => (file as { id?: unknown } | null)?.id)
    .filter((id): id is string => typeof id === 'string');

/** The files of feedback as they are kept here, whatever was said of them. */
export async function fillFiles(
  db: Queryable,
  channel: FeedbackChannel,
  draft: unknown,
): Promise<Filled> {
  const { attachments } = (draft ?? {}) as { attachments?: unknown };
  const ids = [...new Set(idsIn(attachments))].slice(0, MAX_IDS);
  if (ids.length === 0) return { draft, errors: [] };
  const files = await findFiles(db, channel.id, ids);
  const isGone = files.length < ids.length;
  return {
    draft: { ...(draft as object), attachments: files },
    errors: isGone ? [{ pointer: '/attachments', code: 'gone' }] : [],
  };
}
