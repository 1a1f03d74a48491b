/** What a person finds who goes back, comes back, presses twice, or meets another panel in the same place. */
import type { Receipt } from '@puntari/contracts';
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import { getAllByRole, getByRole, nameOf, queryByRole } from '../../../../test/support/query.js';
import { expectLog } from '../../../../test/support/setup.js';
import './define.js';
import { panelWith } from './testing/panel.js';
import type { VolunteerForm } from './volunteer-form.js';

const RECEIPT: Receipt = {
  reference: 'K7M-4PX',
  receivedAt: '2026-11-22T10:00:00+02:00',
  readBy: 'Osallisuustyö',
};

const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  'eligibility/livesInArea': ['true'],
  birthYear: ['1985'],
  'strata/gender': ['woman'],
  availability: ['eka'],
  'contact/firstName': ['Aino'],
  'contact/lastName': ['Virtanen'],
  'address/line1': ['Esimerkkitie 1'],
  'address/postcode': ['02100'],
  'address/city': ['Espoo'],
  'contact/email': ['aino@example.fi'],
  'contact/preferred': ['email'],
  'consent/process': ['true'],
};

/** Answers to the page, when the test lets it. */
class Post {
  readonly sent: unknown[] = [];
  answer!: (receipt: Receipt) => void;
  fail!: (error: Error) => void;

  readonly listen = (event: HTMLElementEventMap['puntari-before-submit']): void => {
    this.sent.push(event.submission);
    event.respondWith(
      new Promise<Receipt>((resolve, reject) => {
        this.answer = resolve;
        this.fail = reject;
      }),
    );
  };
}

let post: Post;

beforeEach(() => {
  post = new Post();
});

async function form(panel: unknown = panelWith()): Promise<VolunteerForm> {
  const element = await fixture<VolunteerForm>(
    html`<puntari-volunteer-form
      .record=${panel}
      @puntari-before-submit=${post.listen}
    ></puntari-volunteer-form>`,
  );
  if (!element.isReady) await oneEvent(element, 'puntari-ready');
  await element.updateComplete;
  return element;
}

const headingOf = (element: VolunteerForm): string =>
  getAllByRole(element, 'heading')
    .map((heading) => heading.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '')
    .join(' | ');

const shows = (element: VolunteerForm, title: RegExp): Promise<void> =>
  waitUntil(() => title.test(headingOf(element)), `${String(title)} in ${headingOf(element)}`);

function fill(element: VolunteerForm, answers = ANSWERS): void {
  for (const control of element.shadowRoot?.querySelectorAll<HTMLInputElement>('[name]') ?? []) {
    const wanted = answers[control.name];
    if (!wanted) continue;
    if (control.type === 'radio' || control.type === 'checkbox') {
      if (wanted.includes(control.value) && !control.checked) control.click();
    } else {
      control.value = wanted[0] ?? '';
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}

/** Goes on, answering what is asked, until a heading is shown. */
async function goTo(element: VolunteerForm, title: RegExp, answers = ANSWERS): Promise<void> {
  for (let step = 0; step < 8 && !title.test(headingOf(element)); step += 1) {
    const before = headingOf(element);
    fill(element, answers);
    getAllByRole(element, 'button').at(-1)?.click();
    await waitUntil(() => headingOf(element) !== before, `something after ${before}`);
    await element.updateComplete;
  }
}

const CHECK = /Tarkista vastauksesi/;

describe('<puntari-volunteer-form>, going back and forth', () => {
  describe('while it is being sent', () => {
    let element: VolunteerForm;

    beforeEach(async () => {
      element = await form();
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

  describe('with another panel in the same place', () => {
    let element: VolunteerForm;

    it('starts anew, without the answers to the one before', async () => {
      element = await form();
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
      element = await form();
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
      element = await form();
      await goTo(element, /Yhteystietosi/);
      fill(element);
      element.record = panelWith({ version: '2' });
      await element.updateComplete;
      expect(getByRole<HTMLInputElement>(element, 'textbox', 'Etunimi').value).to.equal('Aino');
    });
  });

  describe('coming back after the receipt', () => {
    it('finds the receipt, and nothing to send again', async () => {
      const element = await form();
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

  describe('coming back to an answer that keeps somebody out', () => {
    it('returns to the answers once it is mended', async () => {
      const element = await form();
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
      const element = await form(newer);
      expect(element.textContent).not.to.match(/newkind|sometime|panelKind|attach\./);
      await goTo(element, /Osallistumisesi/);
      const names = getAllByRole(element, 'checkbox').map(nameOf).join();
      expect(names).to.match(/[Kk]uljetus|[Mm]atka/);
      expect(names).not.to.match(/guide-dog|supportNeed/);
    });
  });
});
