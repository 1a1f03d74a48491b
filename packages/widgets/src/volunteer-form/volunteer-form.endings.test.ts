/** Where nothing is asked: what a person is told, and what there is to do instead. */
import { aTimeout, expect, waitUntil } from '@open-wc/testing';

import { json, stubFetch } from '../../../core/src/testing/fetch-stub.js';
import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import { getByRole, queryByRole } from '../../../../test/support/query.js';
import { ANSWERS, goTo, openForm, Post, shows } from './testing/filling.js';
import { panelWith } from './testing/panel.js';
import type { VolunteerForm } from './volunteer-form.js';

const OTHER_WAYS = [{ label: 'Anna palautetta', url: 'https://example.fi/palaute' }];
const { registration } = panelWith();

const wordsOf = (element: VolunteerForm): string => element.shadowRoot?.textContent ?? '';

function offersNoOtherWayToSignUp(element: VolunteerForm): void {
  expect(wordsOf(element)).not.to.contain('haluatko ilmoittautua muulla tavalla');
  expect(wordsOf(element)).to.contain('Jos sinulla on kysyttävää');
  getByRole(element, 'link', '09 816 21');
}

describe('<puntari-volunteer-form>, closed by the receiver before its day', () => {
  it('does not say that it closed on a day that is still to come', async () => {
    const network = stubFetch(() => json({ open: false, now: new Date().toISOString() }));
    const element = await openForm(new Post());
    element.action = 'https://osallistu.example.fi/api/panels/liikenne/registrations';
    element.record = panelWith({ version: '2' });
    await shows(element, /on päättynyt/);
    network.restore();
    expect(wordsOf(element)).to.contain('Vastausaika on päättynyt').and.not.contain(' klo ');
  });

  it('takes who stands on the button that goes to what is said of it', async () => {
    const network = stubFetch(() => json({ open: false, now: new Date().toISOString() }));
    const element = await openForm(new Post());
    getByRole(element, 'button', 'Aloita ilmoittautuminen').focus();
    element.action = 'https://osallistu.example.fi/api/panels/liikenne/registrations';
    element.record = panelWith({ version: '2' });
    await shows(element, /on päättynyt/);
    network.restore();
    const heading = getByRole(element, 'heading', 'Ilmoittautuminen on päättynyt');
    await waitUntil(() => deepActiveElement() === heading, 'the focus is there');
  });

  it('leaves the focus of who is elsewhere on the page where it is', async () => {
    const network = stubFetch(() => json({ open: false, now: new Date().toISOString() }));
    const element = await openForm(new Post());
    const elsewhere = document.createElement('button');
    element.before(elsewhere);
    elsewhere.focus();
    element.action = 'https://osallistu.example.fi/api/panels/liikenne/registrations';
    element.record = panelWith({ version: '2' });
    await shows(element, /on päättynyt/);
    await aTimeout(20);
    network.restore();
    expect(deepActiveElement()).to.equal(elsewhere);
    elsewhere.remove();
  });
});

describe('<puntari-volunteer-form>, whose time ends while the page is open', () => {
  it('takes who begins a moment too late to what is said of it', async () => {
    const element = await openForm(new Post());
    const button = getByRole(element, 'button', 'Aloita ilmoittautuminen');
    button.focus();
    const { now } = Date;
    Date.now = () => Date.parse(registration.closes) + 1000;
    try {
      button.click();
      await shows(element, /Ilmoittautuminen on päättynyt/);
      const heading = getByRole(element, 'heading', 'Ilmoittautuminen on päättynyt');
      await waitUntil(() => deepActiveElement() === heading, 'the focus is there');
    } finally {
      Date.now = now;
    }
  });
});

describe('<puntari-volunteer-form>, before its time begins', () => {
  it('says when it begins and ends', async () => {
    const panel = panelWith({
      registration: {
        ...registration,
        opens: '2099-03-01T09:00:00+02:00',
        closes: '2099-04-01T00:00:00+03:00',
      },
    });
    const element = await openForm(new Post(), { panel });
    expect(wordsOf(element).replaceAll(/\s/g, ' ')).to.contain(
      'Ilmoittautuminen alkaa sunnuntaina 1. maaliskuuta 2099 klo 9.00 ja päättyy ' +
        'tiistaina 31. maaliskuuta 2099 klo 24.00.',
    );
  });
});

describe('<puntari-volunteer-form>, where nothing is asked', () => {
  const open = (changes: object): Promise<VolunteerForm> =>
    openForm(new Post(), { panel: panelWith({ otherWays: OTHER_WAYS, ...changes }) });

  describe('of somebody who cannot take part', () => {
    const panel = {
      registration: {
        ...registration,
        maximumAge: 29,
        excluded: { fi: 'Oletko valtuutettu?', sv: 'Är du ledamot?', en: 'Are you a councillor?' },
      },
    };
    const eligible = { ...ANSWERS, birthYear: ['2000'], 'eligibility/excluded': ['false'] };

    it('says before the year of birth is written between which ages it is, and of what year', async () => {
      const element = await open(panel);
      await goTo(element, /Voitko osallistua/);
      expect(getByRole(element, 'textbox', 'Syntymävuosi').closest('div')?.textContent)
        .to.contain('vähintään 16-vuotias vuoden 2027 lopussa')
        .and.to.contain('enintään 29-vuotias vuoden 2027 lopussa');
    });

    it('names no age where every age will do', async () => {
      const element = await open({ registration: { ...registration, minimumAge: 0 } });
      await goTo(element, /Voitko osallistua/);
      expect(wordsOf(element)).not.to.contain('-vuotias');
    });

    for (const [who, answers, why] of [
      ['lives elsewhere', { 'eligibility/livesInArea': ['false'] }, 'alueen asukkaita'],
      ['holds a position', { 'eligibility/excluded': ['true'] }, 'riippumaton päättäjistä'],
      ['is too young', { birthYear: ['2020'] }, 'vähintään 16-vuotias vuoden 2027 lopussa'],
      ['is too old', { birthYear: ['1950'] }, 'enintään 29-vuotias vuoden 2027 lopussa'],
    ] as const) {
      it(`says to who ${who} why, and how else to be heard`, async () => {
        const element = await open(panel);
        await goTo(element, /Kiitos kiinnostuksestasi/, { ...eligible, ...answers });
        await shows(element, /Kiitos kiinnostuksestasi/);
        expect(wordsOf(element)).to.contain(why);
        expect(element.shadowRoot?.querySelectorAll('ul > li').length).to.be.at.least(2);
        getByRole(element, 'heading', 'Näin voit vaikuttaa muulla tavalla');
        getByRole(element, 'link', 'Anna palautetta');
        getByRole(element, 'button', 'Takaisin');
        offersNoOtherWayToSignUp(element);
      });
    }
  });

  for (const [what, changes] of [
    [
      'not open yet',
      {
        registration: {
          ...registration,
          opens: '2099-01-01T00:00:00Z',
          closes: '2099-02-01T00:00:00Z',
        },
      },
    ],
    [
      'closed',
      {
        registration: {
          ...registration,
          opens: '2020-01-01T00:00:00Z',
          closes: '2020-02-01T00:00:00Z',
        },
      },
    ],
    ['full', { status: 'full' }],
    ['cancelled', { status: 'cancelled' }],
  ] as const) {
    describe(`of a panel that is ${what}`, () => {
      it('asks nothing, and says how else to be heard', async () => {
        const element = await open(changes);
        expect(queryByRole(element, 'button')).to.equal(null);
        getByRole(element, 'link', 'Anna palautetta');
        offersNoOtherWayToSignUp(element);
      });
    });
  }
});
