import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { contentOf } from '../content/content.js';
import { fileOf, newKey, openPage, postForm, problemOf, receiptOf } from '../testing/receiver.js';
import { AFTER_CLOSING, BEFORE_OPENING } from '../testing/records.js';
import { CALL, CALL_URL, PROPOSAL, PROPOSAL_FIELDS, withTopics } from '../testing/topics.js';

const topics = withTopics();

const fieldsWith = (changes: Readonly<Record<string, string>>): (readonly [string, string])[] => [
  ...PROPOSAL_FIELDS.filter(([name]) => !(name in changes)),
  ...Object.entries(changes),
];

describe('a proposal', () => {
  it('gets a receipt that says who reads it, by when, and where the answer appears', async () => {
    const response = await topics.send();
    assert.equal(response.statusCode, 201);
    const { readBy, answerBy, answerAt, withdraw } = receiptOf(response);
    assert.equal(readBy, 'Osallisuustiimi');
    assert.equal(answerBy, '2027-02-15');
    assert.equal(answerAt, CALL.answersAt);
    assert.match(JSON.stringify(withdraw), /poistamista.*raderas.*delete/);
  });

  it('is kept without who made it, and they apart', async () => {
    await topics.propose();
    const { db } = topics.receiver;
    const [row] = await db.selectFrom('topicProposals').selectAll().execute();
    assert.match(row?.submission ?? '', /Rantaraitin/);
    assert.doesNotMatch(row?.submission ?? '', /Öhman|aija@|\+358/);
    const [contact] = await db.selectFrom('topicProposalContacts').selectAll().execute();
    assert.match(contact?.contact ?? '', /Öhman.*aija@example\.fi/);
  });

  it('sent again after a lost answer is stored once', async () => {
    const key = newKey();
    const [first, second] = [await topics.send(PROPOSAL, key), await topics.send(PROPOSAL, key)];
    assert.equal(second.statusCode, 201);
    assert.equal(receiptOf(second).reference, receiptOf(first).reference);
    assert.equal(await topics.receiver.count('topicProposals'), 1);
  });

  it('that was edited after a lost answer takes the place of the first, which is kept', async () => {
    const key = newKey();
    await topics.send(PROPOSAL, key);
    const edited = await topics.send({ ...PROPOSAL, title: 'Rantaraitin valot' }, key);
    assert.equal(receiptOf(edited).replaced, true);
    const { db } = topics.receiver;
    const [row] = await db.selectFrom('topicProposals').selectAll().execute();
    assert.match(row?.submission ?? '', /valot/);
    assert.match(await topics.everything(), /Rantaraitin valaistus/);
  });

  it('is not changed any more when somebody has taken it up', async () => {
    const key = newKey();
    const { reference } = receiptOf(await topics.send(PROPOSAL, key));
    await topics.settle(reference, { status: 'declined', comment: 'Ei kuulu kaupungille.' });
    const edited = await topics.send({ ...PROPOSAL, title: 'Toinen' }, key);
    assert.equal(edited.statusCode, 409);
    assert.doesNotMatch(await topics.everything(), /Toinen/);
  });

  it('that lacks something is told where, and nothing is stored', async () => {
    const response = await topics.send({
      ...PROPOSAL,
      title: '',
      area: { ids: ['kuu'] },
      proposer: { kind: 'councillor', name: 'Aino' },
    });
    assert.equal(response.statusCode, 422);
    assert.match(String(response.headers['content-type']), /^application\/problem\+json/);
    assert.deepEqual(
      problemOf(response).errors?.map(({ pointer, code }) => `${pointer} ${code}`),
      ['/title missing', '/area/ids unknown', '/proposer/kind unknown', '/proposer/email needed'],
    );
    assert.equal(await topics.receiver.count('topicProposals'), 0);
  });

  it('finds its call by the address, by the body, and where there is only one by itself', async () => {
    assert.equal((await topics.send(PROPOSAL, newKey(), '/api/topics')).statusCode, 201);
    const other = { ...CALL, id: 'aiheet-2029' };
    const content = contentOf([fileOf('topic-calls', CALL), fileOf('topic-calls', other)]);
    await topics.start({ content });
    const named = { ...PROPOSAL, callId: other.id };
    assert.equal((await topics.send(named, newKey(), '/api/topics')).statusCode, 201);
    assert.equal((await topics.send(named, newKey(), '/api/topics/none')).statusCode, 404);
  });

  for (const [when, now, code] of [
    ['too early', BEFORE_OPENING, 'upcoming'],
    ['too late', AFTER_CLOSING, 'closed'],
  ] as const) {
    it(`that comes ${when} is refused by the clock of the server`, async () => {
      topics.now = now;
      const response = await topics.send();
      assert.equal(response.statusCode, 409);
      assert.equal(problemOf(response).code, code);
      const page = await openPage(topics.receiver.app, CALL_URL);
      assert.match(page.body, /Aiheita ei voi/);
      assert.match(page.body, /09 123 456/);
    });
  }
});

describe('the state of a call', () => {
  it('says that it is open, and how long texts may be', async () => {
    const { open, limits } = (await topics.get(CALL_URL)).json<{
      open: boolean;
      limits: Record<string, number>;
    }>();
    assert.equal(open, true);
    assert.deepEqual(limits, { body: 65_536, line: 200, titleMax: 150, textMax: 4000 });
  });
});

describe('without JavaScript', () => {
  it('the form is one page, in the language that is asked for', async () => {
    for (const [lang, words] of [
      ['fi', 'Lähetä ehdotus'],
      ['sv', 'Skicka förslaget'],
      ['en', 'Send the proposal'],
    ] as const) {
      const page = await openPage(topics.receiver.app, `${CALL_URL}?lang=${lang}`);
      assert.equal(page.statusCode, 200);
      assert.ok(page.body.includes(words), lang);
      assert.ok(page.body.includes(`<html lang="${lang}"`));
    }
  });

  it('every field has a label, and every name is one that the contracts know', async () => {
    const { body } = await openPage(topics.receiver.app, CALL_URL);
    for (const [, id = ''] of body.matchAll(/<(?:input|textarea)[^>]* id="([^"]+)"/g)) {
      const isLabelled = body.includes(`for="${id}"`);
      assert.ok(isLabelled || new RegExp(`<label[^>]*>\\s*<input[^>]* id="${id}"`).test(body), id);
    }
    const names = [...body.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name);
    for (const name of ['title', 'question', 'area/ids', 'decision/id', 'proposer/phone']) {
      assert.ok(names.includes(name), name);
    }
  });

  it('a post leads to the receipt', async () => {
    const response = await postForm(topics.receiver.app, CALL_URL, PROPOSAL_FIELDS);
    assert.equal(response.statusCode, 303);
    const receipt = await openPage(topics.receiver.app, String(response.headers.location));
    assert.match(receipt.body, /Olemme saaneet ehdotuksesi/);
    assert.match(receipt.body, /Kuulet ehdotuksestasi viimeistään/);
  });

  it('a post that lacks something gives the form again, with what was written', async () => {
    const fields = fieldsWith({ title: '', 'proposer/email': 'aija', background: 'Raitti & yö' });
    const page = await postForm(topics.receiver.app, CALL_URL, fields);
    assert.equal(page.statusCode, 422);
    assert.match(page.body, /#field-title"\s*>Kirjoita aiheen nimi</);
    assert.match(page.body, /#field-proposer-email"\s*>Kirjoita sähköposti muodossa/);
    assert.match(page.body, /Raitti &amp; yö/);
    assert.match(page.body, /value="hard-values"[^>]*checked/);
  });
});
