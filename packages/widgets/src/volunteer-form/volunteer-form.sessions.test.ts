/** Of somebody who can attend none of the meetings: an answer like any other, and no mistake. */
import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import { getAllByRole, getByRole, nameOf } from '../../../../test/support/query.js';
import { ANSWERS, CHECK, goTo, headingOf, openForm, Post, shows } from './testing/filling.js';
import { panelWith } from './testing/panel.js';
import type { VolunteerForm } from './volunteer-form.js';

const NONE = 'En pääse yhteenkään tapaamiseen';
const OUT = /Kiitos kiinnostuksestasi/;
const MEETINGS = /Osallistumisesi tapaamisiin/;
const eligible = { 'eligibility/livesInArea': 'true', birthYear: '1985' };
const OTHER_WAYS = [{ label: 'Anna palautetta', url: 'https://example.fi/palaute' }];

let post: Post;
let element: VolunteerForm;

const wordsOf = (): string => element.shadowRoot?.textContent ?? '';
const press = (name: RegExp | string): void => {
  getByRole(element, 'button', name).click();
};

/** The boxes of the question, in their order. */
const boxes = (): HTMLInputElement[] =>
  getAllByRole<HTMLInputElement>(element, 'checkbox').filter(({ name }) => name === 'availability');
const none = (): HTMLInputElement => getByRole<HTMLInputElement>(element, 'checkbox', NONE);
const ticked = (): number[] =>
  boxes().flatMap(({ checked }, index) => (checked ? [index + 1] : []));

beforeEach(async () => {
  post = new Post();
  element = await openForm(post, { panel: panelWith({ otherWays: OTHER_WAYS }) });
});

describe('<puntari-volunteer-form>, asking for the meetings', () => {
  beforeEach(() => goTo(element, MEETINGS));

  it('offers last, after "or", that one can attend none', () => {
    expect(nameOf(boxes().at(-1)!)).to.equal(NONE);
    expect(boxes().at(-1)?.closest('label')?.previousElementSibling?.textContent).to.equal('tai');
  });

  it('tells who goes on without an answer that this is one too', async () => {
    press('Jatka');
    await shows(element, /Korjaa/);
    expect(wordsOf()).to.contain('tai vastaa, ettet pääse yhteenkään');
  });

  describe('of somebody who ticks with the keyboard', () => {
    const space = async (box: HTMLInputElement | undefined): Promise<void> => {
      box?.focus();
      await sendKeys({ press: ' ' });
      await element.updateComplete;
    };

    it('unticks the meetings with "none of them", and that with a meeting', async () => {
      await space(boxes()[0]);
      await space(boxes()[1]);
      expect(ticked()).to.deep.equal([1, 2]);
      await space(none());
      expect(ticked()).to.deep.equal([3]);
      expect(deepActiveElement()).to.equal(none());
      await space(boxes()[1]);
      expect(ticked()).to.deep.equal([2]);
      await space(boxes()[1]);
      expect(ticked()).to.deep.equal([]);
    });
  });

  describe('of somebody who does not see the boxes', () => {
    const status = (): string => getByRole(element, 'status').textContent?.trim() ?? '';
    /** Everything that stands in the region from now on. */
    const heard = (): string[] => {
      const said: string[] = [];
      const watch = new MutationObserver(() => {
        if (status() !== '') said.push(status());
      });
      watch.observe(getByRole(element, 'status'), { childList: true, characterData: true });
      return said;
    };

    it('says once and politely that the meetings were unticked, and that "none" was', async () => {
      boxes()[0]?.click();
      boxes()[1]?.click();
      const said = heard();
      none().click();
      await waitUntil(() => status() !== '');
      boxes()[1]?.click();
      await waitUntil(() => status().startsWith('Valinta'));
      await element.updateComplete;
      expect(said).to.deep.equal([
        'Tapaamisten valinnat poistettiin, koska valitsit, ettet pääse yhteenkään.',
        `Valinta ”${NONE}” poistettiin, koska valitsit tapaamisen.`,
      ]);
    });

    it('says nothing where no box lost its tick', async () => {
      const said = heard();
      none().click();
      none().click();
      boxes()[0]?.click();
      boxes()[1]?.click();
      boxes()[1]?.click();
      // Longer than the region waits.
      await aTimeout(100);
      await aTimeout(100);
      expect(said).to.deep.equal([]);
    });
  });

  describe('of a panel that meets once', () => {
    it('keeps the two apart too', async () => {
      const [session] = panelWith().sessions;
      element = await openForm(post, { panel: panelWith({ sessions: session ? [session] : [] }) });
      await goTo(element, MEETINGS);
      boxes()[0]?.click();
      await element.updateComplete;
      none().click();
      await element.updateComplete;
      expect(ticked()).to.deep.equal([2]);
    });
  });
});

describe('<puntari-volunteer-form>, of somebody who can attend none of the meetings', () => {
  beforeEach(async () => {
    await goTo(element, MEETINGS);
    getByRole(element, 'checkbox', /Tulkkaus/).click();
    none().click();
    press('Jatka');
    await shows(element, OUT);
    await element.updateComplete;
  });

  it('says why, thanks, and how else to be heard, without an error', () => {
    expect(wordsOf()).to.contain('Vastasit, ettet pääse yhteenkään tapaamiseen.');
    getByRole(element, 'link', 'Anna palautetta');
    expect(wordsOf()).not.to.contain('Virhe');
    expect(deepActiveElement()?.textContent).to.match(OUT);
    expect(post.sent).to.deep.equal([]);
  });

  it('leads back to the meetings with every answer, and on from there', async () => {
    press('Takaisin');
    await shows(element, MEETINGS);
    expect(ticked()).to.deep.equal([3]);
    expect(getByRole<HTMLInputElement>(element, 'checkbox', /Tulkkaus/).checked).to.equal(true);
    boxes()[0]?.click();
    await element.updateComplete;
    press('Jatka');
    await shows(element, /Yhteystietosi/);
    await goTo(element, CHECK, { ...ANSWERS, availability: [] });
    expect(wordsOf()).to.contain('Tulkkaus').and.not.contain(NONE);
  });

  it('comes back to that page and its reason, and from there to the meetings', async () => {
    const values = { ...eligible, availability: ['_none'] };
    element = await openForm(post);
    element.formStateRestoreCallback(
      JSON.stringify({ recordId: 'liikenne', view: 'ineligible', values }),
    );
    await shows(element, OUT);
    await waitUntil(() => wordsOf().includes('ettet pääse yhteenkään'));
    press('Takaisin');
    await shows(element, MEETINGS);
    expect(ticked()).to.deep.equal([3]);
  });
});

describe('<puntari-volunteer-form>, changing the meetings to none of them', () => {
  beforeEach(async () => {
    await goTo(element, CHECK);
    press(/^Muuta Mihin tapaamisiin/);
    await shows(element, MEETINGS);
    none().click();
    await element.updateComplete;
  });

  it('thanks too, and comes back to the answers once it is mended', async () => {
    press('Jatka');
    await shows(element, OUT);
    press('Takaisin');
    await shows(element, MEETINGS);
    boxes()[0]?.click();
    await element.updateComplete;
    press('Jatka');
    await shows(element, CHECK);
  });

  it('says so among the answers, and sends nothing', async () => {
    press('Takaisin');
    await shows(element, CHECK);
    expect(wordsOf()).to.contain(NONE);
    press(/^Lähetä/);
    await shows(element, OUT);
    expect(headingOf(element)).not.to.match(/Korjaa/);
    expect(post.sent).to.deep.equal([]);
    press('Takaisin');
    await shows(element, MEETINGS);
  });
});
