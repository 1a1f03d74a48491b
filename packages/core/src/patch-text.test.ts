import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { html, nothing, render, type TemplateResult } from 'lit';

import type { DocumentParts } from './document.js';
import { inOnePiece } from './in-one-piece.js';
import { patchText } from './patch-text.js';

const partsOf = (template: TemplateResult, key = 'new'): DocumentParts => ({
  key,
  lang: 'sv',
  template,
});

/** A text as a widget shows it. */
function shown(template: TemplateResult): HTMLElement {
  const box = document.createElement('div');
  render(inOnePiece(template), box);
  box.dataset['key'] = 'old';
  return box;
}

/** What is said and with which attributes, in the order of the text; spaces between elements say nothing. */
function outline(node: Node): unknown {
  if (node instanceof Text) return node.data.trim() === '' ? undefined : node.data;
  if (!(node instanceof Element)) return undefined;
  const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort();
  return [node.localName, attributes, contentOf(node)];
}

const contentOf = (node: Node): unknown[] =>
  [...node.childNodes].map(outline).filter((part) => part !== undefined);

interface Item {
  readonly id: string;
  readonly title: string;
  readonly href: string | undefined;
  readonly lang: string | undefined;
  readonly facts: readonly string[];
  readonly isOpen: boolean;
}

const itemText = ({ id, title, href, lang, facts, isOpen }: Item): TemplateResult =>
  html`<article id=${id} aria-label="Aihe: ${title}">
    <h3 lang=${lang ?? nothing}>
      ${href === undefined ? title : html`<a href=${href}>${title}</a>`}
    </h3>
    ${isOpen ? html`<p class="open">${facts.length}: <b>${title}</b><br />${facts}</p>` : nothing}
    <ul>
      ${facts.map((fact) => html`<li>${fact}</li>`)}
    </ul>
    Lopuksi ${title}.
  </article>`;

const textOf = (items: readonly Item[]): TemplateResult =>
  html`<h2>Aiheet</h2>
    ${items.map(itemText)}`;

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '<b>',
    '"',
    'a > b',
    '&amp;',
    '</p>',
    '',
    ' ',
    '<img src=x onerror=alert(1)>',
    'data-needs-script',
  ),
);
const anyItem = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  title: anyText,
  href: fc.option(anyText, { nil: undefined }),
  lang: fc.option(fc.constantFrom('fi', 'en'), { nil: undefined }),
  facts: fc.array(anyText, { maxLength: 3 }),
  isOpen: fc.boolean(),
});
const anyItems = fc.array(anyItem, { maxLength: 4 });

/** The same item in other words. */
const reworded = ({ id, href, facts, isOpen }: Item): fc.Arbitrary<Item> =>
  fc.record({
    id: fc.constant(id),
    title: anyText,
    href: href === undefined ? fc.constant(undefined) : anyText,
    lang: fc.constantFrom('fi', 'en', undefined),
    facts: fc.tuple(...facts.map(() => anyText)),
    isOpen: fc.constant(isOpen),
  });

// Read in another way from HTML than they are set.
const isPlain = (items: readonly Item[]): boolean =>
  !/[\r\0\f]/.test(JSON.stringify(items).replaceAll(String.raw`\u0000`, '\0'));

describe('A long text that is made another one', () => {
  it('says what a new one would say, or gives up', () => {
    fc.assert(
      fc.property(anyItems, anyItems, (before, after) => {
        fc.pre(isPlain(before) && isPlain(after));
        const box = shown(textOf(before));
        if (patchText(box, partsOf(textOf(after))))
          expect(contentOf(box)).to.deep.equal(contentOf(shown(textOf(after))));
        else expect(box.dataset['key']).to.equal('?');
      }),
    );
  });

  it('keeps each element where only words differ', () => {
    const pairs = anyItems.chain((before) =>
      fc.tuple(fc.constant(before), fc.tuple(...before.map(reworded))),
    );
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const hasWords = (items: readonly Item[]): boolean =>
          isPlain(items) &&
          items.every(({ title, facts }) => [title, ...facts].every((text) => text.trim() !== ''));
        fc.pre(hasWords(before) && hasWords(after));
        const box = shown(textOf(before));
        const elements = [...box.querySelectorAll('*')];
        expect(patchText(box, partsOf(textOf(after)))).to.equal(true);
        expect([...box.querySelectorAll('*')]).to.deep.equal(elements);
        expect(contentOf(box)).to.deep.equal(contentOf(shown(textOf(after))));
        expect(box.lang).to.equal('sv');
        expect(box.dataset['key']).to.equal('new');
      }),
    );
  });

  describe('given two items', () => {
    const item: Item = {
      id: 'a',
      title: 'Katutila',
      href: 'https://example.fi/1',
      lang: 'en',
      facts: ['2026', 'Espoo'],
      isOpen: false,
    };
    const items = [item, { ...item, id: 'b' }];
    const swedish = items.map((one) => ({ ...one, title: 'Gaturum', lang: undefined }));
    let box: HTMLElement;

    beforeEach(() => {
      box = shown(textOf(items));
      document.body.append(box);
    });

    afterEach(() => {
      box.remove();
    });

    it('keeps the focus on a link', () => {
      box.querySelector('a')!.focus();
      expect(patchText(box, partsOf(textOf(swedish)))).to.equal(true);
      expect(document.activeElement?.textContent).to.equal('Gaturum');
      expect(box.querySelector('h3')!.hasAttribute('lang')).to.equal(false);
    });

    it('takes the marks of another language away where a text is no longer in one', () => {
      const text = (said: unknown): TemplateResult => html`<div>${said}</div>`;
      box.replaceChildren(...shown(text(html`<p lang="fi" dir="ltr">Katutila</p>`)).childNodes);
      const paragraph = box.querySelector('p');
      expect(patchText(box, partsOf(text(html`<p>Gaturum</p>`)))).to.equal(true);
      expect(box.querySelector('p')).to.equal(paragraph);
      expect(box.innerHTML).to.contain('<p>Gaturum</p>');
    });

    it('passes over what tools have put there', () => {
      const row = document.createElement('p');
      row.dataset['needsScript'] = '';
      row.textContent = 'Seuraava';
      const [first, second] = box.querySelectorAll('article');
      first!.append(row);
      second!.setAttribute('hidden', 'until-found');
      expect(patchText(box, partsOf(textOf(swedish)))).to.equal(true);
      expect(row.parentElement).to.equal(first);
      expect(row.textContent).to.equal('Seuraava');
      expect(second!.getAttribute('hidden')).to.equal('until-found');
    });

    it('makes anew what is of another shape, and leaves the rest', () => {
      const elements = [...box.querySelectorAll('h3, a, article')];
      const after = [swedish[0]!, { ...swedish[1]!, facts: ['2027', '<b>', 'Esbo'] }];
      expect(patchText(box, partsOf(textOf(after)))).to.equal(true);
      expect([...box.querySelectorAll('h3, a, article')]).to.deep.equal(elements);
      expect(contentOf(box)).to.deep.equal(contentOf(shown(textOf(after))));
    });

    it('makes anew what a translator has put elements of its own into', () => {
      box.querySelector('li')!.replaceChildren(document.createElement('em'));
      box.querySelector('h2')!.replaceChildren(document.createElement('em'));
      expect(patchText(box, partsOf(textOf(swedish)))).to.equal(true);
      expect(contentOf(box)).to.deep.equal(contentOf(shown(textOf(swedish))));
    });

    it('gives up rather than to take something away from who is in it', () => {
      box.querySelector('a')!.focus();
      const after = [{ ...swedish[0]!, isOpen: true }, swedish[1]!];
      expect(patchText(box, partsOf(textOf(after)))).to.equal(false);
      expect(document.activeElement?.localName).to.equal('a');
    });

    for (const [what, change] of Object.entries({
      'an element was taken away': () => box.querySelector('h2')!.remove(),
      'an attribute was added that may say something': () =>
        box.querySelector('h2')!.setAttribute('aria-description', 'Vuosi'),
      'the items stand in another order': () => box.append(box.querySelector('article')!),
      'something was added at the end': () => box.append('!'),
    }))
      it(`gives up when ${what}`, () => {
        change();
        expect(patchText(box, partsOf(textOf(swedish)))).to.equal(false);
        expect(box.dataset['key']).to.equal('?');
      });

    it('gives up when the record is not what it claims to be', () => {
      const parts = {
        ...partsOf(html``),
        get template(): TemplateResult {
          throw new TypeError('x is not iterable');
        },
      };
      expect(patchText(box, parts)).to.equal(false);
    });

    it('gives up when there is one item more', () => {
      expect(patchText(box, partsOf(textOf([...swedish, { ...item, id: 'c' }])))).to.equal(false);
    });

    it('is left alone when it says the same already, or is the page’s own', () => {
      const before = box.innerHTML;
      expect(patchText(box, partsOf(textOf(swedish), 'old'))).to.equal(false);
      delete box.dataset['key'];
      expect(patchText(box, partsOf(textOf(swedish)))).to.equal(false);
      expect(box.innerHTML).to.equal(before);
    });
  });
});
