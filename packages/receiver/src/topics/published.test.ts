import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import { parseRecord, type TopicList } from '@puntari/contracts';

import { newKey, postJson } from '../testing/receiver.js';
import { TOPIC } from '../testing/records.js';
import { CREATED, PROPOSAL, withTopics } from '../testing/topics.js';

const topics = withTopics();

describe('a topic that nothing was added to', () => {
  it('is what its author wrote, byte for byte', async () => {
    const response = await topics.get('/topics/keskusta.json');
    assert.equal(response.body, JSON.stringify(TOPIC));
    assert.equal(response.headers['access-control-allow-origin'], '*');
    assert.equal(response.headers['cache-control'], 'max-age=60');
    const again = await topics.get('/topics/keskusta.json', {
      'if-none-match': String(response.headers.etag),
    });
    assert.equal(again.statusCode, 304);
  });
});

describe('records of topics', () => {
  it('have another tag and version with each support, so that no page keeps the old count', async () => {
    await topics.accept();
    for (const url of ['/topics/rantaraitti.json', '/topics.json']) {
      const before = await topics.get(url);
      await postJson(topics.receiver.app, '/api/topics/rantaraitti/supports', {});
      const after = await topics.get(url, { 'if-none-match': String(before.headers.etag) });
      assert.equal(after.statusCode, 200, url);
      assert.notEqual(
        after.json<{ version: string }>().version,
        before.json<{ version: string }>().version,
      );
    }
  });
});

describe('a topic that others proposed first', () => {
  const BY = { recordedBy: 'Aino Virkanen' };
  const merge = async (version: number): Promise<void> => {
    const proposal = await topics.propose();
    const entry = { kind: 'merge', proposal, ...BY };
    assert.equal((await topics.record('keskusta', entry, version)).statusCode, 201);
  };

  it('keeps their name when a proposal is merged into it, and names each once', async () => {
    const proposedBy = { fi: 'Nuorisovaltuusto', sv: 'Ungdomsfullmäktige' };
    const topic = { proposedBy, proposerKind: 'group' };
    await topics.record('keskusta', { kind: 'edit', topic, ...BY });
    await merge(1);
    await merge(2);
    const shown = await topics.published('keskusta');
    assert.deepEqual(shown.proposedBy, {
      fi: 'Nuorisovaltuusto, Äijä Öhman',
      sv: 'Ungdomsfullmäktige, Äijä Öhman',
    });
  });

  it('shows nobody in the role of another', async () => {
    await topics.record('keskusta', { kind: 'edit', topic: { proposerKind: 'unit' }, ...BY });
    await merge(1);
    const shown = await topics.published('keskusta');
    assert.deepEqual([shown.proposedBy, shown.proposerKind], ['Äijä Öhman', undefined]);
  });
});

/** A mark that stands in one place of a proposal, so that it can be found wherever it leaks to. */
const mark = (place: string, index: number): string => `merkki-${place}-${String(index)}-x`;

const FATES = ['proposed', 'declined', 'withdrawn', 'deleted', 'checked', 'merged'] as const;
interface Fate {
  readonly fate: (typeof FATES)[number];
  readonly consents: boolean;
  readonly later: 'nothing' | 'name-hidden' | 'withdrawn' | 'deleted';
}

async function live({ fate, consents, later }: Fate, index: number): Promise<void> {
  const reference = await topics.propose({
    title: mark('title', index),
    background: mark('background', index),
    proposer: {
      ...PROPOSAL.proposer,
      name: mark('name', index),
      email: `${mark('email', index)}@example.fi`,
    },
    nameMayBePublished: consents,
  });
  const note = mark('note', index);
  const by = mark('officer', index);
  if (fate === 'checked') {
    const entry = { ...CREATED, recordedBy: by, note, proposal: reference };
    await topics.record(`aihe-${String(index)}`, entry);
  } else if (fate === 'merged') {
    const url = '/operator/topics/keskusta/entries';
    const { version } = (
      await topics.get(url, { authorization: 'Bearer a-token-for-tests-only' })
    ).json<{ version: number }>();
    await topics.record(
      'keskusta',
      { kind: 'merge', proposal: reference, recordedBy: by, note },
      version,
    );
  } else if (fate !== 'proposed') {
    await topics.settle(reference, { status: fate, by, comment: note });
  }
  if (later !== 'nothing') await topics.settle(reference, { status: later, by, comment: note });
}

/** What stands somewhere in public, of all that there is. */
async function publicText(count: number): Promise<string> {
  const ids = ['keskusta', ...Array.from({ length: count }, (_, index) => `aihe-${String(index)}`)];
  const urls = [
    '/topics.json',
    '/topics.json?year=2028',
    '/topics/2028/agenda',
    '/topics/2027/agenda',
    ...ids.map((id) => `/topics/${id}.json`),
    '/api/topics/aiheet-2028',
  ];
  const answers = await Promise.all(urls.map((url) => topics.get(url)));
  return answers.map(({ body, headers }) => body + JSON.stringify(headers)).join('\n');
}

describe('whatever becomes of proposals', () => {
  it('nothing is public but the topics that were made of them, and names by consent', async () => {
    const fate = fc.record<Fate>({
      fate: fc.constantFrom(...FATES),
      consents: fc.boolean(),
      later: fc.constantFrom('nothing', 'name-hidden', 'withdrawn', 'deleted'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { minLength: 1, maxLength: 4 }), async (fates) => {
        await topics.start();
        for (const [index, one] of fates.entries()) await live(one, index);
        const text = await publicText(fates.length);
        for (const [index, { fate: became, consents, later }] of fates.entries()) {
          const isTopic = became === 'checked';
          const isNamed = (isTopic || became === 'merged') && consents && later === 'nothing';
          for (const place of ['title', 'background']) {
            assert.equal(text.includes(mark(place, index)), isTopic, `${place} ${became}`);
          }
          assert.equal(text.includes(mark('name', index)), isNamed, `name ${became} ${later}`);
          for (const place of ['email', 'note', 'officer']) {
            assert.equal(text.includes(mark(place, index)), false, place);
          }
        }
        const { record, problems } = parseRecord(
          'topicList',
          (await topics.get('/topics.json')).json<TopicList>(),
        );
        assert.ok(record);
        assert.deepEqual(problems, []);
      }),
      { numRuns: 25 },
    );
  });

  it('a key that was sent tells nothing of another', async () => {
    const key = newKey();
    await topics.send(PROPOSAL, key);
    assert.ok(!(await publicText(1)).includes(key));
  });
});
