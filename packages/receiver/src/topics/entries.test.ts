import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { sql } from 'kysely';

import type { TopicList } from '@puntari/contracts';

import { openDatabase } from '../database/database.js';
import { makeFolder } from '../testing/folder.js';
import { newKey, postJson, problemOf } from '../testing/receiver.js';
import { NOW, TOPIC } from '../testing/records.js';
import { AS_OPERATOR, CREATED, PROPOSAL, withTopics } from '../testing/topics.js';

const topics = withTopics();
const BY = { recordedBy: 'Aino Virkanen' };
const ENTRIES = '/operator/topics/rantaraitti/entries';
const LISTED = { kind: 'status', status: 'on-list', text: { fi: 'Listalla.' }, ...BY };
const CHOSEN = {
  kind: 'choice',
  chosen: true,
  ...BY,
  choice: {
    body: { name: { fi: 'Kaupunginvaltuusto', sv: 'Stadsfullmäktige' } },
    on: '2027-03-16',
    section: '§ 12',
    reasons: { fi: 'Asia jakaa mielipiteet.' },
    minutes: { label: 'Pöytäkirja', url: 'https://example.fi/poytakirja' },
  },
};

const errorsOf = (response: Parameters<typeof problemOf>[0]): (string | undefined)[] =>
  (problemOf(response).errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);

interface Shown {
  readonly version: number;
  readonly differsInContent: boolean;
  readonly entries: readonly {
    readonly recordedAt: string;
    readonly changed: readonly string[];
    readonly change: { readonly recordedBy: string; readonly kind: string };
  }[];
}
const history = async (url = ENTRIES): Promise<Shown> =>
  (await topics.get(url, AS_OPERATOR)).json();

describe('a proposal that is accepted', () => {
  it('is a topic with the words of who proposed and what the office added', async () => {
    await topics.accept();
    const topic = await topics.published('rantaraitti');
    assert.deepEqual(topic.title, { fi: 'Rantaraitin valaistus' });
    assert.deepEqual(topic.summary, { fi: 'Rantaraitti on pimeä.' });
    assert.equal(topic.status, 'checked');
    assert.equal(topic.year, 2028);
    assert.deepEqual(topic.decision, {
      body: { name: 'Tekninen lautakunta' },
      plannedOn: '2028-03-14',
    });
    assert.deepEqual(topic.area, [{ fi: 'Ranta', sv: 'Stranden' }]);
    assert.deepEqual(topic.history, [{ on: '2027-02-01', status: 'checked' }]);
    assert.equal(topic.proposedBy, 'Äijä Öhman');
    assert.equal(topic.proposerKind, 'resident');
  });

  it('says of itself what became of it', async () => {
    const reference = await topics.accept();
    const file = '/api/export/topic-calls/aiheet-2028/proposals.json';
    const { items } = (await topics.get(file, AS_OPERATOR)).json<{
      items: { reference: string; status: string; topicId: string; history: unknown[] }[];
    }>();
    assert.equal(items[0]?.reference, reference);
    assert.equal(items[0].status, 'checked');
    assert.equal(items[0].topicId, 'rantaraitti');
    assert.equal(items[0].history.length, 2);
  });

  it('needs what makes it a topic, and is not taken up without it', async () => {
    const proposal = await topics.propose({ decision: undefined });
    const refused = await topics.record('rantaraitti', { ...CREATED, topic: {}, proposal });
    assert.equal(refused.statusCode, 422);
    assert.deepEqual(errorsOf(refused), ['/topic/summary missing', '/topic/decision missing']);
    assert.equal((await topics.get('/topics/rantaraitti.json')).statusCode, 404);
    const topic = { ...CREATED.topic, decision: { body: { name: 'Valtuusto' } } };
    const made = await topics.record('rantaraitti', { ...CREATED, topic, proposal });
    assert.equal(made.statusCode, 201);
  });

  it('becomes one topic, and not the name of another', async () => {
    const proposal = await topics.accept();
    const twice = await topics.record('toinen', { ...CREATED, proposal });
    assert.equal(problemOf(twice).code, 'impossible-change');
    assert.match(problemOf(twice).detail ?? '', /is "checked"/);
    const other = await topics.propose();
    const same = await topics.record('keskusta', { ...CREATED, proposal: other });
    assert.equal(problemOf(same).code, 'impossible-change');
    assert.match(problemOf(same).detail ?? '', /already/);
  });

  it('gets no name from an official, neither now nor later', async () => {
    const proposal = await topics.propose({ nameMayBePublished: false });
    const named = { ...CREATED, topic: { ...CREATED.topic, proposedBy: 'Äijä Öhman' }, proposal };
    assert.deepEqual(errorsOf(await topics.record('rantaraitti', named)), [
      '/topic/proposedBy unknown',
    ]);
    await topics.record('rantaraitti', { ...CREATED, proposal });
    const later = { kind: 'edit', topic: { proposedBy: 'Äijä Öhman' }, ...BY };
    assert.equal((await topics.record('rantaraitti', later, 1)).statusCode, 422);
    assert.equal((await topics.published('rantaraitti')).proposedBy, undefined);
  });

  it('can be merged into a topic that is there, whose file stays as it is', async () => {
    const proposal = await topics.propose();
    const merged = await topics.record('keskusta', { kind: 'merge', proposal, ...BY });
    assert.equal(merged.statusCode, 201);
    const { version, proposedBy, ...topic } = await topics.published('keskusta');
    assert.notEqual(version, TOPIC.version);
    assert.equal(proposedBy, 'Äijä Öhman');
    const { version: _version, ...authored } = TOPIC;
    assert.deepEqual(topic, authored);
  });
});

describe('a proposal that is declined', () => {
  it('owes a reason, and stays out of the public', async () => {
    const reference = await topics.propose();
    const without = await topics.settle(reference, { status: 'declined' });
    assert.deepEqual(errorsOf(without), ['/comment missing']);
    const comment = 'Asiasta päättää valtio.';
    const declined = await topics.settle(reference.toLowerCase(), { status: 'declined', comment });
    assert.deepEqual(declined.json(), { reference, status: 'declined', changed: true });
    assert.doesNotMatch((await topics.get('/topics.json')).body, /Rantaraitin|valtio/);
  });

  it('can be taken up after all', async () => {
    const proposal = await topics.propose();
    await topics.settle(proposal, { status: 'declined', comment: 'Ei nyt.' });
    assert.equal((await topics.record('rantaraitti', { ...CREATED, proposal })).statusCode, 201);
  });
});

describe('somebody who takes back', () => {
  it('the consent to show the name is not named any more', async () => {
    const reference = await topics.accept();
    const before = await topics.published('rantaraitti');
    const hidden = await topics.settle(reference, { status: 'name-hidden' });
    assert.deepEqual(hidden.json(), { reference, status: 'checked', changed: true });
    const after = await topics.published('rantaraitti');
    assert.equal(after.proposedBy, undefined);
    assert.notEqual(after.version, before.version);
  });

  it('the proposal is not named any more, and the topic stays', async () => {
    const reference = await topics.accept();
    await topics.settle(reference, { status: 'withdrawn' });
    const topic = await topics.published('rantaraitti');
    assert.equal(topic.proposedBy, undefined);
    assert.equal(topic.status, 'checked');
  });

  it('everything leaves neither name nor contact anywhere', async () => {
    const key = newKey();
    const { reference } = (await topics.send(PROPOSAL, key)).json<{ reference: string }>();
    await topics.record('rantaraitti', { ...CREATED, proposal: reference });
    await topics.settle(reference, { status: 'deleted', comment: 'Äijä Öhman soitti.' });
    await topics.settle(reference, { status: 'deleted' });
    const kept = await topics.everything();
    assert.doesNotMatch(kept, /aija@|\+358401234567/);
    const { db } = topics.receiver;
    assert.equal(await topics.receiver.count('topicProposalContacts'), 0);
    const [row] = await db.selectFrom('topicProposals').selectAll().execute();
    assert.equal(row?.submission, 'null');
    assert.equal((await topics.published('rantaraitti')).proposedBy, undefined);
  });
});

describe('a proposal that an officer deletes', () => {
  it('is overwritten at once, also in the file of what was written last', async () => {
    const folder = makeFolder();
    const path = `${folder.path}/topics.db`;
    await topics.start({ db: await openDatabase(path) });
    const reference = await topics.propose();
    await topics.propose({ proposer: { ...PROPOSAL.proposer, email: 'toinen@example.fi' } });
    const isThere = (text: string): boolean =>
      [path, `${path}-wal`].some((file) => readFileSync(file).includes(Buffer.from(text)));
    assert.ok(isThere('aija@example.fi'));
    await topics.settle(reference, { status: 'deleted' });
    assert.ok(!isThere('aija@example.fi'));
    assert.ok(isThere('toinen@example.fi'));
    await topics.stop();
    folder.remove();
  });
});

describe('a topic on its way', () => {
  it('is put on the list and chosen, step by step in its history', async () => {
    await topics.accept();
    assert.equal((await topics.record('rantaraitti', LISTED, 1)).statusCode, 201);
    assert.equal((await topics.record('rantaraitti', CHOSEN, 2)).statusCode, 201);
    const topic = await topics.published('rantaraitti');
    assert.equal(topic.status, 'chosen');
    assert.deepEqual(topic.choice, CHOSEN.choice);
    assert.deepEqual(topic.statusReason, CHOSEN.choice.reasons);
    assert.deepEqual(topic.history, [
      { on: '2027-02-01', status: 'checked' },
      { on: '2027-02-01', status: 'on-list', text: { fi: 'Listalla.' } },
      { on: '2027-03-16', status: 'chosen' },
    ]);
  });

  it('of the content folder can be brought further too, with what the contracts do not know', async () => {
    await topics.record('keskusta', CHOSEN);
    const topic = await topics.published('keskusta');
    assert.equal(topic.status, 'chosen');
    assert.equal(topic.summary, TOPIC.summary);
    const { version, differsInContent } = await history('/operator/topics/keskusta/entries');
    assert.equal(version, 1);
    assert.equal(differsInContent, false);
  });

  it('that is not chosen owes its proposers a reason', async () => {
    const { reasons: _reasons, ...choice } = CHOSEN.choice;
    const refused = await topics.record('keskusta', { ...CHOSEN, chosen: false, choice });
    assert.deepEqual(errorsOf(refused), ['/choice/reasons missing']);
    const told = await topics.record('keskusta', { ...CHOSEN, chosen: false });
    assert.equal(told.statusCode, 201);
    assert.equal((await topics.published('keskusta')).status, 'not-chosen');
  });

  it('is put right, field by field; null takes one away', async () => {
    await topics.accept();
    const edit = { kind: 'edit', topic: { level: 3, question: null }, ...BY };
    await topics.record('rantaraitti', edit, 1);
    const topic = await topics.published('rantaraitti');
    assert.equal(topic.level, 3);
    assert.equal('question' in topic, false);
    const refused = await topics.record('rantaraitti', { ...edit, topic: { title: null } }, 2);
    assert.deepEqual(errorsOf(refused), ['/topic/title missing']);
  });

  it('has an answer in the end', async () => {
    const answer = { text: 'Toteutetaan.', body: { name: 'Valtuusto' }, on: '2027-11-01' };
    await topics.record('keskusta', { kind: 'answer', answer, ...BY });
    const topic = await topics.published('keskusta');
    assert.equal(topic.status, 'answered');
    assert.deepEqual(topic.answer, answer);
  });

  it('takes no field that nobody knows, and no status that follows from something else', async () => {
    const misspelled = { kind: 'edit', topic: { summery: 'x' }, ...BY };
    assert.deepEqual(errorsOf(await topics.record('keskusta', misspelled)), [
      '/topic/summery unknown',
    ]);
    const chosen = { ...LISTED, status: 'chosen' };
    assert.deepEqual(errorsOf(await topics.record('keskusta', chosen)), ['/status unknown']);
  });
});

describe('the history of a topic', () => {
  it('says who did what and when to officers, and to nobody else', async () => {
    await topics.accept();
    await topics.record('rantaraitti', { ...LISTED, note: 'Puhelimessa sovittu.' }, 1);
    const { version, entries } = await history();
    assert.equal(version, 2);
    assert.equal(entries[0]?.change.recordedBy, BY.recordedBy);
    assert.equal(entries[1]?.recordedAt, NOW.toISOString());
    assert.deepEqual(entries[1].changed, ['status', 'history']);
    for (const path of ['/topics/rantaraitti.json', '/topics.json', '/topics/2028/agenda']) {
      assert.doesNotMatch((await topics.get(path)).body, /Virkanen|Puhelimessa/, path);
    }
  });

  it('cannot be changed or taken away, by whatever fault of a program', async () => {
    await topics.accept();
    const { db } = topics.receiver;
    await assert.rejects(sql`UPDATE topic_entries SET version = 9`.execute(db), /never changed/);
    await assert.rejects(sql`DELETE FROM topic_entries`.execute(db), /never changed/);
  });

  it('is there for nobody without the token', async () => {
    for (const authorization of ['', 'Bearer wrong', `Basic ${btoa('a:b')}`]) {
      assert.equal((await topics.get(ENTRIES, { authorization })).statusCode, 401);
      const sent = await topics.record('rantaraitti', CREATED, 0, { authorization });
      assert.equal(sent.statusCode, 401);
    }
    await topics.start({ operatorToken: undefined });
    assert.equal((await topics.get(ENTRIES, AS_OPERATOR)).statusCode, 404);
  });
});

describe('recording', () => {
  it('says who records it, or nothing is recorded', async () => {
    const { recordedBy: _by, ...nobody } = LISTED;
    assert.deepEqual(errorsOf(await topics.record('keskusta', nobody)), ['/recordedBy missing']);
  });

  it('needs the version that was seen, and tells who is late', async () => {
    const url = '/operator/topics/keskusta/entries';
    const without = await postJson(topics.receiver.app, url, LISTED, AS_OPERATOR);
    assert.equal(without.statusCode, 428);
    await topics.record('keskusta', LISTED);
    const late = await topics.record('keskusta', CHOSEN);
    assert.equal(late.statusCode, 412);
    assert.match(problemOf(late).detail ?? '', /version 1, and you have seen 0/);
    assert.equal((await topics.published('keskusta')).status, 'on-list');
  });

  it('twice with one key is once; another thing under it is refused', async () => {
    const headers = { 'idempotency-key': newKey() };
    await topics.record('keskusta', LISTED, 0, headers);
    const again = await topics.record('keskusta', LISTED, 0, headers);
    assert.equal(again.statusCode, 200);
    assert.equal(again.headers.etag, '"1"');
    const other = await topics.record('keskusta', CHOSEN, 1, headers);
    assert.equal(problemOf(other).code, 'key-used');
  });

  it('by two at once is done for one of them', async () => {
    const answers = await Promise.all([
      topics.record('keskusta', LISTED),
      topics.record('keskusta', CHOSEN),
    ]);
    assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [201, 412]);
  });

  it('is not possible of a topic or a proposal that is not there', async () => {
    assert.equal((await topics.record('none', LISTED)).statusCode, 404);
    const unknown = await topics.record('uusi', { ...CREATED, proposal: 'A2A-2AA' });
    assert.equal(unknown.statusCode, 404);
    assert.equal((await topics.settle('A2A-2AA', { status: 'deleted' })).statusCode, 404);
  });
});

describe('the list of topics', () => {
  it('is a record with all of them, or with those of a year', async () => {
    await topics.accept();
    const idsOf = async (url: string): Promise<string[]> =>
      (await topics.get(url)).json<TopicList>().topics.map(({ id }) => id);
    assert.deepEqual(await idsOf('/topics.json'), ['keskusta', 'rantaraitti']);
    assert.deepEqual(await idsOf('/topics.json?year=2028'), ['rantaraitti']);
    assert.deepEqual(await idsOf('/topics.json?year=1999'), []);
    assert.equal((await topics.get('/topics.json?year=soon')).statusCode, 400);
  });
});
