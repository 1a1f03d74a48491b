import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { contentOf, ContentError } from '../content/content.js';
import { openDatabase } from '../database/database.js';
import { fileOf, postJson, startReceiver } from '../testing/receiver.js';
import { NOW } from '../testing/records.js';
import { makeFolder } from '../testing/folder.js';
import {
  AS_OPERATOR,
  CALL,
  CALL_URL,
  CREATED,
  PROPOSAL,
  TOPIC_CONTENT,
  withTopics,
} from '../testing/topics.js';

const topics = withTopics();

describe('when the day comes that a call promised', () => {
  it('everything of those who proposed is gone, and the topic stays without the name', async () => {
    const folder = makeFolder();
    const path = `${folder.path}/topics.db`;
    const open = async (now: Date) =>
      startReceiver({
        db: await openDatabase(path),
        content: TOPIC_CONTENT,
        operatorToken: AS_OPERATOR.authorization.slice(7),
        now: () => now,
      });
    const before = await open(NOW);
    const sent = await postJson(before.app, CALL_URL, PROPOSAL);
    const { reference: proposal } = sent.json<{ reference: string }>();
    await postJson(
      before.app,
      '/operator/topics/rantaraitti/entries',
      { ...CREATED, proposal },
      { ...AS_OPERATOR, 'if-match': '"0"' },
    );
    await before.close();

    const dayBefore = await open(new Date('2028-12-30T21:59:59Z'));
    assert.equal(await dayBefore.count('topicProposals'), 1);
    await dayBefore.close();

    const after = await open(new Date('2028-12-30T22:00:00Z'));
    for (const table of [
      'topicProposals',
      'topicProposalContacts',
      'topicProposalHistory',
      'receipts',
      'sentKeys',
    ] as const) {
      assert.equal(await after.count(table), 0, table);
    }
    const topic = (await after.app.inject('/topics/rantaraitti.json')).json<{
      title: unknown;
      proposedBy?: string;
    }>();
    assert.deepEqual(topic.title, { fi: PROPOSAL.title });
    assert.equal(topic.proposedBy, undefined);
    await after.close();
    folder.remove();
  });
});

describe('a call that promises to delete before it closes', () => {
  it('cannot be published', () => {
    const call = { ...CALL, privacy: { ...CALL.privacy, retainUntil: '2027-02-15' } };
    assert.throws(
      () => contentOf([fileOf('topic-calls', call)]),
      (error) =>
        error instanceof ContentError &&
        error.problems.some((problem) => problem.includes('topic-calls/aiheet-2028.json')),
    );
  });
});

describe('exports of proposals', () => {
  it('are without names, and those are apart', async () => {
    await topics.propose();
    const base = `/api/export/topic-calls/${CALL.id}`;
    const words = await topics.get(`${base}/proposals.csv`, AS_OPERATOR);
    assert.match(words.body, /^reference,receivedAt,status,topicId,.*title,question/);
    assert.match(words.body, /Rantaraitin valaistus/);
    assert.doesNotMatch(words.body, /Öhman|aija@/);
    const contacts = await topics.get(`${base}/contacts.csv`, AS_OPERATOR);
    assert.match(contacts.body, /Äijä Öhman,aija@example.fi,\+358401234567/);
    assert.equal((await topics.get(`${base}/proposals.csv`)).statusCode, 401);
    const none = '/api/export/topic-calls/none/proposals.csv';
    assert.equal((await topics.get(none, AS_OPERATOR)).statusCode, 404);
  });
});
