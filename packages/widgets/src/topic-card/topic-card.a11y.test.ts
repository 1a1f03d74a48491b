import { documentSheet } from '@puntari/core/sheets';
import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';

import { expectAccessible } from '../../../../test/support/accessible.js';
import { emulateMediaFeatures } from '../../../../test/support/engine.js';
import { expectInvariants, overflowing } from '../../../../test/support/invariants.js';
import { tab } from '../../../../test/support/keys.js';
import { getAllByRole, getByRole, nameOf } from '../../../../test/support/query.js';
import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import { type FetchStub, json, stubFetch } from '../../../core/src/testing/fetch-stub.js';
import './define.js';
import { topicWith } from './testing/topic.js';
import type { TopicCard } from './topic-card.js';

let sheet: HTMLStyleElement;

before(async () => {
  const own = await fetch(new URL('./topic-card.document.css', import.meta.url));
  sheet = document.createElement('style');
  sheet.textContent = `${documentSheet()}\n${await own.text()}`;
  document.head.append(sheet);
});

after(() => {
  sheet.remove();
});

async function cards(template: unknown): Promise<TopicCard[]> {
  const box = await fixture<HTMLElement>(html`<div>${template}</div>`);
  const elements = [...box.querySelectorAll('puntari-topic-card')];
  for (const element of elements) {
    if (!element.isReady) await oneEvent(element, 'puntari-ready');
    await element.updateComplete;
  }
  return elements;
}

async function card(lang = 'fi', level = 2, variant?: string): Promise<TopicCard> {
  const links = [{ label: 'Ilmoittaudu paneeliin', url: '/ilmoittaudu' }];
  const [element] = await cards(
    html`<puntari-topic-card
      lang=${lang}
      heading-level=${level}
      .variant=${variant}
      .record=${topicWith({ links })}
    ></puntari-topic-card>`,
  );
  return element!;
}

describe('<puntari-topic-card>, accessibility', () => {
  for (const lang of ['fi', 'sv', 'en']) {
    it(`passes every gate in ${lang}`, async () => {
      await expectAccessible(await card(lang));
    });
  }

  it('passes every gate compact', async () => {
    await expectAccessible(await card('fi', 2, 'compact'));
  });

  describe('with support', () => {
    let network: FetchStub | undefined;

    afterEach(() => {
      network?.restore();
      network = undefined;
    });

    async function supportable(answer: () => Response | Promise<Response>): Promise<TopicCard> {
      network = stubFetch(answer);
      const record = topicWith({ status: 'on-list', supporters: 128 });
      record.decision.plannedOn = '2099-04-24';
      const [element] = await cards(
        html`<puntari-topic-card
          lang="fi"
          action="/api/topics"
          .record=${record}
        ></puntari-topic-card>`,
      );
      await waitUntil(() => element?.shadowRoot?.querySelector('#support'));
      return element!;
    }

    async function pressed(
      answer: () => Response | Promise<Response>,
      shown: string,
    ): Promise<TopicCard> {
      const element = await supportable(answer);
      element.shadowRoot!.querySelector<HTMLElement>('#support')!.click();
      await waitUntil(() => element.shadowRoot?.querySelector(shown));
      return element;
    }

    const counted = (): Response =>
      json({ topicId: 'keskustan-liikenne', supported: true, supporters: 129 }, 201);

    it('passes every gate before it is given', async () => {
      await expectAccessible(await supportable(counted));
    });

    it('passes every gate while it is sent', async () => {
      await expectAccessible(
        await pressed(() => new Promise<never>(() => undefined), '#support[aria-disabled]'),
      );
    });

    it('passes every gate once it is given', async () => {
      await expectAccessible(await pressed(counted, '#support[data-kind]'));
    });

    it('passes every gate when it did not arrive', async () => {
      await expectAccessible(
        await pressed(() => new Response('', { status: 500 }), '.puntari-notice'),
      );
    });

    it('passes every gate when it is refused', async () => {
      await expectAccessible(
        await pressed(() => json({ title: 'Closed', status: 409 }, 409), '#support-closed'),
      );
    });

    it('is reached by Tab after the links of the card', async () => {
      const element = await supportable(counted);
      getByRole(element, 'link', 'Keskustan katutila').focus();
      await tab();
      expect(nameOf(deepActiveElement()!)).to.match(/^Kannata tätä aihetta/);
      await tab();
      expect(nameOf(deepActiveElement()!)).to.match(/^Lisää päätöspäivä/);
    });
  });

  for (const level of [1, 2, 3, 4, 5, 6]) {
    it(`starts at heading level ${level} and skips none`, async () => {
      const element = await card('fi', level);
      const levels = getAllByRole(element, 'heading').map(({ localName }) => Number(localName[1]));
      expect(levels[0]).to.equal(level);
      expect(new Set(levels.slice(1))).to.deep.equal(new Set([Math.min(level + 1, 6)]));
    });
  }

  it('shows the same topic twice without one disturbing the other', async () => {
    const twice = await cards(
      [1, 2].map(
        () => html`<puntari-topic-card lang="fi" .record=${topicWith()}></puntari-topic-card>`,
      ),
    );
    for (const element of twice) expectInvariants(element);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('is reached by Tab at its link, then at its other links', async () => {
    const element = await card();
    (document.activeElement as HTMLElement | null)?.blur();
    getByRole(element, 'link', 'Keskustan katutila').focus();
    await tab();
    expect(nameOf(deepActiveElement()!)).to.equal('Ilmoittaudu paneeliin');
  });

  it('draws the level without saying it twice', async () => {
    const steps = (await card()).querySelector('.puntari-progress');
    expect(steps?.getAttribute('aria-hidden')).to.equal('true');
    expect(steps?.children).to.have.length(5);
  });

  it('tells full steps from empty ones in forced colors', async () => {
    await emulateMediaFeatures({ 'forced-colors': 'active' });
    const steps = [...(await card()).querySelectorAll('.puntari-progress > i')];
    const heights = steps.map((step) => step.getBoundingClientRect().height);
    await emulateMediaFeatures({});
    expect(heights[2]).to.be.greaterThan(heights[3]! * 2);
  });

  it('can be clicked all over, and its text can still be selected', async () => {
    const element = await card();
    const link = getByRole(element, 'link', 'Keskustan katutila');
    element.scrollIntoView();
    // What was out of sight is laid out with the next frames.
    await nextFrame();
    await nextFrame();
    const { left, top, bottom } = element.getBoundingClientRect();
    const y = Math.min(bottom, innerHeight) - 4;
    expect(element.getRootNode()).to.equal(document);
    expect(document.elementFromPoint(left + 6, (top + y) / 2)).to.equal(link);
    const text = getByRole(element, 'article').querySelector('p:not(:has(.puntari-tag))')!;
    const place = text.getBoundingClientRect();
    expect(document.elementFromPoint(place.left + 4, place.top + 4)).to.equal(text);
  });

  for (const width of [260, 320, 1200]) {
    for (const dir of ['ltr', 'rtl']) {
      it(`fits into ${width} px, ${dir}`, async () => {
        const element = await card('fi');
        element.dir = dir;
        element.style.inlineSize = `${width}px`;
        await element.updateComplete;
        expect(overflowing(element)).to.deep.equal([]);
      });
    }
  }
});
