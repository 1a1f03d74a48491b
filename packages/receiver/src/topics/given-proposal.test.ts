import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Receipt } from '@puntari/contracts';

import { contentOf } from '../content/content.js';
import { fileOf, newKey, openPage, postForm, receiptOf } from '../testing/receiver.js';
import { NOW, TOPIC } from '../testing/records.js';
import {
  CALL,
  CALL_URL,
  CREATED,
  PROPOSAL,
  PROPOSAL_FIELDS,
  withTopics,
} from '../testing/topics.js';

const topics = withTopics();

const BY = { recordedBy: 'Aino Virkanen' };
const CHOICE = {
  kind: 'choice',
  chosen: false,
  choice: {
    body: { name: { fi: 'Kaupunginvaltuusto' } },
    on: '2028-01-24',
    reasons: { fi: 'Raitti korjataan jo tänä vuonna.', sv: 'Stråket repareras redan i år.' },
  },
  ...BY,
};

async function given(changes: object = {}, key = newKey()): Promise<Receipt & { manage: string }> {
  const receipt = receiptOf(await topics.send({ ...PROPOSAL, ...changes }, key));
  assert.match(receipt.manage ?? '', /^\/given-proposals\/[\w-]{32}$/);
  return receipt as Receipt & { manage: string };
}

const read = (url: string) => topics.get(url, { accept: 'application/json' });
const open = (url: string, lang = 'fi') => openPage(topics.receiver.app, `${url}?lang=${lang}`);
const press = (url: string) => postForm(topics.receiver.app, `${url}/withdraw?lang=fi`, []);

async function pageSays(url: string, ...words: readonly string[]): Promise<string> {
  const page = await open(url);
  assert.equal(page.statusCode, 200);
  for (const one of words) assert.ok(page.body.includes(one), one);
  return page.body;
}

describe('the private link of a proposal', () => {
  it('comes with the receipt, the same for a retry, and stands nowhere in the database', async () => {
    const key = newKey();
    const { manage } = await given({}, key);
    assert.equal((await given({}, key)).manage, manage);
    assert.ok(!(await topics.everything()).includes(manage.split('/').at(-1) ?? ''));
  });

  it('shows what was proposed, where it stands, who reads it and by when', async () => {
    const { manage, reference } = await given();
    const body = await pageSays(
      manage,
      reference,
      'Odottaa tarkistusta',
      'Osallisuustiimi',
      '15.\u00A0helmikuuta 2027',
      CALL.answersAt,
      PROPOSAL.title,
      PROPOSAL.question,
      '09 123 456',
    );
    assert.doesNotMatch(body, /aija@|358401234567|<script/);
    const { headers } = await open(manage);
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['x-robots-tag'], 'noindex');
  });

  it('speaks the language that it was proposed in, or the one that is asked for', async () => {
    const { manage } = await given({ lang: 'sv' });
    assert.match((await openPage(topics.receiver.app, manage)).body, /<html lang="sv"/);
    assert.match((await open(manage, 'en')).body, /Your proposal has arrived/);
    // There are no words in Arabic, so nothing is marked as Arabic.
    assert.match((await open(manage, 'ar')).body, /<html lang="fi"/);
  });

  it('stands on the page of the receipt of who has no script', async () => {
    const { headers } = await postForm(topics.receiver.app, CALL_URL, PROPOSAL_FIELDS);
    const receipt = await openPage(topics.receiver.app, String(headers.location));
    assert.match(receipt.body, /Katso, missä ehdotuksesi on, tai peru se/);
    const [, path = ''] = /href="(\/given-proposals\/[^"?]+)/.exec(receipt.body) ?? [];
    await pageSays(path, PROPOSAL.title);
  });

  it('lets nobody in who guesses, and tells them nothing', async () => {
    const { manage, reference } = await given();
    const unknown = await read('/given-proposals/x');
    const id = manage.split('/').at(-1) ?? '';
    const guesses = [
      `${manage.slice(0, -1)}${manage.endsWith('A') ? 'B' : 'A'}`,
      `/given-proposals/${reference}`,
      `/given-feedback/${id}`,
      `/registrations/${id}`,
      '/given-proposals/%00',
    ];
    for (const guess of guesses) {
      const { statusCode, body } = await read(guess);
      assert.deepEqual([statusCode, body], [404, unknown.body]);
      assert.equal((await press(guess)).statusCode, 404);
    }
    assert.match(await topics.everything(), /aija@example/);
  });

  it('gives the same to programs', async () => {
    const { manage, reference } = await given();
    assert.deepEqual((await read(manage)).json(), {
      reference,
      receivedAt: NOW.toISOString(),
      status: 'proposed',
      statusAt: NOW.toISOString(),
      readBy: 'Osallisuustiimi',
      answerBy: '2027-02-15',
      answerAt: CALL.answersAt,
    });
  });
});

describe('what becomes of a proposal', () => {
  it('is told with the reason when it is declined', async () => {
    const { manage, reference } = await given();
    const comment = 'Terveysasemista päättää hyvinvointialue.';
    topics.now = new Date('2027-02-03T08:00:00Z');
    await topics.settle(reference, { status: 'declined', comment });
    const body = await pageSays(manage, 'Hylätty', comment, '3.\u00A0helmikuuta 2027');
    assert.doesNotMatch(body, /\/withdraw|Kuulet ehdotuksestasi|Virkanen/);
  });

  it('is told step by step once it is a topic, with what was decided and why', async () => {
    const { manage, reference: proposal } = await given();
    const url = '/aiheet/rantaraitti';
    const note = 'Vain virkamiehille.';
    await topics.record('rantaraitti', {
      ...CREATED,
      topic: { ...CREATED.topic, url },
      proposal,
      note,
    });
    const accepted = await pageSays(manage, 'Hyväksytty aiheeksi', 'Viranomaisen tarkistama');
    assert.match(accepted, /<a href="http:\/\/localhost(:80)?\/aiheet\/rantaraitti">/);
    assert.doesNotMatch(accepted, /Vain virkamiehille|Virkanen/);
    await topics.record('rantaraitti', { kind: 'status', status: 'on-list', ...BY }, 1);
    await pageSays(manage, 'Luottamushenkilöiden valittavana');
    await topics.record('rantaraitti', CHOICE, 2);
    await pageSays(manage, 'Ei valittu', '24.\u00A0tammikuuta 2028', CHOICE.choice.reasons.fi);
    assert.match((await open(manage, 'sv')).body, /Stråket repareras redan i år\./);
    const told = (await read(manage)).json<{ topic: { status: string; url: string } }>();
    assert.equal(told.topic.status, 'not-chosen');
  });

  it('is told with the reason and the topic when it is merged', async () => {
    await topics.accept();
    const { manage, reference: proposal } = await given({ title: 'Lamppuja rantaan' });
    const reason = { fi: 'Molemmat koskevat samaa raittia.' };
    const merged = await topics.record(
      'rantaraitti',
      { kind: 'merge', proposal: proposal.toLowerCase(), reason, note: 'Salainen.', ...BY },
      1,
    );
    assert.equal(merged.statusCode, 201, merged.body);
    const body = await pageSays(manage, 'Yhdistetty aiheeseen', reason.fi, PROPOSAL.title);
    assert.doesNotMatch(body, /Salainen|Öhman/);
  });

  it('leads to the place of the topic in the list of the call where it has no page', async () => {
    const call = { ...CALL, topicsPage: { fi: '/aiheet', sv: 'https://example.fi/amnen' } };
    await topics.start({
      content: contentOf([fileOf('topic-calls', call), fileOf('topics', TOPIC)]),
    });
    const { manage, reference: proposal } = await given();
    await topics.record('rantaraitti', { ...CREATED, proposal });
    assert.match((await open(manage)).body, /href="http:\/\/[^"]+\/aiheet#topic-rantaraitti"/);
    assert.match(
      (await open(manage, 'sv')).body,
      /href="https:\/\/example\.fi\/amnen#topic-rantaraitti"/,
    );
  });

  it('does not link to what is no page', async () => {
    const { manage, reference: proposal } = await given();
    const topic = { ...CREATED.topic, url: 'mailto:aino@example.fi' };
    await topics.record('rantaraitti', { ...CREATED, topic, proposal });
    assert.doesNotMatch((await open(manage)).body, /href="mailto:aino/);
  });

  it('is no more than that when it was deleted', async () => {
    const { manage, reference } = await given();
    await topics.settle(reference, { status: 'deleted', comment: 'Pyysi puhelimessa.' });
    const body = await pageSays(manage, 'Ehdotuksesi on poistettu');
    assert.doesNotMatch(body, /Rantarait|Pyysi|\/withdraw/);
  });
});

describe('a proposal that its writer withdraws', () => {
  it('is asked about first, and then let go of with whom it came from', async () => {
    const { manage } = await given();
    const asked = await open(`${manage}/withdraw`);
    assert.match(asked.body, /<form method="post" action="[^"]+\/withdraw\?lang=fi">/);
    assert.match(await topics.everything(), /aija@example/);

    const gone = await press(manage);
    assert.equal(gone.statusCode, 303);
    const page = await openPage(topics.receiver.app, String(gone.headers.location));
    assert.match(page.body, /Ehdotuksesi on peruttu/);
    assert.match(page.body, /Nimesi ja yhteystietosi on poistettu/);
    assert.doesNotMatch(page.body, /voi perua sen|Kuka käsittelee|Mistä näet vastauksen/);
    assert.doesNotMatch(await topics.everything(), /aija@|Öhman|358401234567/);
    assert.equal((await press(manage)).statusCode, 303);
    assert.equal((await open(`${manage}/withdraw`)).statusCode, 303);
  });

  it('stands in the history as withdrawn by who made it, once', async () => {
    const { manage } = await given();
    await press(manage);
    await press(manage);
    const lines = await topics.receiver.db
      .selectFrom('topicProposalHistory')
      .select(['fromStatus', 'toStatus', 'by'])
      .orderBy('line')
      .execute();
    assert.deepEqual(lines, [
      { fromStatus: '', toStatus: 'proposed', by: 'resident' },
      { fromStatus: 'proposed', toStatus: 'withdrawn', by: 'resident' },
    ]);
  });

  it('loses the contacts of every version that was sent', async () => {
    const key = newKey();
    await given({ proposer: { ...PROPOSAL.proposer, email: 'ensin@example.fi' } }, key);
    const { manage } = await given({}, key);
    await press(manage);
    assert.doesNotMatch(await topics.everything(), /@example/);
  });

  it('cannot be taken up any more, and a late try makes a new one', async () => {
    const key = newKey();
    const { manage, reference: proposal } = await given({}, key);
    await press(manage);
    assert.equal((await topics.record('rantaraitti', { ...CREATED, proposal })).statusCode, 409);
    assert.notEqual((await given({}, key)).reference, proposal);
  });

  it('stays when somebody has looked at it in the meantime, and says so', async () => {
    const { manage, reference: proposal } = await given();
    assert.equal((await open(`${manage}/withdraw`)).statusCode, 200);
    await topics.record('rantaraitti', { ...CREATED, proposal });
    const page = await press(manage);
    assert.equal(page.statusCode, 409);
    assert.match(page.body, /Ehdotusta ei peruttu/);
    assert.match(page.body, /Hyväksytty aiheeksi/);
    assert.match(await topics.everything(), /aija@example/);
    const program = await topics.receiver.app.inject({
      method: 'POST',
      url: `${manage}/withdraw`,
      headers: { accept: 'application/json' },
    });
    assert.equal(program.statusCode, 409);
    assert.equal(program.json<{ code: string }>().code, 'impossible-change');
  });

  it('says so on the page of its receipt', async () => {
    const { headers } = await postForm(topics.receiver.app, CALL_URL, PROPOSAL_FIELDS);
    const receipt = await openPage(topics.receiver.app, String(headers.location));
    const [, path = ''] = /href="(\/given-proposals\/[^"?]+)/.exec(receipt.body) ?? [];
    await press(path);
    const after = await openPage(topics.receiver.app, String(headers.location));
    assert.match(after.body, /<h1>Ehdotuksesi on peruttu<\/h1>/);
    assert.doesNotMatch(after.body, /Kuulet ehdotuksestasi viimeistään/);
  });
});
