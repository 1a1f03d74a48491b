import type { Topic, TopicSupport } from '@puntari/contracts';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';

import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import { nextEvent } from '../../../../test/support/events.js';
import { fileFrom } from '../../../../test/support/file-from.js';
import { press } from '../../../../test/support/keys.js';
import {
  getByRole,
  nameOf,
  queryByRole,
  queryByText,
  textOf,
} from '../../../../test/support/query.js';
import { type FetchStub, json, stubFetch } from '../../../core/src/testing/fetch-stub.js';
import './define.js';
import { topicWith } from './testing/topic.js';
import type { TopicCard } from './topic-card.js';

const GIVE = /^Kannata tätä aihetta/;
const UNDO = /^Peru kannatuksesi/;
const ON_LIST = { status: 'on-list', supporters: 128 } as const;

let network: FetchStub | undefined;

afterEach(() => {
  network?.restore();
  network = undefined;
});

/** A receiver that counts each key once. */
function receiver(count = 128): FetchStub {
  const keys = new Set<string>();
  network = stubFetch(({ method, headers, url }) => {
    const key = headers.get('Idempotency-Key') ?? '';
    if (method === 'DELETE') keys.delete(key);
    else keys.add(key);
    const topicId = /topics\/([^/]+)\/supports$/.exec(url)?.[1] ?? '';
    const body = { topicId, supported: keys.has(key), supporters: count + keys.size };
    return json(body satisfies TopicSupport, method === 'DELETE' ? 200 : 201);
  });
  return network;
}

interface Look {
  readonly remember?: boolean;
  readonly noCount?: boolean;
}

async function card(changes: Partial<Topic> = {}, look: Look = {}): Promise<TopicCard> {
  const { remember = false, noCount = false } = look;
  const element = await fixture<TopicCard>(
    html`<puntari-topic-card
      lang="fi"
      action="https://example.fi/api/topics"
      ?remember=${remember}
      ?no-count=${noCount}
      .record=${topicWith({ ...ON_LIST, ...changes })}
    ></puntari-topic-card>`,
  );
  await waitUntil(() => element.shadowRoot?.querySelector('#support, #support-closed'));
  return element;
}

const button = (element: Element, name = GIVE): HTMLElement => getByRole(element, 'button', name);

/** The value beside a name in the list of facts. */
function factOf(element: Element, name: string): string | undefined {
  const term = [...element.querySelectorAll('dt')].find((one) => one.textContent === name);
  return term?.nextElementSibling ? textOf(term.nextElementSibling) : undefined;
}

/** Everything that the widget says aloud while something is done, each once. */
async function saidWhile(element: Element, act: () => Promise<unknown>): Promise<string[]> {
  const region = element.shadowRoot!.querySelector('#status')!;
  const said: string[] = [];
  const watch = new MutationObserver(() => {
    if (region.textContent) said.push(region.textContent);
  });
  watch.observe(region, { childList: true, characterData: true, subtree: true });
  await act();
  await waitUntil(() => said.length > 0);
  watch.disconnect();
  return said;
}

async function support(element: TopicCard): Promise<void> {
  const supported = nextEvent(element, 'puntari-supported');
  button(element).click();
  await supported;
  await element.updateComplete;
}

describe('<puntari-topic-card>, support', () => {
  describe('without an action', () => {
    it('offers none', async () => {
      const element = await fixture<TopicCard>(
        html`<puntari-topic-card
          lang="fi"
          .record=${topicWith({ ...ON_LIST, decision: { body: { name: 'Valtuusto' } } })}
        ></puntari-topic-card>`,
      );
      await waitUntil(() => element.querySelector('script[type="application/ld+json"]'));
      expect(queryByRole(element, 'button')).to.equal(null);
    });
  });

  describe('for a topic that can be supported', () => {
    it('has a button named by what it does and for which topic', async () => {
      expect(nameOf(button(await card()))).to.equal('Kannata tätä aihetta (Keskustan katutila)');
    });

    it('says honestly what the number means', async () => {
      const element = await card();
      expect(textOf(element.shadowRoot!.querySelector('#support-note')!))
        .to.contain('Emme tunnista kannattajia')
        .and.contain('Se ei ole äänestystulos');
    });

    it('does not follow the link of the card when the button is pressed', async () => {
      receiver();
      const element = await card();
      let followed = 0;
      element.querySelector('a')!.addEventListener('click', (event) => {
        event.preventDefault();
        followed += 1;
      });
      await support(element);
      expect(followed).to.equal(0);
    });
  });

  describe('given', () => {
    it('sends one key and nothing else', async () => {
      const { asked } = receiver();
      await support(await card());
      expect(asked.map(({ method, url, body }) => [method, url, body])).to.deep.equal([
        ['POST', 'https://example.fi/api/topics/keskustan-liikenne/supports', undefined],
      ]);
      expect(asked[0]!.headers.get('Idempotency-Key')).to.match(/^[\da-f-]{36}$/);
    });

    it('shows the count that the receiver gave', async () => {
      receiver(200);
      const element = await card();
      await support(element);
      expect(factOf(element, 'Kannatus')).to.equal('201 kannattajaa');
    });

    it('tells the page, without anything personal', async () => {
      receiver();
      const element = await card();
      const event = nextEvent(element, 'puntari-supported');
      button(element).click();
      const { topicId, supported, bubbles } = await event;
      expect([topicId, supported, bubbles]).to.deep.equal(['keskustan-liikenne', true, true]);
    });

    it('keeps the focus on the same button, which now takes it back', async () => {
      receiver();
      const element = await card();
      const before = button(element);
      before.focus();
      await support(element);
      expect(deepActiveElement()).to.equal(before);
      expect(nameOf(before)).to.equal('Peru kannatuksesi (Keskustan katutila)');
    });

    it('is said once', async () => {
      receiver();
      const element = await card();
      const said = await saidWhile(element, () => support(element));
      expect(said).to.deep.equal(['Kannatuksesi on kirjattu. 129 kannattajaa']);
    });

    it('is sent once for two presses', async () => {
      const { asked } = receiver();
      const element = await card();
      const supported = nextEvent(element, 'puntari-supported');
      button(element).click();
      button(element, /^(Kannata|Lähetetään)/).click();
      await supported;
      await element.updateComplete;
      button(element, UNDO).dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true, detail: 2 }),
      );
      expect(asked).to.have.length(1);
    });

    it('is sent once while Enter is held down', async () => {
      const { asked } = receiver();
      const element = await card();
      button(element).focus();
      const supported = nextEvent(element, 'puntari-supported');
      await press('Enter');
      await supported;
      await element.updateComplete;
      const again = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, cancelable: true });
      button(element, UNDO).dispatchEvent(again);
      expect([again.defaultPrevented, asked.length]).to.deep.equal([true, 1]);
    });

    it('stays given in another language and with a new version of the record', async () => {
      receiver();
      const element = await card();
      await support(element);
      element.record = topicWith({ ...ON_LIST, version: '2', supporters: 130 });
      await element.updateComplete;
      button(element, UNDO);
      expect(factOf(element, 'Kannatus')).to.equal('130 kannattajaa');
      const before = button(element, UNDO);
      before.focus();
      element.lang = 'sv';
      await waitUntil(() => nameOf(before).startsWith('Ta tillbaka'));
      expect(deepActiveElement()).to.equal(before);
    });

    it('is not that of another topic', async () => {
      receiver();
      const element = await card();
      await support(element);
      element.record = topicWith({ ...ON_LIST, id: 'toinen' });
      await element.updateComplete;
      button(element);
    });
  });

  describe('taken back', () => {
    it('uses the same key, and the count goes down again', async () => {
      const { asked } = receiver();
      const element = await card();
      await support(element);
      const undone = nextEvent(element, 'puntari-supported');
      button(element, UNDO).click();
      expect((await undone).supported).to.equal(false);
      await element.updateComplete;
      expect(asked.map(({ method }) => method)).to.deep.equal(['POST', 'DELETE']);
      expect(new Set(asked.map(({ headers }) => headers.get('Idempotency-Key'))).size).to.equal(1);
      expect(factOf(element, 'Kannatus')).to.equal('128 kannattajaa');
      button(element);
    });
  });

  describe('on a lost connection', () => {
    it('says so, tells the page and tries again with the same key', async () => {
      const keys: (string | null)[] = [];
      network = stubFetch(({ headers }) => {
        keys.push(headers.get('Idempotency-Key'));
        if (keys.length === 1) throw new TypeError('Failed to fetch');
        return json({ topicId: 'keskustan-liikenne', supported: true, supporters: 129 }, 201);
      });
      const element = await card();
      const before = button(element);
      before.focus();
      const failed = nextEvent(element, 'puntari-failed');
      const said = await saidWhile(element, async () => {
        before.click();
        const { phase, problem } = await failed;
        expect([phase, problem.code]).to.deep.equal(['send', 'network']);
      });
      const words = 'Kannatuksesi ei mennyt perille. Tarkista verkkoyhteytesi ja yritä uudelleen.';
      expect(said).to.deep.equal([words]);
      expect(textOf(element.shadowRoot!.querySelector('.puntari-notice')!)).to.equal(words);
      expect([deepActiveElement(), nameOf(before)]).to.deep.equal([
        before,
        'Yritä kannattaa uudelleen (Keskustan katutila)',
      ]);
      const supported = nextEvent(element, 'puntari-supported');
      before.click();
      await supported;
      expect(new Set(keys).size).to.equal(1);
    });
  });

  describe('on two cards of the same topic', () => {
    const both = async (): Promise<[TopicCard, TopicCard]> => [await card(), await card()];
    const keysIn = ({ asked }: FetchStub): Set<string | null> =>
      new Set(asked.map(({ headers }) => headers.get('Idempotency-Key')));

    it('is one support with one key, and both show it and its count', async () => {
      const stub = receiver();
      const [one, other] = await both();
      await support(one);
      await other.updateComplete;
      button(other, UNDO);
      expect(factOf(other, 'Kannatus')).to.equal('129 kannattajaa');
      const undone = nextEvent(other, 'puntari-supported');
      button(other, UNDO).click();
      expect((await undone).supported).to.equal(false);
      await one.updateComplete;
      button(one);
      expect(factOf(one, 'Kannatus')).to.equal('128 kannattajaa');
      await support(other);
      expect(keysIn(stub)).to.have.property('size', 1);
      expect(stub.asked.map(({ method }) => method)).to.deep.equal(['POST', 'DELETE', 'POST']);
    });

    it('is sent once when both are pressed', async () => {
      const stub = receiver();
      const [one, other] = await both();
      const supported = nextEvent(one, 'puntari-supported');
      button(one).click();
      button(other).click();
      await supported;
      expect(stub.asked).to.have.length(1);
    });

    it('is said and told to the page by the card that was pressed alone', async () => {
      receiver();
      const [one, other] = await both();
      const told: EventTarget[] = [];
      other.addEventListener('puntari-supported', () => told.push(other));
      await saidWhile(one, () => support(one));
      expect(textOf(getByRole(other, 'status'))).to.equal('');
      expect(told).to.deep.equal([]);
    });

    it('that did not arrive can be tried again on either, with the same key', async () => {
      network = stubFetch(() => {
        throw new TypeError('Failed to fetch');
      });
      const [one, other] = await both();
      const failed = nextEvent(one, 'puntari-failed');
      button(one).click();
      await failed;
      await other.updateComplete;
      const lost = keysIn(network);
      network.restore();
      const stub = receiver();
      await support(other);
      await one.updateComplete;
      button(one, UNDO);
      expect(keysIn(stub)).to.deep.equal(lost);
    });

    it('is known to a card that comes later, or comes back', async () => {
      receiver();
      const one = await card();
      await support(one);
      const later = await card();
      button(later, UNDO);
      expect(factOf(later, 'Kannatus')).to.equal('129 kannattajaa');
      const place = one.parentElement!;
      one.remove();
      place.append(one);
      await one.updateComplete;
      button(one, UNDO);
    });

    it('is not known to the next reader of a page that took all of them away', async () => {
      receiver();
      const [one, other] = await both();
      await support(one);
      one.remove();
      other.remove();
      button(await card());
    });

    it('is not that of a card of another topic', async () => {
      const stub = receiver();
      const one = await card();
      const other = await card({ id: 'toinen' });
      await support(one);
      await support(other);
      expect(keysIn(stub)).to.have.property('size', 2);
    });
  });

  describe('refused because it is too late', () => {
    it('says that the topic can no longer be supported, and takes the focus there', async () => {
      network = stubFetch(() => json({ title: 'Closed', status: 409, code: 'closed' }, 409));
      const element = await card();
      button(element).focus();
      const failed = nextEvent(element, 'puntari-failed');
      button(element).click();
      await failed;
      await element.updateComplete;
      await waitUntil(() => textOf(deepActiveElement()!).includes('ei voi enää kannattaa'));
    });
  });

  for (const answer of [
    () => json({ hello: 'world' }, 201),
    () => new Response('<p>proxy</p>', { status: 502 }),
    () => json({ topicId: 'keskustan-liikenne', supported: 'yes' }, 201),
  ]) {
    it(`takes no other answer for a support: ${String(answer)}`, async () => {
      network = stubFetch(answer);
      const element = await card();
      const failed = nextEvent(element, 'puntari-failed');
      button(element).click();
      await failed;
      await element.updateComplete;
      button(element, /^Yritä kannattaa uudelleen/);
    });
  }

  for (const [what, changes] of [
    ['was chosen', { status: 'chosen' }],
    ['was not chosen', { status: 'not-chosen' }],
    ['is before a panel', { status: 'panel-running' }],
    ['has a statement', { status: 'statement-given' }],
    ['was answered', { status: 'answered' }],
    ['has its time behind it', { supportUntil: '2026-01-01T12:00:00+02:00' }],
  ] as const) {
    it(`is closed for a topic that ${what}`, async () => {
      const element = await card(changes);
      expect(queryByRole(element, 'button', GIVE)).to.equal(null);
      expect(queryByText(element, 'Tätä aihetta ei voi enää kannattaa.')).to.not.equal(null);
    });
  }

  describe('without a count', () => {
    it('shows no number, before or after', async () => {
      receiver();
      const element = await card({}, { noCount: true });
      expect(factOf(element, 'Kannatus')).to.equal(undefined);
      const said = await saidWhile(element, () => support(element));
      expect(said).to.deep.equal(['Kannatuksesi on kirjattu.']);
      expect(textOf(element)).to.not.match(/12[89]/);
    });
  });

  describe('on the device', () => {
    beforeEach(() => {
      localStorage.clear();
    });

    it('leaves nothing', async () => {
      receiver();
      await support(await card());
      expect(localStorage).to.have.length(0);
    });

    it('leaves one key a topic where the page asks for it, and is known on the next visit', async () => {
      const { asked } = receiver();
      const first = await card({}, { remember: true });
      await support(first);
      expect(Object.keys(localStorage)).to.deep.equal(['puntari-support:keskustan-liikenne']);
      first.remove();
      const next = await card({}, { remember: true });
      const undone = nextEvent(next, 'puntari-supported');
      button(next, UNDO).click();
      await undone;
      expect(new Set(asked.map(({ headers }) => headers.get('Idempotency-Key'))).size).to.equal(1);
      expect(localStorage).to.have.length(0);
    });

    it('is the same support on another visit when no answer came', async () => {
      network = stubFetch(() => {
        throw new TypeError('Failed to fetch');
      });
      const first = await card({}, { remember: true });
      const failed = nextEvent(first, 'puntari-failed');
      button(first).click();
      await failed;
      const { asked } = network;
      network.restore();
      first.remove();
      const key = asked[0]!.headers.get('Idempotency-Key');
      const { asked: later } = receiver();
      await support(await card({}, { remember: true }));
      expect(later[0]!.headers.get('Idempotency-Key')).to.equal(key);
    });

    it('is the same support in another tab that was open already', async () => {
      const { asked } = receiver();
      const element = await card({}, { remember: true });
      const key = '00000000-0000-4000-8000-000000000000';
      // As another tab writes it.
      localStorage.setItem('puntari-support:keskustan-liikenne', key);
      await support(element);
      expect(asked[0]!.headers.get('Idempotency-Key')).to.equal(key);
    });

    it('is known to a card of which the page asks nothing, beside one of which it does', async () => {
      receiver();
      await support(await card({}, { remember: true }));
      document.querySelector('puntari-topic-card')?.remove();
      const plain = await card();
      button(plain);
      button(await card({}, { remember: true }), UNDO);
      await plain.updateComplete;
      button(plain, UNDO);
    });

    it('is left only by a card that says so, and taken away by any of the topic', async () => {
      receiver();
      const plain = await card();
      const remembering = await card({}, { remember: true });
      await support(plain);
      expect(localStorage).to.have.length(0);
      const pressOn = async (element: TopicCard, name: RegExp): Promise<void> => {
        const told = nextEvent(element, 'puntari-supported');
        button(element, name).click();
        await told;
        await Promise.all([plain.updateComplete, remembering.updateComplete]);
      };
      await pressOn(plain, UNDO);
      await pressOn(remembering, GIVE);
      expect(localStorage).to.have.length(1);
      await pressOn(plain, UNDO);
      expect(localStorage).to.have.length(0);
    });

    it('is the same support on another visit when something on the way gave up waiting', async () => {
      network = stubFetch(() => json({}, 504));
      const first = await card({}, { remember: true });
      const failed = nextEvent(first, 'puntari-failed');
      button(first).click();
      await failed;
      const { asked } = network;
      network.restore();
      first.remove();
      const { asked: later } = receiver();
      await support(await card({}, { remember: true }));
      expect(later[0]!.headers.get('Idempotency-Key')).to.equal(
        asked[0]!.headers.get('Idempotency-Key'),
      );
    });

    it('can be taken back when the time is over', async () => {
      receiver();
      await support(await card({}, { remember: true }));
      const late = await card({ status: 'chosen' }, { remember: true });
      button(late, UNDO).focus();
      const undone = nextEvent(late, 'puntari-supported');
      button(late, UNDO).click();
      await undone;
      await waitUntil(() => textOf(deepActiveElement()!).includes('ei voi enää kannattaa'));
    });

    it('ignores what is no key', async () => {
      localStorage.setItem('puntari-support:keskustan-liikenne', '<img src=x>');
      button(await card({}, { remember: true }));
    });
  });
});

describe('<puntari-topic-card>, for search engines', () => {
  const told = async (look: Look, changes: Partial<Topic> = {}): Promise<string> => {
    const element = await card(changes, look);
    const script = (): Element | null => element.querySelector('script[type$="ld+json"]');
    await waitUntil(script);
    return script()!.textContent;
  };

  it('tells how many support the topic, unless the page shows it nowhere', async () => {
    expect(await told({})).to.contain('"userInteractionCount":128');
    expect(await told({ noCount: true })).to.not.contain('128');
  });

  it('tells what is decided, by whom and when, as a plan and not as an event to come to', async () => {
    const decision = { body: { name: 'Valtuusto' }, plannedOn: '2099-04-24' };
    const { about } = JSON.parse(await told({}, { decision })) as { about: unknown };
    expect(about).to.deep.equal({
      '@type': 'PlanAction',
      name: 'Keskustan katutila',
      scheduledTime: '2099-04-24',
      agent: { '@type': 'Organization', name: 'Valtuusto' },
    });
  });

  it('calls who proposed it a person only where it is one', async () => {
    const creatorOf = async (proposerKind: Topic['proposerKind']): Promise<unknown> => {
      const text = await told({}, { proposedBy: 'Kaupunkiympäristö', proposerKind });
      return (JSON.parse(text) as { creator: unknown }).creator;
    };
    const name = 'Kaupunkiympäristö';
    for (const kind of ['resident', 'councillor'] as const)
      expect(await creatorOf(kind)).to.deep.equal({ '@type': 'Person', name });
    for (const kind of ['group', 'unit'] as const)
      expect(await creatorOf(kind)).to.deep.equal({ '@type': 'Organization', name });
  });
});

describe('<puntari-topic-card>, followed', () => {
  const day = (changes: Partial<Topic> = {}): Promise<TopicCard> =>
    card({ decision: { body: { name: 'Valtuusto' }, plannedOn: '2099-04-24' }, ...changes });

  it('gives the planned day as a file for a calendar', async () => {
    const element = await day({ supportUntil: '2099-01-31T15:00:00+02:00' });
    const { name, text } = await fileFrom(() => {
      getByRole(element, 'button', /^Lisää päätöspäivä kalenteriin/).click();
    });
    expect(name).to.equal('keskustan-liikenne.ics');
    const lines = text.replaceAll('\r\n ', '').split('\r\n');
    expect(lines).to.include.members([
      'DTSTART;VALUE=DATE:20990424',
      'SUMMARY:Päätös: Keskustan katutila (Valtuusto)',
      'STATUS:TENTATIVE',
      'DTSTART:20990131T130000Z',
    ]);
  });

  it('has the end of the last day in that day, where the time ends at midnight', async () => {
    const element = await day({ supportUntil: '2099-02-01T00:00:00+02:00' });
    const { text } = await fileFrom(() => {
      getByRole(element, 'button', /^Lisää päätöspäivä kalenteriin/).click();
    });
    expect(text).to.contain('DTSTART:20990131T215900Z');
  });

  it('is not offered for a day that is over, or without one', async () => {
    for (const plannedOn of ['2020-01-01', undefined]) {
      const element = await day({
        decision: { body: { name: 'Valtuusto' }, ...(plannedOn ? { plannedOn } : {}) },
      });
      expect(queryByRole(element, 'button', /kalenteriin/)).to.equal(null);
    }
  });
});
