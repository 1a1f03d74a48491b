import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { fieldsOf, markupProblems } from '../testing/forms.js';
import { type Fields, Officer, signedInAs } from '../testing/officer.js';
import { OPERATOR_TOKEN } from '../testing/receiver.js';
import { CALL_URL, PROPOSAL, withTopics } from '../testing/topics.js';

const topics = withTopics();
const DESK = '/operator/topics';

const { open, send, fillIn } = new Officer(() => topics.receiver.app);

const ACCEPTED: Fields = { id: 'rantaraitti', 'topic/summary/fi': 'Rantaraitti on pimeä.' };
const CHOSEN: Fields = {
  chosen: 'true',
  'choice/body/name/fi': 'Kaupunginvaltuusto',
  'choice/body/name/sv': 'Stadsfullmäktige',
  'choice/on': '2027-03-16',
  'choice/section': '§ 12',
  'choice/minutes/url': 'https://example.fi/poytakirja',
};

describe('the desk of officers', () => {
  it('leads from a proposal to a topic, onto the list and to the choice', async () => {
    const reference = await topics.propose();
    const all = await open(`${DESK}?lang=fi`);
    assert.match(all.body, new RegExp(`proposals/${reference}\\?lang=fi"`));
    const proposal = await open(`${DESK}/proposals/${reference}?lang=fi`);
    assert.match(proposal.body, /Miten rantaraitti valaistaan/);
    assert.match(proposal.body, /Äijä Öhman/);
    assert.match(proposal.body, /<li>Ranta<\/li>[^]*<li>Valaistusohjelma<\/li>/);
    assert.match(proposal.body, /ehdottaja/);

    const accepted = await fillIn(`${DESK}/proposals/${reference}/accept`, ACCEPTED);
    assert.equal(accepted.statusCode, 303);
    assert.match(String(accepted.headers.location), /^\/operator\/topics\/rantaraitti\?/);
    await fillIn(`${DESK}/rantaraitti/status`, { status: 'on-list' });
    const chosen = await fillIn(`${DESK}/rantaraitti/choice`, CHOSEN);
    assert.equal(chosen.statusCode, 303);
    const page = await open(String(chosen.headers.location));
    assert.match(page.body, /role="status"/);
    assert.match(page.body, /Aino Äyräs/);

    const topic = await topics.published('rantaraitti');
    assert.equal(topic.status, 'chosen');
    assert.equal(topic.choice?.section, '§ 12');
    assert.deepEqual(topic.choice.body.name, { fi: 'Kaupunginvaltuusto', sv: 'Stadsfullmäktige' });
    assert.deepEqual(topic.title, { fi: PROPOSAL.title });
    assert.equal(topic.decision.plannedOn, '2028-03-14');
    assert.equal(topic.proposedBy, 'Äijä Öhman');
  });

  it('publishes of a proposal what the officer left in the form, and nothing that they took out', async () => {
    const reference = await topics.propose({
      background: 'Naapurini Aatu Äkäinen huutaa.',
      suitability: { reasons: ['hard-values'], text: 'Aatun puhelin on 040 123 4567.' },
      area: { ids: ['ranta'], text: 'Aatun piha' },
    });
    const emptied = {
      'topic/background/fi': '',
      'topic/suitability/text/fi': '',
      'place/fi': '',
    };
    await fillIn(`${DESK}/proposals/${reference}/accept`, { ...ACCEPTED, ...emptied });
    const topic = await topics.published('rantaraitti');
    assert.doesNotMatch(JSON.stringify(topic), /Aatu/);
    assert.equal('background' in topic, false);
    assert.deepEqual(topic.suitability, { reasons: ['hard-values'] });
    assert.deepEqual(topic.area, [{ fi: 'Ranta', sv: 'Stranden' }]);
    assert.doesNotMatch((await open(`${DESK}/rantaraitti`)).body, /Aatu/);
  });

  it('publishes the reasons and the place in the words that the officer has seen', async () => {
    const reference = await topics.propose({
      suitability: { reasons: [], text: 'Asia jakaa mielipiteitä.' },
      area: { text: 'Satama' },
    });
    const path = `${DESK}/proposals/${reference}/accept`;
    await fillIn(path, { ...ACCEPTED, 'place/sv': 'Hamnen' });
    const topic = await topics.published('rantaraitti');
    assert.deepEqual(topic.suitability?.text, { fi: 'Asia jakaa mielipiteitä.' });
    assert.deepEqual(topic.area, [{ fi: 'Satama', sv: 'Hamnen' }]);
    await fillIn(`${DESK}/rantaraitti/edit`, { 'topic/suitability/text/fi': '' });
    assert.equal((await topics.published('rantaraitti')).suitability?.text, undefined);
  });

  it('makes no topic without the name that the officer took out', async () => {
    const reference = await topics.propose();
    const path = `${DESK}/proposals/${reference}/accept`;
    const refused = await fillIn(path, { ...ACCEPTED, 'topic/title/fi': '' });
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /id="topic-title-fi-error"/);
  });

  it('makes no topic whose pages would stand where those of proposals are', async () => {
    const reference = await topics.propose();
    const path = `${DESK}/proposals/${reference}/accept`;
    const refused = await fillIn(path, { ...ACCEPTED, id: 'proposals' });
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /id="id-error"/);
    assert.equal((await topics.get('/topics/proposals.json')).statusCode, 404);
  });

  it('merges, declines with a reason, hides a name and deletes', async () => {
    const [one, two] = [await topics.propose(), await topics.propose()];
    const of = (reference: string, act: string): string => `${DESK}/proposals/${reference}/${act}`;
    await fillIn(of(one, 'merge'), { id: 'keskusta', 'reason/fi': 'Sama katu.' });
    assert.match((await open(`${DESK}/keskusta?lang=fi`)).body, /Sama katu\./);
    assert.equal((await topics.published('keskusta')).proposedBy, 'Äijä Öhman');
    await fillIn(of(one, 'hide-name'), {});
    assert.equal((await topics.published('keskusta')).proposedBy, undefined);
    const without = await fillIn(of(two, 'decline'), {});
    assert.equal(without.statusCode, 422);
    assert.match(without.body, /href="#comment">Syy: Kirjoita syy\./);
    await fillIn(of(two, 'decline'), { comment: 'Valtio päättää.' });
    await fillIn(of(two, 'delete'), {});
    const gone = await open(`${DESK}/proposals/${two}`);
    assert.match(gone.body, /sisältö on poistettu/);
    assert.doesNotMatch(gone.body, /Öhman|Valtio päättää/);
  });

  it('takes a comment as it does over HTTP: without signs that nobody sees, and not too long', async () => {
    const reference = await topics.propose();
    const path = `${DESK}/proposals/${reference}/decline?lang=fi`;
    const long = await fillIn(path, { comment: 'A'.repeat(10_000) });
    assert.equal(long.statusCode, 422);
    assert.match(long.body, /href="#comment">Syy: Lyhennä tekstiä\./);
    const unsaid = await fillIn(path, { comment: '\u0000\u202E' });
    assert.equal(unsaid.statusCode, 422);
    const name = await fillIn(path, { comment: 'Ei.' }, signedInAs('A'.repeat(1000)));
    assert.equal(name.statusCode, 422);
    await fillIn(path, { comment: 'Valtio\u202E pa\u0308a\u0308tta\u0308a\u0308\u0000.' });
    const lines = topics.receiver.db.selectFrom('topicProposalHistory').select('comment');
    const comments = (await lines.execute()).map(({ comment }) => comment);
    assert.ok(comments.includes('Valtio päättää.'), JSON.stringify(comments));
  });

  it('changes only what was changed in the form', async () => {
    await topics.accept();
    await fillIn(`${DESK}/rantaraitti/edit`, {
      'topic/level': '4',
      'topic/background/fi': 'Ennen.',
    });
    await fillIn(`${DESK}/rantaraitti/edit`, { 'topic/background/fi': '' });
    const topic = await topics.published('rantaraitti');
    assert.equal(topic.level, 4);
    assert.equal('background' in topic, false);
    assert.deepEqual(topic.area, [{ fi: 'Ranta', sv: 'Stranden' }]);
    const { entries } = (
      await topics.get(`${DESK}/rantaraitti/entries`, { authorization: `Bearer ${OPERATOR_TOKEN}` })
    ).json<{ entries: { change: { topic: object } }[] }>();
    assert.deepEqual(entries[2]?.change.topic, { background: null });
  });

  it('gives the form again with what was written, and says what to do', async () => {
    const reference = await topics.propose();
    const path = `${DESK}/proposals/${reference}/accept?lang=fi`;
    const page = await fillIn(path, { id: 'Ä', 'topic/background/fi': 'Tausta <b>' });
    assert.equal(page.statusCode, 422);
    assert.match(page.body, /href="#id">Aiheen tunnus: Kirjoita tunnus pienillä/);
    assert.match(page.body, /Tausta &lt;b&gt;/);
    const unsaid = await fillIn(path, { id: 'rantaraitti' });
    assert.match(unsaid.body, /href="#topic-summary-fi">Tiivistelmä, kieli: suomi: Kirjoita tämä/);
    const choice = await fillIn(`${DESK}/keskusta/choice?lang=fi`, { chosen: 'false' });
    assert.equal(choice.statusCode, 422);
    assert.match(choice.body, /Kirjoita toimielimen nimi|toimieli/);
  });

  it('says at the name that it is too long to be recorded, and not at a field', async () => {
    const path = `${DESK}/keskusta/status?lang=fi`;
    const page = await fillIn(path, { status: 'panel-running' }, signedInAs('A'.repeat(201)));
    assert.equal(page.statusCode, 422);
    assert.match(
      page.body,
      /<a href="#recorded-by">Nimesi: Nimi, jolla kirjauduit, on liian pitkä/,
    );
    assert.match(page.body, /id="recorded-by"/);
    assert.doesNotMatch(page.body, /aria-invalid/);
  });

  it('shows what a colleague recorded meanwhile, and keeps the text', async () => {
    const path = `${DESK}/keskusta/status`;
    const mine = fieldsOf((await open(path)).body);
    await fillIn(path, { status: 'panel-running', note: 'Aloitettu.' });
    const late = await send(path, { ...mine, status: 'checked', 'text/fi': 'Minun tekstini' });
    assert.equal(late.statusCode, 412);
    assert.match(late.body, /Aihe on muuttunut/);
    assert.match(late.body, /Kirjaaja voit olla myös sinä itse/);
    assert.match(late.body, /Aloitettu\./);
    assert.match(late.body, /Minun tekstini/);
    const again = await send(path, fieldsOf(late.body));
    assert.equal(again.statusCode, 303);
    assert.equal((await topics.published('keskusta')).status, 'checked');
  });

  it('records nothing twice when a button is pressed twice', async () => {
    const reference = await topics.propose();
    const path = `${DESK}/proposals/${reference}/accept`;
    const fields = { ...fieldsOf((await open(path)).body), ...ACCEPTED };
    await send(path, fields);
    assert.equal((await send(path, fields)).statusCode, 303);
    assert.equal(await topics.receiver.count('topicEntries'), 1);
    const other = await send(path, { ...fields, key: '', id: 'toinen' });
    assert.equal(other.statusCode, 409);
    assert.match(other.body, /Tätä ei voi tehdä/);
  });

  it('says of a change that a second press found made that it is made', async () => {
    await topics.accept();
    const path = `${DESK}/rantaraitti/edit`;
    const fields = { ...fieldsOf((await open(path)).body), 'topic/level': '4' };
    await send(path, fields);
    const again = await send(path, fields);
    assert.equal(again.statusCode, 303);
    assert.equal(await topics.receiver.count('topicEntries'), 2);
  });

  for (const act of ['hide-name', 'decline', 'withdraw', 'delete'] as const) {
    it(`says the same of a proposal: ${act}`, async () => {
      const reference = await topics.propose();
      const path = `${DESK}/proposals/${reference}/${act}`;
      const comment = act === 'delete' ? '' : 'Valtio päättää.';
      const fields = { ...fieldsOf((await open(path)).body), comment };
      await send(path, fields);
      const again = await send(path, fields);
      assert.equal(again.statusCode, 303);
      assert.equal(await topics.receiver.count('topicProposalHistory'), 2);
      const colleague = signedInAs('Toinen Virkailija');
      const late = await fillIn(path, { comment: 'Toinen syy.' }, colleague);
      assert.equal(late.statusCode, 409);
    });
  }

  it('is closed to whoever has no name and token, and asks for them', async () => {
    const reference = await topics.propose();
    for (const path of [DESK, `${DESK}/keskusta`, `${DESK}/proposals/${reference}`]) {
      for (const headers of [{}, signedInAs('Aino', 'wrong'), signedInAs('')]) {
        const page = await open(path, headers);
        assert.equal(page.statusCode, 401, path);
        assert.match(String(page.headers['www-authenticate']), /^Basic/);
        assert.doesNotMatch(page.body, /Öhman|Rantaraitin/);
      }
    }
  });

  it('takes no form that another site, another officer or an old page sends', async () => {
    const path = `${DESK}/keskusta/status`;
    const fields: Fields = { ...fieldsOf((await open(path)).body), status: 'panel-running' };
    const { token: _token, ...without } = fields;
    const statuses = [
      (await send(path, without)).statusCode,
      (await send(path, fields, signedInAs('Veikko'))).statusCode,
      (await send(`${DESK}/keskusta/choice`, { ...fields, ...CHOSEN })).statusCode,
    ];
    topics.now = new Date(topics.now.getTime() + 13 * 60 * 60 * 1000);
    statuses.push((await send(path, fields)).statusCode);
    assert.deepEqual(statuses, [403, 403, 403, 403]);
    assert.equal((await topics.published('keskusta')).status, 'on-list');
  });

  it('has no page for what is not there', async () => {
    for (const path of ['none', 'keskusta/none', 'none/status', 'proposals/A2A-2AA']) {
      assert.equal((await open(`${DESK}/${path}`)).statusCode, 404, path);
    }
  });

  for (const lang of ['fi', 'sv', 'en']) {
    it(`is right as markup in ${lang}, and so are the form of proposals and the list`, async () => {
      const reference = await topics.accept();
      const second = await topics.propose();
      const pages = [
        DESK,
        `${DESK}/rantaraitti`,
        `${DESK}/proposals/${reference}`,
        ...['accept', 'merge', 'decline'].map((act) => `${DESK}/proposals/${second}/${act}`),
        ...['status', 'choice', 'edit', 'answer'].map((act) => `${DESK}/rantaraitti/${act}`),
        '/topics/2027/agenda',
        CALL_URL,
      ];
      for (const path of pages) {
        const { body, statusCode } = await open(`${path}?lang=${lang}`);
        assert.equal(statusCode, 200, path);
        assert.deepEqual(await markupProblems(body), [], path);
      }
    });
  }
});
