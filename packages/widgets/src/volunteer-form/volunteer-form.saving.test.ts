/** Answers left on the device: only where a person chose it, only for a while, and never the most personal ones. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';

import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import { getByRole, queryByRole } from '../../../../test/support/query.js';
import { ANSWERS, CHECK, fill, goTo, openForm, Post, RECEIPT, shows } from './testing/filling.js';
import { panelWith } from './testing/panel.js';
import type { VolunteerForm } from './volunteer-form.js';

const DAY = 24 * 60 * 60 * 1000;
const CONTACT = /Yhteystietosi/;
const RESUME = 'Jatka tallennetuilla vastauksilla';
const DELETE = 'Poista vastaukset tältä laitteelta';

const onDevice = (): string => JSON.stringify(Object.entries(localStorage));

const CHOICE = 'Tallenna vastaukseni tälle laitteelle';

async function unfold(element: VolunteerForm): Promise<void> {
  element.shadowRoot?.querySelector<HTMLElement>('#saving > summary')?.click();
  await waitUntil(() => queryByRole(element, 'checkbox', CHOICE) !== null, 'the choice');
}

const choice = (element: VolunteerForm): HTMLInputElement =>
  getByRole<HTMLInputElement>(element, 'checkbox', CHOICE);

const NEEDS = { ...ANSWERS, 'support/needs': ['transport'], 'support/note': ['Pyörätuoli'] };

describe('<puntari-volunteer-form>, saving on the device', () => {
  let post: Post;
  let element: VolunteerForm;

  beforeEach(async () => {
    localStorage.clear();
    post = new Post();
    element = await openForm(post);
    await goTo(element, CONTACT, NEEDS);
    fill(element, { 'contact/firstName': ['Aino'] });
  });

  afterEach(() => {
    localStorage.clear();
  });

  describe('that was not chosen', () => {
    it('stores nothing', () => {
      expect(onDevice()).to.equal('[]');
    });

    it('stands there unticked', async () => {
      await unfold(element);
      expect(choice(element).checked).to.equal(false);
      expect(onDevice()).to.equal('[]');
    });
  });

  describe('that was chosen', () => {
    beforeEach(async () => {
      await unfold(element);
      choice(element).click();
      fill(element, { 'contact/lastName': ['Virtanen'] });
      await element.updateComplete;
    });

    it('stores what was answered before and after, and nothing of the most personal', () => {
      expect(onDevice()).to.contain('Aino').and.to.contain('Virtanen').and.to.contain('1985');
      expect(onDevice()).to.not.contain('Pyörätuoli').and.to.not.contain('transport');
    });

    describe('by somebody who comes back', () => {
      beforeEach(async () => {
        element.remove();
        element = await openForm(post);
        await waitUntil(() => queryByRole(element, 'button', RESUME) !== null, 'the offer');
      });

      it('offers to go on, and to delete', () => {
        getByRole(element, 'button', DELETE);
        getByRole(element, 'button', 'Aloita ilmoittautuminen');
      });

      it('goes on with the answers, where something is missing', async () => {
        getByRole(element, 'button', RESUME).click();
        // The support needs were not stored, so that step comes first.
        await shows(element, /Osallistumisesi/);
        expect(deepActiveElement()?.textContent).to.match(/Osallistumisesi/);
        await goTo(element, CONTACT, {});
        const last = getByRole<HTMLInputElement>(element, 'textbox', 'Sukunimi');
        expect(last.value).to.equal('Virtanen');
      });

      it('deletes on request, and says so', async () => {
        getByRole(element, 'button', DELETE).click();
        expect(onDevice()).to.equal('[]');
        await waitUntil(() => queryByRole(element, 'button', RESUME) === null);
        await waitUntil(() =>
          (getByRole(element, 'status').textContent ?? '').includes('poistettu'),
        );
        expect(deepActiveElement()?.textContent?.trim()).to.equal('Aloita ilmoittautuminen');
      });
    });

    for (const [hours, what] of [
      [1, 'is offered'],
      [25, 'is not offered'],
    ] as const) {
      it(`${what} where the clock was set back by ${String(hours)} h meanwhile`, async () => {
        element.remove();
        const [name, text] = Object.entries(localStorage)[0] as [string, string];
        const savedAt = Date.now() + (hours / 24) * DAY;
        localStorage.setItem(name, JSON.stringify({ ...JSON.parse(text), savedAt }));
        const later = await openForm(post);
        const isOffered = (): boolean => queryByRole(later, 'button', RESUME) !== null;
        await waitUntil(() => isOffered() || onDevice() === '[]', 'it was looked for');
        expect(isOffered()).to.equal(hours < 24);
      });
    }

    it('does not come back when it was deleted or sent in another tab meanwhile', async () => {
      const other = await openForm(new Post());
      await waitUntil(() => queryByRole(other, 'button', RESUME) !== null, 'the offer');
      choice(element).click();
      getByRole(other, 'button', RESUME).click();
      await waitUntil(() => queryByRole(other, 'button', RESUME) === null);
      await waitUntil(() => (getByRole(other, 'status').textContent ?? '').includes('poistettu'));
      getByRole(other, 'button', 'Aloita ilmoittautuminen');
      expect(onDevice()).to.equal('[]');
    });

    it('is not put back by a tab that is still open, once another has deleted it', async () => {
      const other = await fixture<HTMLIFrameElement>(
        html`<iframe title="Toinen välilehti"></iframe>`,
      );
      other.contentWindow!.localStorage.clear();
      await waitUntil(() => !choice(element).checked, 'the choice is taken back');
      fill(element, { 'contact/lastName': ['Korhonen'] });
      await element.updateComplete;
      expect(onDevice()).to.equal('[]');
    });

    it('begins at the beginning, with the focus there, where the form has lost its step', async () => {
      element.remove();
      const [name, text] = Object.entries(localStorage)[0] as [string, string];
      localStorage.setItem(name, JSON.stringify({ ...JSON.parse(text), view: 'entinen' }));
      element = await openForm(post);
      await waitUntil(() => queryByRole(element, 'button', RESUME) !== null, 'the offer');
      getByRole(element, 'button', RESUME).click();
      await waitUntil(() => queryByRole(element, 'button', RESUME) === null);
      expect(deepActiveElement()?.textContent?.trim()).to.equal('Aloita ilmoittautuminen');
    });

    it('is not offered for another panel, nor after a week', async () => {
      element.remove();
      const other = await openForm(post, { panel: panelWith({ id: 'toinen' }) });
      await other.updateComplete;
      expect(queryByRole(other, 'button', RESUME)).to.equal(null);
      const [name, text] = Object.entries(localStorage)[0] as [string, string];
      const saved = JSON.parse(text) as { savedAt: number };
      localStorage.setItem(name, JSON.stringify({ ...saved, savedAt: Date.now() - 7 * DAY }));
      const later = await openForm(post);
      await waitUntil(() => onDevice() === '[]', 'nothing is left');
      expect(queryByRole(later, 'button', RESUME)).to.equal(null);
    });

    it('is deleted after a week also when only another panel is opened', async () => {
      element.remove();
      const [name, text] = Object.entries(localStorage)[0] as [string, string];
      const savedAt = Date.now() - 8 * DAY;
      localStorage.setItem(name, JSON.stringify({ ...JSON.parse(text), savedAt }));
      localStorage.setItem('puntari:own', 'of the page');
      await openForm(post, { panel: panelWith({ id: 'toinen' }) });
      await waitUntil(() => localStorage.getItem(name) === null, 'it was deleted');
      expect(localStorage.getItem('puntari:own')).to.equal('of the page');
      localStorage.removeItem('puntari:own');
    });

    it('keeps no address once it is protected', async () => {
      fill(element, { ...ANSWERS, 'address/protected': [] });
      await element.updateComplete;
      expect(onDevice()).to.contain('Esimerkkitie');
      fill(element, { 'address/protected': ['true'] });
      await element.updateComplete;
      expect(onDevice()).to.not.contain('Esimerkkitie').and.to.not.contain('02100');
      expect(onDevice()).to.contain('Aino');
    });

    it('is sent under one key, also when two tabs go on with it', async () => {
      const other = await openForm(new Post());
      await waitUntil(() => queryByRole(other, 'button', RESUME) !== null, 'the offer');
      const key = (): unknown =>
        (JSON.parse(Object.values(localStorage)[0] as string) as { key?: string }).key;
      const first = key();
      getByRole(other, 'button', RESUME).click();
      await shows(other, /Osallistumisesi/);
      expect(first).to.be.a('string');
      expect(key()).to.equal(first);
    });

    it('ends when the page shows another panel', async () => {
      element.record = panelWith({ id: 'toinen' });
      await shows(element, /^(?!.*Yhteystietosi)/);
      await goTo(element, /Taustatietosi/);
      expect(Object.keys(localStorage)).to.deep.equal(['puntari:volunteer-form:liikenne']);
    });

    it('comes back with the reasons to who cannot take part', async () => {
      element.remove();
      const [name, text] = Object.entries(localStorage)[0] as [string, string];
      const saved = JSON.parse(text) as { values: object };
      const values = { ...saved.values, birthYear: '2020' };
      localStorage.setItem(name, JSON.stringify({ ...saved, values, view: 'ineligible' }));
      element = await openForm(post);
      await waitUntil(() => queryByRole(element, 'button', RESUME) !== null, 'the offer');
      getByRole(element, 'button', RESUME).click();
      await shows(element, /Kiitos kiinnostuksestasi/);
      await waitUntil(() =>
        (element.shadowRoot?.textContent ?? '').includes('vähintään 16-vuotias'),
      );
    });

    it('is taken back by unticking, and by the button', async () => {
      choice(element).click();
      expect(onDevice()).to.equal('[]');
      choice(element).click();
      expect(onDevice()).to.contain('Aino');
      await element.updateComplete;
      getByRole(element, 'button', DELETE).click();
      expect(onDevice()).to.equal('[]');
      expect(choice(element).checked).to.equal(false);
      expect(deepActiveElement()).to.equal(choice(element));
      fill(element, { 'contact/firstName': ['Eero'] });
      await element.updateComplete;
      expect(onDevice()).to.equal('[]');
    });

    it('ends when it was sent', async () => {
      await goTo(element, CHECK);
      getByRole(element, 'button', /^Lähetä/).click();
      await waitUntil(() => post.sent.length === 1);
      // Until the receipt is in hand the answers are the only copy.
      expect(onDevice()).to.contain('Aino');
      post.answer(RECEIPT);
      await shows(element, /vastaanotettu/);
      expect(onDevice()).to.equal('[]');
    });
  });

  describe('where the browser does not let anything be stored', () => {
    const { setItem } = Storage.prototype;

    beforeEach(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('Full', 'QuotaExceededError');
      };
    });

    afterEach(() => {
      Storage.prototype.setItem = setItem;
    });

    it('says so, and leaves the box unticked', async () => {
      await unfold(element);
      choice(element).click();
      await element.updateComplete;
      expect(choice(element).checked).to.equal(false);
      expect(element.shadowRoot?.textContent).to.contain('ei anna tallentaa');
    });
  });

  describe('where something else stands in its place', () => {
    for (const text of ['', 'null', '[]', '{"savedAt":1}', '{"recordId":1,"values":{"a":{}}}']) {
      it(`takes no notice of ${text === '' ? 'nothing' : text}`, async () => {
        localStorage.setItem('puntari:volunteer-form:liikenne', text);
        const other = await openForm(post);
        await waitUntil(() => onDevice() === '[]', 'it is cleared away');
        getByRole(other, 'button', 'Aloita ilmoittautuminen');
        expect(queryByRole(other, 'button', RESUME)).to.equal(null);
      });
    }
  });

  describe('on a shared computer', () => {
    it('is not offered', async () => {
      const shared = await openForm(post, { noRestore: true });
      await goTo(shared, /Voitko osallistua/);
      expect(shared.shadowRoot?.querySelector('summary')).to.equal(null);
    });
  });
});
