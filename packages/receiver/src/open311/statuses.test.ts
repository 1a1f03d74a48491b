import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { withForwarding } from '../testing/forwarding.js';
import { open311StateOf } from './statuses.js';

const to = withForwarding();
const DAY = 24 * 60;

const feedback = () =>
  to.receiver.db.selectFrom('feedback').select(['id', 'status']).executeTakeFirstOrThrow();

function close(notes: string): void {
  for (const request of to.city.requests) {
    request.status = 'closed';
    request.notes = notes;
  }
}

describe('what the city says of a request', () => {
  it('is read soon, and again when some time has passed', async () => {
    await to.give();
    await to.step();
    await to.pass(1);
    const { id } = await feedback();
    assert.deepEqual(await open311StateOf(to.receiver.db, id), {
      state: 'sent',
      requestId: '0038340',
      status: 'open',
      statusNotes: undefined,
      agency: 'Kadut ja puistot',
      sentAt: '2027-02-01T10:00:00.000Z',
      expectedAt: undefined,
      updatedAt: undefined,
      isOutdated: false,
    });
    close('Penkit on tilattu.');
    await to.pass(62, 5);
    const { status, statusNotes } = (await open311StateOf(to.receiver.db, id)) ?? {};
    assert.deepEqual([status, statusNotes], ['closed', 'Penkit on tilattu.']);
  });

  it('closes the feedback, once, with the note of the city in its history', async () => {
    await to.give();
    await to.step();
    assert.equal((await feedback()).status, 'received');
    close('Penkit on tilattu.');
    await to.pass(3 * DAY, 30);
    assert.equal((await feedback()).status, 'closed');
    const lines = await to.receiver.db.selectFrom('feedbackHistory').selectAll().execute();
    assert.deepEqual(
      lines.map(({ by, fromStatus, toStatus, comment }) => [by, fromStatus, toStatus, comment]),
      [
        ['resident', '', 'received', null],
        ['open311', 'received', 'closed', 'Penkit on tilattu.'],
      ],
    );
  });

  it('changes nothing for who has an answer from here', async () => {
    await to.give();
    await to.step();
    await to.receiver.db.updateTable('feedback').set({ status: 'answered' }).execute();
    close('');
    await to.pass(2 * DAY, 60);
    assert.equal((await feedback()).status, 'answered');
    assert.equal((await to.item()).status, 'closed');
  });

  it('is read for several together, and alone where the list does not have one', async () => {
    for (let count = 0; count < 3; count += 1) await to.give();
    await to.step();
    to.city.asked.length = 0;
    await to.pass(1);
    const [asked = '', ...more] = to.city.asked;
    const ids = new URL(asked.slice('GET '.length), 'http://city').searchParams;
    assert.deepEqual(more, []);
    assert.deepEqual(ids.get('service_request_id')?.split(',').sort(), [
      '0038340',
      '0038341',
      '0038342',
    ]);
    to.city.list = 'fails';
    to.city.asked.length = 0;
    await to.pass(61, 61);
    assert.equal(to.city.asked.length, 4);
    assert.ok((await to.items()).every(({ status }) => status === 'open'));
  });

  it('is asked for 90 days, and no longer', async () => {
    await to.give();
    await to.step();
    await to.pass(89 * DAY, 12 * 60);
    close('Lopulta.');
    await to.pass(3 * DAY, 60);
    assert.equal((await to.item()).status, 'closed');
    to.city.asked.length = 0;
    await to.pass(10 * DAY, 60);
    assert.deepEqual(to.city.asked, []);
  });

  it('keeps nothing from being sent when it cannot be read', async () => {
    await to.give();
    await to.step();
    to.city.list = 'html';
    await to.pass(1);
    await to.give();
    await to.pass(1);
    assert.equal(to.city.requests.length, 2);
  });

  it('is neither kept nor asked any more when the feedback was deleted here', async () => {
    const reference = await to.give();
    await to.step();
    await to.pass(1);
    close('Kirjoitit: “Penkki puuttuu.” Penkit on tilattu.');
    await to.pass(62, 5);
    await to.forget(reference);
    to.city.asked.length = 0;
    await to.pass(3 * DAY, 60);
    const { id, status } = await feedback();
    const { requestId, statusNotes } = (await open311StateOf(to.receiver.db, id)) ?? {};
    assert.deepEqual([requestId, statusNotes, status], ['0038340', undefined, 'closed']);
    assert.deepEqual(to.city.asked, []);
    assert.equal((await to.item()).isDeleted, true);
    const lines = await to.receiver.db.selectFrom('feedbackHistory').select('comment').execute();
    assert.ok(lines.every(({ comment }) => comment === null));
  });

  it('is nothing for feedback that is not forwarded', async () => {
    assert.equal(await open311StateOf(to.receiver.db, 'none'), undefined);
  });
});
