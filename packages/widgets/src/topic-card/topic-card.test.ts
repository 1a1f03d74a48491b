import { parseRecord } from '@puntari/contracts';
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import {
  getAllByRole,
  getByRole,
  getByText,
  nameOf,
  queryByRole,
  queryByText,
  textOf,
} from '../../../../test/support/query.js';
import { expectLog } from '../../../../test/support/setup.js';
import { json, stubFetch } from '../../../core/src/testing/fetch-stub.js';
import './define.js';
import { topicWith } from './testing/topic.js';
import type { TopicCard } from './topic-card.js';

async function card(record: unknown, template = html``): Promise<TopicCard> {
  const element = await fixture<TopicCard>(
    html`<puntari-topic-card lang="fi" .record=${record}>${template}</puntari-topic-card>`,
  );
  if (!element.isReady) await oneEvent(element, 'puntari-ready');
  await element.updateComplete;
  return element;
}

/** The value beside a name in the list of facts. */
function factOf(element: Element, name: string): string {
  const value = getByText(element, name).nextElementSibling;
  return value ? textOf(value) : '';
}

/** Comes when the record has been checked, which is after it is shown, and something was found. */
function nextReport(): Promise<void> {
  const { error } = console;
  return new Promise((resolve) => {
    console.error = (...values: unknown[]) => {
      console.error = error;
      error(...values);
      resolve();
    };
  });
}

/** Follows no link: a test that leaves its page is over. Says which links were to be followed. */
function caughtClicks(element: Element): string[] {
  const followed: string[] = [];
  element.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link) return;
    event.preventDefault();
    followed.push(link.href);
  });
  return followed;
}

describe('<puntari-topic-card>', () => {
  describe('with a topic', () => {
    let element: TopicCard;
    beforeEach(async () => {
      element = await card(topicWith());
    });

    it('is an article named by its heading', () => {
      expect(nameOf(getByRole(element, 'article'))).to.equal(
        nameOf(getAllByRole(element, 'heading')[0]!),
      );
    });

    it('has title and summary where readers and translators find them', () => {
      expect(element.textContent).to.contain('Keskustan katutila').and.contain('Tila ei riitä');
    });

    it('has one link in its heading, named by the title', () => {
      const link = getByRole<HTMLAnchorElement>(element, 'link', 'Keskustan katutila');
      expect([link.parentElement?.localName, link.href]).to.deep.equal([
        'h2',
        'https://example.fi/aiheet/katutila',
      ]);
    });

    it('says the status in words', () => {
      getByText(element, 'Ei valittu');
    });

    it('says why the topic was not chosen', () => {
      getByRole(element, 'heading', 'Miksi aihetta ei valittu');
      getByText(element, 'Asia on jo päätetty.');
    });

    it('names the body that decides', () => {
      expect(factOf(element, 'Asiasta päättää')).to.equal('Valtuusto');
    });

    it('says when the decision is planned, for people and programs', () => {
      expect(factOf(element, 'Suunniteltu päätöspäivä')).to.equal('24. huhtikuuta 2028');
      for (const day of element.querySelectorAll('dd time'))
        expect(day.getAttribute('datetime')).to.equal('2028-04-24');
    });

    it('says the level in text', () => {
      expect(factOf(element, 'Osallistumisen taso')).to.equal('taso 3/5: Yhdessä työskentely');
    });

    it('leads with when and how to have a say', () => {
      getByRole(element, 'heading', 'Milloin ja miten voit vaikuttaa');
    });

    it('tells what is asked, why it suits a panel and what was answered', () => {
      getByText(element, 'Miten tila jaetaan?');
      getByText(element, 'Aiheeseen liittyy vaikeita arvovalintoja.');
      getByText(element, 'Kiitos ehdotuksesta.');
    });

    it('says the count of supporters with what it counts', () => {
      expect(factOf(element, 'Kannatus')).to.equal('412 kannattajaa');
    });

    it('takes focus at its link', () => {
      element.focus();
      expect(deepActiveElement()).to.equal(getByRole(element, 'link', 'Keskustan katutila'));
    });
  });

  describe('clicked', () => {
    it('on its text opens the topic', async () => {
      const element = await card(topicWith());
      const followed = caughtClicks(element);
      getByText(element, 'Tila ei riitä kaikelle.').click();
      expect(followed).to.deep.equal(['https://example.fi/aiheet/katutila']);
    });

    it('on another link opens only that', async () => {
      const element = await card(
        topicWith({ links: [{ label: 'Ilmoittaudu', url: 'https://example.fi/ilmoittaudu' }] }),
      );
      const followed = caughtClicks(element);
      getByRole(element, 'link', 'Ilmoittaudu').click();
      expect(followed).to.deep.equal(['https://example.fi/ilmoittaudu']);
    });

    it('at the end of a selection opens nothing', async () => {
      const element = await card(topicWith());
      const followed = caughtClicks(element);
      const text = getByText(element, 'Tila ei riitä kaikelle.');
      getSelection()?.selectAllChildren(text);
      text.click();
      getSelection()?.removeAllRanges();
      expect(followed).to.deep.equal([]);
    });

    it('with the control key opens nothing here', async () => {
      const element = await card(topicWith());
      const followed = caughtClicks(element);
      getByText(element, 'Tila ei riitä kaikelle.').dispatchEvent(
        new MouseEvent('click', { bubbles: true, ctrlKey: true }),
      );
      expect(followed).to.deep.equal([]);
    });
  });

  describe('with a topic without an address', () => {
    it('has a heading without a link', async () => {
      const { url: _, ...topic } = topicWith();
      const element = await card(topic);
      getByRole(element, 'heading', 'Keskustan katutila');
      expect(queryByRole(element, 'link')).to.equal(null);
    });
  });

  describe('with no planned day', () => {
    it('says that there is none yet', async () => {
      const element = await card(topicWith({ decision: { body: { name: 'Valtuusto' } } }));
      expect(factOf(element, 'Suunniteltu päätöspäivä')).to.equal('Päivää ei ole vielä sovittu');
    });
  });

  describe('compact', () => {
    let element: TopicCard;
    beforeEach(async () => {
      element = await card(topicWith());
      element.variant = 'compact';
      await element.updateComplete;
    });

    it('keeps status, deciding body, day and level', () => {
      getByText(element, 'Ei valittu');
      expect(
        ['Asiasta päättää', 'Suunniteltu päätöspäivä', 'Osallistumisen taso'].map((name) =>
          factOf(element, name),
        ),
      ).to.deep.equal(['Valtuusto', '24. huhtikuuta 2028', 'taso 3/5: Yhdessä työskentely']);
    });

    it('leaves the rest out', () => {
      expect(queryByText(element, 'Miten tila jaetaan?')).to.equal(null);
      expect(getAllByRole(element, 'heading')).to.have.length(1);
    });
  });

  describe('with codes that are newer than the widget', () => {
    let element: TopicCard;
    beforeEach(async () => {
      expectLog(/cannot use the record property as it is/);
      const report = nextReport();
      const decision = { body: { name: 'Valtuusto' }, attach: ['constructor'] };
      element = await card({
        ...topicWith(),
        status: 'post:poned.x',
        level: 7,
        stage: 'toString',
        decision,
      });
      await report;
    });

    it('says in neutral words that they are not known', () => {
      expect(factOf(element, 'Osallistumisen taso')).to.equal('Ei tiedossa');
      expect(factOf(element, 'Valmistelun vaihe')).to.equal('Ei tiedossa');
      expect(factOf(element, 'Yhteys päätöksentekoon')).to.equal('Ei tiedossa');
    });

    it('shows no code', () => {
      expect(textOf(element)).to.not.match(/poned|topicStatus|constructor|toString/);
    });

    it('shows the rest', () => {
      getByRole(element, 'heading', 'Keskustan katutila');
    });
  });

  describe('with the reasons of the choice as the reason of its status', () => {
    it('says them once', async () => {
      const reasons = { fi: 'Raitti korjataan jo.' };
      const choice = { body: { name: 'Valtuusto' }, on: '2027-03-16', section: '§ 12', reasons };
      const element = await card(topicWith({ statusReason: reasons, choice }));
      getByText(element, 'Raitti korjataan jo.');
      expect(factOf(element, 'Pykälä')).to.equal('§ 12');
    });
  });

  describe('switched to another language', () => {
    it('says all of it in that language', async () => {
      const element = await card(topicWith());
      element.lang = 'sv';
      await waitUntil(() => queryByRole(element, 'heading', 'Gaturummet i centrum') !== null);
      getByText(element, 'Inte valt');
      expect(factOf(element, 'Beslutet fattas av')).to.equal('Fullmäktige');
      expect(factOf(element, 'Planerad beslutsdag')).to.equal('24 april 2028');
    });
  });

  describe('with a text in another language only', () => {
    it('marks the language of that text', async () => {
      const element = await card(topicWith({ summary: { ar: 'مساحة الشارع' } }));
      const text = getByText(element, 'مساحة الشارع');
      expect([text.lang, text.dir]).to.deep.equal(['ar', 'rtl']);
    });
  });

  describe('reworded by the page', () => {
    it('says the new words also in the light DOM', async () => {
      const url = URL.createObjectURL(
        new Blob(['{"fi":{"decidedBy":"Päättäjä"}}'], { type: 'application/json' }),
      );
      const element = await card(topicWith());
      element.strings = url;
      await waitUntil(() => queryByText(element, 'Päättäjä') !== null);
      expect(queryByText(element, 'Asiasta päättää')).to.equal(null);
    });
  });

  describe('written by the page itself', () => {
    it('is kept as it is', async () => {
      const element = await fixture<TopicCard>(
        html`<puntari-topic-card lang="fi"
          ><div slot="document">
            <article><h2>Oma teksti</h2></article>
          </div></puntari-topic-card
        >`,
      );
      await element.updateComplete;
      getByRole(element, 'heading', 'Oma teksti');
    });

    it('is framed like the cards around it when its record does not come', async () => {
      expectLog(/topic-card/);
      const network = stubFetch(() => json({}, 404));
      const element = await fixture<TopicCard>(
        html`<puntari-topic-card lang="fi" src="/no-such-topic.json"
          ><div slot="document">
            <article><h2>Oma teksti</h2></article>
          </div></puntari-topic-card
        >`,
      );
      const frameWidth = (): string => {
        const slot = element.querySelector('[slot=document]')!.assignedSlot;
        const { parentElement: frame } = slot!;
        return getComputedStyle(frame!).borderBlockStartWidth;
      };
      await waitUntil(() => frameWidth() === '4px', 'the line above a card');
      network.restore();
    });
  });

  it('shows every record that its contract takes with as little as is required', async () => {
    const { record } = parseRecord('topic', {
      schemaVersion: 1,
      version: '1',
      id: 'pieni',
      title: 'Pieni aihe',
      summary: 'Lyhyesti.',
      year: 2027,
      status: 'proposed',
      decision: { body: { name: 'Valtuusto' } },
    });
    const element = await card(record);
    getByRole(element, 'heading', 'Pieni aihe');
    expect(textOf(element)).to.not.contain('undefined');
  });
});
