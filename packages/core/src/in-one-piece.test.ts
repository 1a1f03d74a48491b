import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { html, nothing, render, type TemplateResult } from 'lit';

import { inOnePiece } from './in-one-piece.js';

/** What stands in a box, without the marks that Lit leaves between its parts. */
function shown(template: TemplateResult): HTMLElement {
  const box = document.createElement('div');
  render(template, box);
  const comments = document.createTreeWalker(box, NodeFilter.SHOW_COMMENT);
  const marks: Node[] = [];
  while (comments.nextNode()) marks.push(comments.currentNode);
  for (const mark of marks) (mark as Comment).remove();
  box.normalize();
  return box;
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '<b>',
    '"',
    "'",
    '&amp;',
    '</p>',
    '<!--',
    '<img src=x onerror=alert(1)>',
    '=',
    '$&',
  ),
);
const anyAttribute = fc.oneof(anyText, fc.constant(nothing), fc.integer());

const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    anyText,
    fc.integer(),
    fc.constantFrom(nothing, undefined, null),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.tuple(anyAttribute, tie('tree')).map(
      ([name, content]) =>
        html`<section title=${name} lang="fi" data-name="a ${String(name)} b">
          <strong>${content}</strong>
          ${content}
        </section>`,
    ),
    tie('tree').map((content) => html`<div id="a${'x'}" hidden title=${nothing}>${content}</div>`),
  ),
}));

describe('A long text in one piece', () => {
  it('shows what Lit would have put together', () => {
    fc.assert(
      fc.property(tree, (content) => {
        const template = html`<div>${content}</div>`;
        // A text with a carriage return or a null is read in another way from HTML than it is set.
        fc.pre(!/[\r\0]/.test(shown(template).innerHTML));
        const box = shown(inOnePiece(template));
        expect(box.isEqualNode(shown(template)), box.innerHTML).to.equal(true);
      }),
      { numRuns: 500 },
    );
  });

  describe('with text that looks like HTML', () => {
    it('shows it as it was written', () => {
      const box = document.createElement('div');
      render(inOnePiece(html`<p title=${'"><script>'}>${'<img src=x> &amp; "'}</p>`), box);
      const [paragraph] = box.children;
      expect(box.children).to.have.length(1);
      expect(paragraph?.textContent).to.equal('<img src=x> &amp; "');
      expect(paragraph?.getAttribute('title')).to.equal('"><script>');
    });
  });
});
