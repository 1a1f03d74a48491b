import type { Receipt } from '@puntari/contracts';
import { areLoaded } from '@puntari/core';
import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';

import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import { nextEvent } from '../../../../test/support/events.js';
import { press, tab, type as typeText } from '../../../../test/support/keys.js';
import { getAllByRole, getByRole, nameOf, queryByRole } from '../../../../test/support/query.js';
import './define.js';
import { panelWith } from './testing/panel.js';
import { VolunteerForm } from './volunteer-form.js';

const RECEIPT: Receipt = {
  reference: 'K7M-4PX',
  receivedAt: '2026-11-22T10:00:00+02:00',
  readBy: 'Osallisuustyö',
};

async function form(panel: unknown = panelWith(), lang = 'fi'): Promise<VolunteerForm> {
  const element = await fixture<VolunteerForm>(
    html`<puntari-volunteer-form
      lang=${lang}
      .record=${panel}
      @puntari-before-submit=${() => undefined}
      ><p>Soita 09 816 21.</p></puntari-volunteer-form
    >`,
  );
  if (!element.isReady) await nextEvent(element, 'puntari-ready');
  await element.updateComplete;
  return element;
}

const focused = (): string => deepActiveElement()?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

const onStep = (title: RegExp): Promise<void> =>
  waitUntil(() => title.test(focused()), `the step ${String(title)}`);

/** Tabs until a control of that name has focus: what a person does who sees only what has focus. */
async function tabTo(name: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    const active = deepActiveElement();
    if (active && name.test(nameOf(active))) return;
    await tab();
  }
  throw new Error(`No control is named ${String(name)}; focus is on "${focused()}".`);
}

async function choose(group: RegExp, choice: RegExp): Promise<void> {
  await tabTo(group);
  if (!choice.test(nameOf(deepActiveElement() as Element))) {
    for (
      let presses = 0;
      presses < 8 && !choice.test(nameOf(deepActiveElement() as Element));
      presses += 1
    ) {
      await press('ArrowDown');
    }
  } else {
    await press('Space');
  }
}

async function fill(name: RegExp, text: string): Promise<void> {
  await tabTo(name);
  await typeText(text);
}

/** From the first page to the answers, with the keyboard alone. */
async function fillIn(): Promise<void> {
  await tabTo(/Aloita ilmoittautuminen/);
  await press('Enter');
  await onStep(/Voitko osallistua/);
  await choose(/^Kyllä/, /^Kyllä/);
  await fill(/^Syntymävuosi/, '1985');
  await press('Enter');
  await onStep(/Taustatietosi/);
  await choose(/^Nainen/, /^Nainen/);
  await tabTo(/^Jatka/);
  await press('Enter');
  await onStep(/Osallistumisesi/);
  await tabTo(/20\. marraskuuta/);
  await press('Space');
  await tabTo(/^Jatka/);
  await press('Enter');
  await onStep(/Yhteystietosi/);
  await fill(/^Etunimi/, 'Aino');
  await fill(/^Sukunimi/, 'Virtanen');
  await fill(/^Katuosoite/, 'Esimerkkitie 1 A 2');
  await fill(/^Postinumero/, '02100');
  await fill(/^Postitoimipaikka/, 'Espoo');
  await fill(/^Oma sähköposti/, 'aino@example.fi');
  await choose(/^Sähköpostilla/, /^Sähköpostilla/);
  await tabTo(/^Jatka/);
  await press('Enter');
  await onStep(/Tietojesi käyttö/);
  await tabTo(/^Tietojani saa käyttää/);
  await press('Space');
  await tabTo(/^Jatka/);
  await press('Enter');
  await onStep(/Tarkista vastauksesi/);
}

describe('<puntari-volunteer-form>', () => {
  describe('before anything is filled in', () => {
    it('tells why, what for and that a lot decides, where readers find it', async () => {
      const element = await form();
      expect(element.textContent).to.contain('Haluamme kuulla eri-ikäisiä asukkaita.');
      expect(element.textContent).to.contain('arvotaan');
      getByRole(element, 'heading', 'Asukaspaneeli liikenteestä');
    });

    it('says that the panel recommends and others decide, whatever the record leaves out', async () => {
      const { purpose } = panelWith();
      const bare = panelWith({
        purpose: { ...purpose, decision: { ...purpose.decision, attach: ['start'] } },
      });
      for (const [lang, words] of [
        ['fi', 'Vastuu päätöksistä pysyy päätöksentekijöillä.'],
        ['sv', 'Ansvaret för besluten ligger kvar hos beslutsfattarna.'],
        ['en', 'Responsibility for the decisions stays with the decision-makers.'],
        ['fi-simple', 'Päättäjät tekevät päätökset.'],
      ] as const) {
        const element = await form(bare, lang);
        expect(element.textContent, lang).to.contain(words);
      }
    });

    it('tells both days of a meeting that goes on over night', async () => {
      const element = await form(
        panelWith({
          sessions: [
            { id: 'vkl', starts: '2027-12-11T10:00:00+02:00', ends: '2027-12-12T15:00:00+02:00' },
            { id: 'ilta', starts: '2027-12-14T17:00:00+02:00', ends: '2027-12-14T20:00:00+02:00' },
          ],
        }),
      );
      const told = element.textContent.replaceAll(/\s+/g, ' ');
      expect(told).to.contain(
        'lauantaina 11. joulukuuta 2027 klo 10.00 – sunnuntaina 12. joulukuuta 2027 klo 15.00',
      );
      expect(told).to.contain('tiistaina 14. joulukuuta 2027, klo 17.00–\u206020.00');
      // An hour alone on the next line is not known for one.
      expect(element.textContent)
        .to.contain('klo\u00A017.00–\u206020.00')
        .and.contain('klo\u00A010.00');
    });

    it('offers the other channel beside the button', async () => {
      const element = await form();
      getByRole(element, 'button', 'Aloita ilmoittautuminen');
      getByRole(element, 'link', '09 816 21');
    });
  });

  it('asks for own words in a label that reads well after a question too', async () => {
    const [question] = panelWith().questions;
    const element = await form(
      panelWith({ questions: [{ ...question!, label: 'Mikä on sukupuolesi?', ownWords: true }] }),
    );
    await tabTo(/Aloita ilmoittautuminen/);
    await press('Enter');
    await onStep(/Voitko osallistua/);
    await choose(/^Kyllä/, /^Kyllä/);
    await fill(/^Syntymävuosi/, '1985');
    await press('Enter');
    await onStep(/Taustatietosi/);
    getByRole(element, 'textbox', 'Omin sanoin: Mikä on sukupuolesi? (vapaaehtoinen)');
  });

  describe('with the keyboard alone', () => {
    it('goes from the first page to the receipt', async () => {
      const element = await form();
      let sent: unknown;
      element.addEventListener('puntari-before-submit', (event) => {
        sent = event.submission;
        event.respondWith(RECEIPT);
      });
      await fillIn();
      await tabTo(/^Lähetä ilmoittautuminen/);
      await press('Enter');
      await onStep(/Ilmoittautumisesi on vastaanotettu/);
      expect(element.shadowRoot?.textContent).to.contain('K7M-4PX');
      expect(sent).to.deep.equal({
        schemaVersion: 1,
        panelId: 'liikenne',
        lang: 'fi',
        eligibility: { livesInArea: true },
        birthYear: 1985,
        strata: { gender: 'woman' },
        availability: ['eka'],
        contact: {
          firstName: 'Aino',
          lastName: 'Virtanen',
          email: 'aino@example.fi',
          preferred: 'email',
        },
        address: { line1: 'Esimerkkitie 1 A 2', postcode: '02100', city: 'Espoo' },
        consent: { process: true, contactAgain: false, noticeVersion: '2026-11' },
      });
    }).timeout(60_000);

    it('changes an answer and returns to its row', async () => {
      const element = await form();
      await fillIn();
      await tabTo(/^Muuta Syntymävuosi/);
      await press('Enter');
      await onStep(/Voitko osallistua/);
      await tabTo(/^Syntymävuosi/);
      await press('End');
      await press('Backspace');
      await typeText('6');
      await press('Enter');
      await waitUntil(() => focused().startsWith('Muuta Syntymävuosi'));
      expect(element.shadowRoot?.textContent).to.contain('1986');
    }).timeout(60_000);
  });

  describe('with something missing', () => {
    let element: VolunteerForm;

    beforeEach(async () => {
      element = await form();
      getByRole(element, 'button', 'Aloita ilmoittautuminen').click();
      await onStep(/Voitko osallistua/);
      getByRole(element, 'button', 'Jatka').click();
      await onStep(/Korjaa 2 kohtaa/);
    });

    it('lists what to mend in the words that stand at the fields', () => {
      const links = getAllByRole(element, 'link').map(nameOf);
      expect(links.slice(0, 2)).to.deep.equal([
        'Vastaa kyllä tai ei: Asutko Espoossa?',
        'Kirjoita syntymävuosi',
      ]);
      for (const link of links.slice(0, 2))
        expect(element.shadowRoot?.textContent).to.contain(`Virhe: ${link}`);
    });

    it('takes focus to the summary again on a second try', async () => {
      getByRole(element, 'radio', 'Kyllä').focus();
      getByRole(element, 'button', 'Jatka').click();
      await onStep(/Korjaa 2 kohtaa/);
    });

    it('leads from the summary to the first option', () => {
      getByRole(element, 'link', /Asutko/).click();
      expect(deepActiveElement()).to.equal(getByRole(element, 'radio', 'Kyllä'));
    });

    it('keeps the messages until the next Continue', async () => {
      getByRole(element, 'radio', 'Kyllä').click();
      await element.updateComplete;
      expect(element.shadowRoot?.textContent).to.contain('Virhe: Kirjoita syntymävuosi');
    });
  });

  describe('for someone who cannot take part', () => {
    it('thanks them on a page of its own, without an error', async () => {
      const element = await form();
      getByRole(element, 'button', 'Aloita ilmoittautuminen').click();
      await onStep(/Voitko osallistua/);
      getByRole(element, 'radio', 'Ei').click();
      const year = getByRole<HTMLInputElement>(element, 'textbox', /Syntymävuosi/);
      year.value = '1985';
      year.dispatchEvent(new Event('input', { bubbles: true }));
      getByRole(element, 'button', 'Jatka').click();
      await onStep(/Kiitos kiinnostuksestasi/);
      expect(element.shadowRoot?.textContent).not.to.contain('Virhe:');
      getByRole(element, 'link', '09 816 21');
    });
  });

  describe('a switch of language half-way', () => {
    it('keeps the step, the answers and the focus', async () => {
      const element = await form();
      getByRole(element, 'button', 'Aloita ilmoittautuminen').click();
      await onStep(/Voitko osallistua/);
      getByRole(element, 'radio', 'Kyllä').click();
      const year = getByRole<HTMLInputElement>(element, 'textbox', /Syntymävuosi/);
      year.focus();
      await typeText('1985');
      element.lang = 'sv';
      await waitUntil(() => queryByRole(element, 'heading', /Kan du delta/));
      expect(deepActiveElement()).to.equal(year);
      expect(year.value).to.equal('1985');
      expect(getByRole<HTMLInputElement>(element, 'radio', 'Ja').checked).to.equal(true);
    });

    it('to Arabic and on to Easy Finnish keeps them too, and turns the form there and back', async () => {
      const element = await form();
      const isArabicInHand = (): boolean => areLoaded('ar', VolunteerForm.namespaces);
      const direction = (): string => getComputedStyle(getByRole(element, 'heading')).direction;
      getByRole(element, 'button', 'Aloita ilmoittautuminen').click();
      await onStep(/Voitko osallistua/);
      getByRole(element, 'radio', 'Kyllä').click();
      const year = getByRole<HTMLInputElement>(element, 'textbox', /Syntymävuosi/);
      year.focus();
      await typeText('1985');
      const expectKept = (yes: string): void => {
        expect(deepActiveElement()).to.equal(year);
        expect(year.value).to.equal('1985');
        expect(getByRole<HTMLInputElement>(element, 'radio', yes).checked).to.equal(true);
      };
      expect([isArabicInHand(), direction()]).to.deep.equal([false, 'ltr']);

      element.lang = 'ar';
      await waitUntil(() => queryByRole(element, 'heading', /هل يمكنك المشاركة/));
      expectKept('نعم');
      expect([isArabicInHand(), direction()]).to.deep.equal([true, 'rtl']);
      expect(getByRole(element, 'radio', 'نعم').closest('fieldset')?.textContent).to.contain(
        'Asutko Espoossa?',
      );

      element.lang = 'fi-simple';
      await waitUntil(() => queryByRole(element, 'heading', /Vaihe 1\. Vaiheita on 6\./));
      expectKept('Kyllä');
      expect(direction()).to.equal('ltr');
    });

    it('turns the text of the first page, which is made anew by whoever goes back to it', async () => {
      const element = await form();
      const text = (): HTMLElement => element.querySelector<HTMLElement>('[slot=document]')!;
      getByRole(element, 'button', 'Aloita ilmoittautuminen').click();
      await onStep(/Voitko osallistua/);
      element.lang = 'ar';
      await waitUntil(() => queryByRole(element, 'heading', /هل يمكنك المشاركة/));
      element.shadowRoot!.querySelector<HTMLElement>('#back')!.click();
      await waitUntil(() => text().dir === 'rtl' && text().assignedSlot !== null);
      element.lang = 'fi-simple';
      await waitUntil(() => text().dir === 'ltr');
    });
  });

  describe('in Arabic', () => {
    it('lets a text tell its own direction when the record does not say its language', async () => {
      const element = await form(panelWith(), 'ar');
      const why = [...element.querySelectorAll<HTMLElement>('[slot=document] p')].find((text) =>
        text.textContent?.includes('Haluamme kuulla'),
      );
      expect(why?.dir).to.equal('auto');
    });
  });

  const states: [string, object, RegExp][] = [
    [
      'not open yet',
      { opens: '2090-01-01T09:00:00+02:00', closes: '2090-02-01T09:00:00+02:00' },
      /ei ole vielä alkanut/,
    ],
    [
      'closed',
      { opens: '2020-01-01T09:00:00+02:00', closes: '2020-02-01T09:00:00+02:00' },
      /on päättynyt/,
    ],
  ];
  for (const [name, dates, title] of states) {
    it(`says that it is ${name}, and has no form`, async () => {
      const panel = panelWith();
      const element = await form({ ...panel, registration: { ...panel.registration, ...dates } });
      getByRole(element, 'heading', title);
      expect(queryByRole(element, 'button')).to.equal(null);
    });
  }

  it('says on its last days until what hour it is open', async () => {
    const panel = panelWith();
    const closes = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString();
    const element = await form({ ...panel, registration: { ...panel.registration, closes } });
    expect(element.shadowRoot?.textContent).to.match(/päättyy pian: .+ klo\s\d+\.\d\d\.\s/);
  });

  for (const status of ['full', 'cancelled'] as const) {
    it(`says that it is ${status}, and has no form`, async () => {
      const element = await form(panelWith({ status }));
      expect(queryByRole(element, 'button')).to.equal(null);
      getByRole(element, 'link', '09 816 21');
    });
  }

  describe('for the page’s own statistics', () => {
    it('tells the step and nothing else', async () => {
      const element = await form();
      const stepped = nextEvent(element, 'puntari-step');
      getByRole(element, 'button', 'Aloita ilmoittautuminen').click();
      const { step, of, name } = await stepped;
      expect([step, of, name]).to.deep.equal([1, 6, 'eligibility']);
    });

    it('tells a step once, however often it was asked for while it was on its way', async () => {
      const element = await form();
      const steps: number[] = [];
      element.addEventListener('puntari-step', ({ step }) => steps.push(step));
      const start = getByRole(element, 'button', 'Aloita ilmoittautuminen');
      start.click();
      start.click();
      await waitUntil(() => steps.length > 0);
      await aTimeout(0);
      expect(steps).to.deep.equal([1]);
    });
  });

  describe('coming back to the page', () => {
    it('is at the same step with the same answers, without what is sensitive', async () => {
      const element = await form();
      element.formStateRestoreCallback(
        JSON.stringify({
          recordId: 'liikenne',
          view: 'contact',
          key: '7f1f8c1e-5f0a-4c69-8a55-0d6a4e9f1a11',
          values: { 'contact/firstName': 'Aino' },
        }),
      );
      await waitUntil(() => queryByRole(element, 'textbox', 'Etunimi'));
      expect(getByRole<HTMLInputElement>(element, 'textbox', 'Etunimi').value).to.equal('Aino');
    });
  });

  describe('two on one page', () => {
    it('do not disturb each other', async () => {
      const first = await form();
      const second = await form(panelWith({ id: 'toinen' }));
      getByRole(first, 'button', 'Aloita ilmoittautuminen').click();
      await onStep(/Voitko osallistua/);
      getByRole(first, 'radio', 'Kyllä').click();
      await aTimeout(0);
      getByRole(second, 'button', 'Aloita ilmoittautuminen');
    });
  });
});
