/** Before the call opens, when it has closed, and what the receiver says of it. */
import { expect, waitUntil } from '@open-wc/testing';

import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import { getByRole, getByText, queryByRole } from '../../../../test/support/query.js';
import { callWith } from './testing/call.js';
import { control, fill, openForm } from './testing/filling.js';

const DAY = 24 * 60 * 60 * 1000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

const UPCOMING = callWith({ opens: '2098-01-11T09:00:00+02:00' });
const CLOSED = callWith({ closes: '2020-02-12T16:00:00+02:00' });

describe('<puntari-topic-form>, by the time', () => {
  it('says before it opens from when and until when one can propose', async () => {
    const element = await openForm({ record: UPCOMING });
    getByRole(element, 'heading', 'Aiheita ei voi vielä ehdottaa');
    getByText(
      element,
      /alkaa lauantaina 11\.\s+tammikuuta 2098 klo 9\.00 ja päättyy torstaina 12\.\s+helmikuuta 2099 klo 16\.00/,
    );
    expect(queryByRole(element, 'textbox')).to.equal(null);
    getByRole(element, 'link', 'Kuntalaisaloite');
    getByRole(element, 'link', '09 816 21');
  });

  it('says after it closed when that was, and what one can do instead', async () => {
    const element = await openForm({ record: CLOSED });
    getByRole(element, 'heading', 'Vuoden 2027 aiheita ei voi enää ehdottaa');
    getByText(element, /päättyi keskiviikkona 12\.\s+helmikuuta 2020 klo 16\.00/);
    getByText(element, /^Aiheet valitaan: 17\.\s+toukokuuta 2099/);
    expect(queryByRole(element, 'textbox')).to.equal(null);
    getByRole(element, 'link', 'Katso ehdotetut aiheet');
    getByRole(element, 'link', 'Kuntalaisaloite');
  });

  it('says in its last days until when one can propose', async () => {
    const element = await openForm({ record: callWith({ closes: inDays(2) }) });
    getByText(element, /^Ehdottaminen päättyy pian:/);
    getByRole(element, 'button', 'Jatka ja tarkista');
  });

  it('tells what the call is for in every state', async () => {
    for (const record of [UPCOMING, CLOSED]) {
      const element = await openForm({ record });
      expect(element.textContent).to.contain('Etsimme aiheita paneelille.');
    }
  });

  describe('where a receiver answers', () => {
    const network = globalThis.fetch;
    let status: object;

    beforeEach(() => {
      globalThis.fetch = () => Promise.resolve(Response.json(status));
    });

    afterEach(() => {
      globalThis.fetch = network;
    });

    it('is closed by its word', async () => {
      status = { open: false, now: new Date().toISOString() };
      const element = await openForm({ attributes: { action: '/api/topics' } });
      await waitUntil(() => queryByRole(element, 'heading', /ei voi enää ehdottaa/));
    });

    it('takes who stands on the button that goes to what is said of it', async () => {
      let answer: (response: Response) => void = () => undefined;
      globalThis.fetch = () => new Promise((resolve) => (answer = resolve));
      const element = await openForm({ attributes: { action: '/api/topics' } });
      getByRole(element, 'button', 'Jatka ja tarkista').focus();
      await waitUntil(() => {
        answer(Response.json({ open: false, now: new Date().toISOString() }));
        return queryByRole(element, 'heading', /ei voi enää ehdottaa/);
      });
      const heading = getByRole(element, 'heading', /ei voi enää ehdottaa/);
      await waitUntil(() => deepActiveElement() === heading, 'the focus is there');
    });

    it('is open by its clock, whatever this device thinks', async () => {
      status = { open: true, now: '2098-02-01T09:00:00+02:00' };
      const element = await openForm({ record: UPCOMING, attributes: { action: '/api/topics' } });
      await waitUntil(() => queryByRole(element, 'button', 'Jatka ja tarkista'));
    });

    it('keeps what somebody is writing when it closes meanwhile', async () => {
      let answer: (response: Response) => void = () => undefined;
      globalThis.fetch = () => new Promise((resolve) => (answer = resolve));
      const element = await openForm({ attributes: { action: '/api/topics' } });
      await fill(element, { title: 'Rannan valaistus' });
      answer(Response.json({ open: false, now: new Date().toISOString() }));
      await element.updateComplete;
      expect(control(element, 'title').value).to.equal('Rannan valaistus');
    });
  });
});
