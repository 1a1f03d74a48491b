/** Feedback for tests, sent as a widget does, and handled as a program of officers does. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

import type { FeedbackSubmission, Receipt } from '@puntari/contracts';

import { FEEDBACK_URL, newKey, OPERATOR_TOKEN, postJson, receiptOf } from './receiver.js';
import { FEEDBACK } from './records.js';

export async function giveFeedback(
  app: FastifyInstance,
  changes: Partial<FeedbackSubmission> = {},
  headers: Record<string, string> = {},
): Promise<Receipt> {
  const sent = await postJson(app, FEEDBACK_URL, { ...FEEDBACK, ...changes }, headers);
  return receiptOf(sent);
}

export const asOperator = { authorization: `Bearer ${OPERATOR_TOKEN}` };

interface RecordOptions {
  readonly version?: number;
  readonly key?: string;
}

/** Records something about feedback. */
export function recordOn(
  app: FastifyInstance,
  reference: string,
  change: unknown,
  { version = 0, key = newKey() }: RecordOptions = {},
): Promise<LightMyRequestResponse> {
  return app.inject({
    method: 'POST',
    url: `/operator/feedback/${reference}/entries`,
    headers: {
      ...asOperator,
      'content-type': 'application/json',
      'idempotency-key': key,
      'if-match': `"${String(version)}"`,
    },
    payload: JSON.stringify({ recordedBy: 'Maija Malli', ...(change as object) }),
  });
}

export const OUTCOME = {
  kind: 'outcome',
  outcome: {
    said: { fi: 'Pysäkille toivottiin penkkiä.', sv: 'En bänk önskades.' },
    decided: 'Penkki asennetaan toukokuussa.',
    why: 'Pysäkkiä käyttää moni, jonka on vaikea seistä.',
    on: '2027-03-01',
  },
};
