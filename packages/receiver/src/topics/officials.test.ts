/** What `docs/officials.md` tells to do with topics can be done as it stands there. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';

import type { Topic } from '@puntari/contracts';

import { readCommand } from '../command/commands.js';
import { contentOf } from '../content/content.js';
import { postJson, receiptOf, startReceiver, type TestReceiver } from '../testing/receiver.js';
import { PROPOSAL } from '../testing/topics.js';

const DOCUMENT = new URL('../../../../docs/officials.md', import.meta.url);
const [, chapter = ''] = readFileSync(DOCUMENT, 'utf8').split('\n## Topics, from call to choice\n');

const blocks = (kind: string): string[] =>
  [...chapter.matchAll(new RegExp(`^\`\`\`${kind}\n([^]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  );

/** The words of a line of a shell, of which some stand in quotation marks. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

const COMMANDS = blocks('sh')
  .join('')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter(Boolean)
  .map((line) => wordsOf(line).slice(2));

/** Those that the chapter speaks of. */
const REFERENCES = ['K7M-4PX', 'A6N-9NA', 'C3D-8EF'];

describe('the chapter on topics', () => {
  const [text = '{}'] = blocks('json');
  const { id } = JSON.parse(text) as { id: string };
  const content = contentOf([{ folder: 'topic-calls', name: id, text }]);
  const now = new Date('2027-10-15T10:00:00Z');
  let receiver: TestReceiver;

  before(async () => {
    let next = 0;
    receiver = await startReceiver({
      content,
      now: () => now,
      createReference: () => REFERENCES[next++] ?? '',
    });
    const { noticeVersion } = content.calls.get(id)?.privacy ?? {};
    for (const reference of REFERENCES) {
      const sent = { ...PROPOSAL, callId: id, noticeVersion };
      const response = await postJson(receiver.app, `/api/topics/${id}`, sent);
      assert.equal(receiptOf(response).reference, reference);
    }
  });

  after(() => receiver.close());

  it('shows a call that can be published', () => {
    assert.equal(content.calls.size, 1);
  });

  it('shows commands that lead from a proposal to the choice and on', async () => {
    assert.ok(COMMANDS.length >= 9);
    for (const args of COMMANDS) {
      const command = readCommand(args);
      assert.ok(command, args.join(' '));
      const quiet = { out: () => undefined, say: () => undefined };
      await command({ db: receiver.db, content, now: () => now, ...quiet });
    }
    const topic = (await receiver.app.inject('/topics/rantaraitti.json')).json<Topic>();
    assert.equal(topic.status, 'panel-running');
    assert.equal(topic.choice?.section, '§ 12');
    assert.equal(topic.proposedBy, 'Äijä Öhman');
    assert.deepEqual(
      topic.history?.map(({ status }) => status),
      ['checked', 'on-list', 'chosen', 'panel-running'],
    );
    const agenda = await receiver.app.inject('/topics/2028/agenda?lang=sv');
    assert.match(agenda.body, /Strandvägens belysning/);
  });
});
