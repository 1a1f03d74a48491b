/** What a person finds who goes back, comes back, presses twice, or meets another panel in the same place. */
import { aTimeout, expect, waitUntil } from '@open-wc/testing';

import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import { getAllByRole, getByRole, nameOf, queryByRole } from '../../../../test/support/query.js';
import { expectLog } from '../../../../test/support/setup.js';
import { CHECK, fill, goTo, headingOf, openForm, Post, RECEIPT, shows } from './testing/filling.js';
import { panelWith } from './testing/panel.js';
import type { VolunteerForm } from './volunteer-form.js';

let post: Post;

beforeEach(() => {
  post = new Post();
});

describe('<puntari-volunteer-form>, going back and forth', () => {
  describe('while it is being sent', () => {
    let element: VolunteerForm;

    beforeEach(async () => {
      element = await openForm(post);
      await goTo(element, CHECK);
      getByRole(element, 'button', /^Lähetä ilmoittautuminen/).click();
      await waitUntil(() => post.sent.length === 1);
      await element.updateComplete;
      getByRole(element, 'button', 'Takaisin').click();
      await element.updateComplete;
    });

    it('stays where it is', () => {
      expect(headingOf(element)).to.match(CHECK);
      expect(getByRole(element, 'button', 'Takaisin').getAttribute('aria-disabled')).to.equal(
        'true',
      );
    });

    it('does not say that nothing has been sent', () => {
      expect(element.shadowRoot?.textContent).not.to.contain('Mitään ei ole vielä lähetetty');
    });

    it('says so when it fails', async () => {
      post.fail(new Error('no'));
      await shows(element, /Lähettäminen ei onnistunut/);
      expect(deepActiveElement()?.textContent).to.contain('Lähettäminen ei onnistunut');
    });
  });

  describe('taken off the page at the press that sends it', () => {
    it('sends nothing unseen, and is sent when it is there again', async () => {
      const element = await openForm(post);
      const { parentElement } = element;
      await goTo(element, CHECK);
      getByRole(element, 'button', /^Lähetä ilmoittautuminen/).click();
      element.remove();
      await aTimeout(50);
      expect(post.sent).to.have.length(0);
      parentElement?.append(element);
      await element.updateComplete;
      getByRole(element, 'button', /^Lähetä ilmoittautuminen/).click();
      await waitUntil(() => post.sent.length === 1);
      post.answer(RECEIPT);
      await shows(element, /vastaanotettu/);
    });
  });

  describe('with another panel in the same place', () => {
    let element: VolunteerForm;

    it('starts anew, without the answers to the one before', async () => {
      element = await openForm(post);
      await goTo(element, /Yhteystietosi/);
      fill(element);
      element.record = panelWith({ id: 'toinen', title: 'Toinen paneeli' });
      await shows(element, /Toinen paneeli/);
      await goTo(element, /Voitko osallistua/);
      expect(getByRole<HTMLInputElement>(element, 'textbox', /Syntymävuosi/).value).to.equal('');
      for (const radio of getAllByRole<HTMLInputElement>(element, 'radio'))
        expect(radio.checked).to.equal(false);
    });

    it('does not show the receipt of the one before', async () => {
      element = await openForm(post);
      await goTo(element, CHECK);
      getByRole(element, 'button', /^Lähetä ilmoittautuminen/).click();
      await waitUntil(() => post.sent.length === 1);
      post.answer(RECEIPT);
      await shows(element, /vastaanotettu/);
      element.record = panelWith({ id: 'toinen', title: 'Toinen paneeli' });
      await shows(element, /Toinen paneeli/);
      getByRole(element, 'button', 'Aloita ilmoittautuminen');
      expect(element.shadowRoot?.textContent).not.to.contain('K7M-4PX');
    });

    it('keeps everything when it is a new version of the same', async () => {
      element = await openForm(post);
      await goTo(element, /Yhteystietosi/);
      fill(element);
      element.record = panelWith({ version: '2' });
      await element.updateComplete;
      expect(getByRole<HTMLInputElement>(element, 'textbox', 'Etunimi').value).to.equal('Aino');
    });
  });

  describe('coming back after the receipt', () => {
    it('finds the receipt, and nothing to send again', async () => {
      const element = await openForm(post);
      element.formStateRestoreCallback(
        JSON.stringify({
          recordId: 'liikenne',
          view: 'check',
          key: '',
          values: {},
          receipt: RECEIPT,
        }),
      );
      await shows(element, /Ilmoittautumisesi on vastaanotettu/);
      expect(element.shadowRoot?.textContent).to.contain('K7M-4PX');
      expect(queryByRole(element, 'button', /Aloita|Lähetä/)).to.equal(null);
    });
  });

  describe('changing an answer that takes away the question asked for', () => {
    it('comes back to the top of the answers, and not to the button that leaves them', async () => {
      const element = await openForm(post);
      await goTo(element, CHECK);
      getByRole(element, 'button', /^Muuta Katuosoite/).click();
      await shows(element, /Yhteystietosi/);
      getByRole(element, 'checkbox', 'Minulla on turvakielto').click();
      getByRole(element, 'button', 'Jatka').click();
      await shows(element, CHECK);
      await element.updateComplete;
      expect(deepActiveElement()?.textContent).to.match(CHECK);
    });
  });

  describe('coming back to an answer that keeps somebody out', () => {
    it('returns to the answers once it is mended', async () => {
      const element = await openForm(post);
      await goTo(element, CHECK);
      getByRole(element, 'button', /^Muuta Asutko/).click();
      await shows(element, /Voitko osallistua/);
      getByRole(element, 'radio', 'Ei').click();
      getByRole(element, 'button', 'Jatka').click();
      await shows(element, /Kiitos kiinnostuksestasi/);
      getByRole(element, 'button', 'Takaisin').click();
      await shows(element, /Voitko osallistua/);
      getByRole(element, 'radio', 'Kyllä').click();
      getByRole(element, 'button', 'Jatka').click();
      await shows(element, CHECK);
    });
  });

  describe('with codes that are newer than the widget', () => {
    it('shows no code, and offers nothing that could not be sent', async () => {
      expectLog(/newkind/);
      const panel = panelWith();
      const newer = {
        ...panel,
        kind: 'newkind',
        support: { needs: ['guide-dog', 'transport'] },
        purpose: {
          ...panel.purpose,
          decision: { ...panel.purpose.decision, attach: ['sometime'] },
        },
      };
      const element = await openForm(post, { panel: newer });
      expect(element.textContent).not.to.match(/newkind|sometime|panelKind|attach\./);
      await goTo(element, /Osallistumisesi/);
      const names = getAllByRole(element, 'checkbox').map(nameOf).join();
      expect(names).to.match(/[Kk]uljetus|[Mm]atka/);
      expect(names).not.to.match(/guide-dog|supportNeed/);
    });
  });
});
