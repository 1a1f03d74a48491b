import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import type { LightMyRequestResponse } from 'fastify';

import { giveFeedback, OUTCOME, recordOn } from '../testing/feedback.js';
import { signedInAs } from '../testing/officer.js';
import {
  openPage,
  OPERATOR_TOKEN,
  postForm,
  startReceiver,
  type TestReceiver,
} from '../testing/receiver.js';
import { stateOf } from './record.js';

let receiver: TestReceiver;

beforeEach(async () => {
  receiver = await startReceiver({ operatorToken: OPERATOR_TOKEN });
});

afterEach(() => receiver.close());

const MAIJA = signedInAs('Maija Malli');

const open = (reference: string, headers = MAIJA): Promise<LightMyRequestResponse> =>
  openPage(receiver.app, `/operator/handling/${reference}?lang=fi`, headers);

/** Presses a button of one of the forms on a page, with some fields filled in. */
function press(
  page: LightMyRequestResponse,
  kind: string,
  fields: Readonly<Record<string, string>>,
  headers = MAIJA,
): Promise<LightMyRequestResponse> {
  const action = new RegExp(`action="([^"]+/${kind})"[^]*?</form>`).exec(page.body);
  const [form = '', path = ''] = action ?? [];
  const hidden = [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
  const given = hidden.map(([, name = '', value = '']) => [name, value] as const);
  return postForm(receiver.app, path, [...given, ...Object.entries(fields)], headers);
}

const SENT = { mayBePublished: true, text: 'Naapurini Aino <b>häiritsee</b>.' };

describe('the pages on which officers handle feedback', () => {
  it('ask for name and token, and list what came', async () => {
    const { reference } = await giveFeedback(receiver.app);
    const url = '/operator/handling';
    const asked = await openPage(receiver.app, url);
    assert.equal(asked.statusCode, 401);
    assert.match(String(asked.headers['www-authenticate']), /^Basic/);
    const list = await openPage(receiver.app, url, MAIJA);
    assert.match(list.body, new RegExp(`href="/operator/handling/${reference}`));
    assert.equal(list.headers['cache-control'], 'no-store');
  });

  it('list what has words to handle, and not each press of Yes or No', async () => {
    const text = 'He kysyivät "form":"question" ja "form":"survey".';
    const { reference } = await giveFeedback(receiver.app, { text });
    const answer = { form: 'question', helped: true } as const;
    const pressed = await giveFeedback(receiver.app, answer);
    const survey = { form: 'survey', survey: { trust: 'neither' } } as const;
    const chosen = await giveFeedback(receiver.app, survey);
    const { body } = await openPage(receiver.app, '/operator/handling', MAIJA);
    assert.match(body, new RegExp(reference));
    for (const other of [pressed, chosen]) assert.doesNotMatch(body, new RegExp(other.reference));
  });

  it('lead to what is older than the longest list', async () => {
    const first = await giveFeedback(receiver.app);
    const { db } = receiver;
    const receivedAt = '2027-01-01T10:00:00.000Z';
    await db.updateTable('feedback').set({ receivedAt }).execute();
    for (let count = 0; count < 200; count += 1) await giveFeedback(receiver.app);
    const newest = await openPage(receiver.app, '/operator/handling?lang=fi', MAIJA);
    assert.doesNotMatch(newest.body, new RegExp(first.reference));
    const [, path = ''] = /href="([^"]+)"[^>]*>Vanhemmat palautteet</.exec(newest.body) ?? [];
    const older = await openPage(receiver.app, path.replaceAll('&amp;', '&'), MAIJA);
    assert.match(older.body, new RegExp(first.reference));
    assert.doesNotMatch(older.body, /Vanhemmat palautteet/);
  });

  it('say of an address with no time in it that it cannot be read, and not that there is nothing', async () => {
    await giveFeedback(receiver.app);
    const page = await openPage(receiver.app, '/operator/handling?before=x&lang=fi', MAIJA);
    assert.equal(page.statusCode, 400);
    assert.match(page.body, /<h1>Päivää ei voitu lukea<\/h1>/);
  });

  it('say what kind it is, about what and where', async () => {
    const { reference } = await giveFeedback(receiver.app, {
      kind: 'complaint',
      experience: 'not',
    });
    // Asked by another record than that of the test.
    const { db } = receiver;
    const row = await db.selectFrom('feedback').select('submission').executeTakeFirstOrThrow();
    const submission = {
      ...(JSON.parse(row.submission) as object),
      target: 'service',
      serviceCode: '171',
      location: { address: 'Kamreerintie 3 <ovi>', latitude: 60.2055, longitude: 24.6559 },
    };
    await db
      .updateTable('feedback')
      .set({ submission: JSON.stringify(submission) })
      .execute();
    const { body } = await open(reference);
    const told = body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    for (const line of [
      'Palautteen laji Moite',
      'Mitä palaute koskee Palvelua',
      'Palvelu 171',
      'Paikka Kamreerintie 3 &lt;ovi&gt; – 60.2055, 24.6559',
      'Onko lähettäjä tullut kuulluksi Ei',
      'Mistä topic:keskusta',
    ]) {
      assert.ok(told.includes(line), line);
    }
    assert.doesNotMatch(body, /14 päivän kuluessa/);
  });

  it('say that an answer on accessibility has its time', async () => {
    const { reference } = await giveFeedback(receiver.app, { form: 'accessibility' });
    assert.match((await open(reference)).body, /vastattava 14 päivän kuluessa/);
  });

  it('say at the name that it is too long to be recorded, and not at a field', async () => {
    const { reference } = await giveFeedback(receiver.app, SENT);
    const long = signedInAs('A'.repeat(201));
    const page = await press(
      await open(reference, long),
      'outcome',
      { 'outcome/said/fi': 'Sanat.' },
      long,
    );
    assert.equal(page.statusCode, 422);
    assert.match(
      page.body,
      /<a href="#recorded-by">Nimesi: Nimi, jolla kirjauduit, on liian pitkä/,
    );
    assert.match(page.body, /id="recorded-by"/);
    assert.doesNotMatch(page.body, /id="outcome-said-fi-error"/);
  });

  it('say that what is written in one part is not saved by the button of another', async () => {
    const { reference } = await giveFeedback(receiver.app, SENT);
    const { body } = await open(reference);
    assert.match(body, /Jokainen osa tallennetaan erikseen[^]*<form/);
  });

  it('show the words as words', async () => {
    const { reference } = await giveFeedback(receiver.app, SENT);
    const { body } = await open(reference);
    assert.match(body, /Naapurini Aino &lt;b&gt;häiritsee/);
    assert.doesNotMatch(body, /aija@example\.fi/);
  });

  it('say when there is something in the words that must not be published', async () => {
    const { reference } = await giveFeedback(receiver.app, { ...SENT, text: 'Olen 131052-308T.' });
    const page = await open(reference);
    assert.match(page.body, /näyttää olevan henkilötunnus/);
    const refused = await press(page, 'moderation', { decision: 'publish' });
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /Poista henkilötunnus/);
  });

  it('record each step under the name of the officer', async () => {
    const { reference } = await giveFeedback(receiver.app, SENT);
    const published = { decision: 'publish', text: 'Naapurini häiritsee.' };
    const first = await press(await open(reference), 'moderation', published);
    assert.equal(first.statusCode, 303);
    const shown = await openPage(receiver.app, String(first.headers.location), MAIJA);
    assert.match(shown.body, /Kirjaus on tallennettu/);
    await press(shown, 'status', { status: 'in-progress', 'handler/fi': 'Katuyksikkö' });
    await press(await open(reference), 'outcome', {
      'outcome/said/fi': 'Häiriö.',
      'outcome/decided/fi': 'Kävimme paikalla.',
      'outcome/why/fi': 'Rauha.',
      'outcome/on': '2027-03-01',
    });
    const { status, entries } = await stateOf(receiver.db, reference);
    assert.equal(status, 'answered');
    assert.deepEqual(
      entries.map(({ recordedBy, change }) => [recordedBy, change.kind]),
      [
        ['Maija Malli', 'moderation'],
        ['Maija Malli', 'status'],
        ['Maija Malli', 'outcome'],
      ],
    );
  });

  it('are opened on what was recorded last, and keep what they do not ask', async () => {
    const { reference } = await giveFeedback(receiver.app);
    const link = { label: 'Pöytäkirja', url: 'https://example.fi/p' };
    await recordOn(receiver.app, reference, {
      kind: 'outcome',
      outcome: { ...OUTCOME.outcome, link },
    });
    const page = await open(reference);
    assert.match(page.body, />\s*Pysäkille toivottiin penkkiä\.<\/textarea/);
    await press(page, 'outcome', {
      'outcome/said/fi': 'a',
      'outcome/decided/fi': 'b',
      'outcome/why/fi': 'c',
    });
    const { change } = (await stateOf(receiver.db, reference)).entries[1] ?? {};
    assert.deepEqual(change?.kind === 'outcome' && change.outcome.link, link);
  });

  it('do not offer to publish what its writer did not allow', async () => {
    const { reference } = await giveFeedback(receiver.app, { ...SENT, mayBePublished: false });
    const { body } = await open(reference);
    assert.doesNotMatch(body, /\/moderation"/);
    assert.match(body, /ei ole antanut lupaa/);
  });

  it('say of each part of an answer that is missing that it is, all at once', async () => {
    const { reference } = await giveFeedback(receiver.app, SENT);
    const { body } = await press(await open(reference), 'outcome', {});
    const told = [...body.matchAll(/<a href="#(outcome-[^"]+)">[^<]+: ([^:<]+)<\/a>/g)];
    assert.deepEqual(
      told.map(([, id, words]) => [id, words]),
      ['said', 'decided', 'why'].map((part) => [`outcome-${part}-fi`, 'Kirjoita tämä teksti.']),
    );
  });

  it('give back what was written where it cannot be recorded', async () => {
    const { reference } = await giveFeedback(receiver.app, SENT);
    const page = await open(reference);
    const incomplete = await press(page, 'outcome', { 'outcome/said/fi': 'Tärkeät sanat.' });
    assert.equal(incomplete.statusCode, 422);
    assert.match(incomplete.body, /Tärkeät sanat\./);
    assert.match(incomplete.body, /href="#outcome-decided-fi"/);

    await recordOn(receiver.app, reference, OUTCOME);
    const late = await press(page, 'outcome', {
      'outcome/said/fi': 'a',
      'outcome/decided/fi': 'b',
      'outcome/why/fi': 'Myöhäiset sanat.',
    });
    assert.equal(late.statusCode, 412);
    assert.match(late.body, /Palautteesta on kirjattu jotain tai sen[^]*Myöhäiset sanat\./);
    assert.match(late.body, /name="version" value="1"/);
  });

  it('take nothing that another site, or another officer, sends', async () => {
    const { reference } = await giveFeedback(receiver.app, SENT);
    const page = await open(reference);
    const stolen = await press(page, 'status', { status: 'closed' }, signedInAs('Toinen'));
    assert.equal(stolen.statusCode, 403);
    const path = `/operator/handling/${reference}/status`;
    const bare = await postForm(receiver.app, path, [['status', 'closed']], MAIJA);
    assert.equal(bare.statusCode, 403);
    assert.equal(await receiver.count('feedbackEntries'), 0);
  });
});
