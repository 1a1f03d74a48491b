import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { RegistrationStatus } from '@puntari/contracts';

import { applyChanges } from '../officers/changes.js';
import { PANEL } from '../testing/records.js';
import { DAY_OF_DRAW, withVolunteers } from '../testing/volunteers.js';

const people = withVolunteers();
/** The day by which everybody is told. */
const TOLD = new Date('2027-02-28T10:00:00Z');

async function set(reference: string, ...statuses: RegistrationStatus[]): Promise<void> {
  for (const status of statuses) {
    const changes = [{ reference, status }];
    const list = { panelId: PANEL.id, changes, by: 'Maija', now: people.now };
    await applyChanges(people.receiver.db, list);
  }
}

describe('the page behind a private link tells where somebody stands', () => {
  it('before the draw: in the draw, with its day and the day of the answer', async () => {
    const { body } = await people.open(await people.signUp());
    assert.match(body, /Olet mukana arvonnassa/);
    assert.match(body, /Arvonta pidetään 20\.\u00A0helmikuuta 2027\./);
    assert.match(body, /viimeistään 28\.\u00A0helmikuuta 2027\./);
  });

  it('on the day of the draw: that the result is not known here yet', async () => {
    const link = await people.signUp();
    const { reference } = await people.register();
    people.now = DAY_OF_DRAW;
    await set(reference, 'selected');
    const { body } = await people.open(link);
    assert.match(body, /tulosta ei ole vielä merkitty/);
    assert.doesNotMatch(body, /Arvonta pidetään|ei arvottu/);
  });

  it('when everybody is told: that they were not drawn, where others were', async () => {
    const link = await people.signUp();
    const { reference } = await people.register();
    people.now = TOLD;
    assert.match((await people.open(link)).body, /tulosta ei ole vielä merkitty/);
    await set(reference, 'selected');
    assert.match((await people.open(link)).body, /Sinua ei arvottu paneeliin/);
  });

  for (const [statuses, words] of [
    [['selected'], 'Sinut on arvottu paneeliin'],
    [['reserve'], 'Olet varasijalla'],
    [['selected', 'confirmed'], 'Paikkasi paneelissa on vahvistettu'],
    [['selected', 'declined'], 'Et ole mukana paneelissa'],
  ] as const) {
    it(`after it became ${statuses.join(' and ')}: "${words}"`, async () => {
      const { manage, reference } = await people.register();
      people.now = DAY_OF_DRAW;
      await set(reference, ...statuses);
      const { body } = await people.open(manage);
      assert.ok(body.includes(words));
      assert.doesNotMatch(body, /\/correct/);
    });
  }

  it('and says of a seat that it is lost by withdrawing', async () => {
    const { manage, reference } = await people.register();
    assert.match((await people.open(`${manage}/withdraw`)).body, /mukana arvonnassa/);
    await set(reference, 'selected');
    assert.match((await people.open(`${manage}/withdraw`)).body, /paikkasi voidaan antaa toiselle/);
  });

  it('and nothing of it once somebody has left', async () => {
    const link = await people.signUp();
    await people.press(`${link}/withdraw`);
    assert.doesNotMatch((await people.open(link)).body, /class="standing"/);
  });
});
