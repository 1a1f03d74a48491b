/** What becomes of markup, by both sanitizers: that of the browser this runs in, and that of the server. */
import { expect } from '@open-wc/testing';
import { browserMarkup } from '@puntari/widgets/statement-viewer/markup';
import { renderMarkup } from '@puntari/widgets/statement-viewer/markup.document';
import type { Markup, Place } from '@puntari/widgets/statement-viewer/markup-support';
import fc from 'fast-check';
import { render } from 'lit';

import { CORPUS } from '../../../../test/support/xss/corpus.js';
import { cleanOnServer } from './markup.js';

const PLACE: Place = {
  lang: 'fi',
  level: 3,
  resolve: (url) => {
    const { href, protocol } = new URL(url, 'https://example.fi/lausunnot/1.json');
    return /^(https?|mailto|tel):$/.test(protocol) ? href : '#';
  },
};

const server: Markup = { render: (text, place) => renderMarkup(text, place, cleanOnServer) };
const browser = browserMarkup(server);

/** Without what only templates leave: comments, and white space around elements that stand by themselves. */
function tidied(box: Element): string {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
  box.normalize();
  return box.innerHTML
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?(<\/?(?:p|[ou]l|li|h\d|t\w+|caption|div|blockquote)\b[^>]*>) ?/g, '$1')
    .replaceAll('<div class="puntari-table-frame"><table class="puntari-table"', '<table')
    .replaceAll('</table></div>', '</table>')
    .trim();
}

function shownBy(markup: Markup, html: string, place = PLACE): string {
  const box = document.createElement('div');
  render(markup.render({ [place.lang]: html }, place), box);
  return tidied(box);
}

const CASES: readonly (readonly [situation: string, html: string, shown: string])[] = [
  // Paragraphs
  ['a paragraph', '<p>Yksi</p>', '<p>Yksi</p>'],
  ['words without one', 'Yksi', '<p>Yksi</p>'],
  ['words before and after one', 'Yksi<p>kaksi</p>kolme', '<p>Yksi</p><p>kaksi</p><p>kolme</p>'],
  ['boxes', '<div>Yksi</div><section>kaksi</section>', '<p>Yksi</p><p>kaksi</p>'],
  ['boxes in boxes', '<div><div>Yksi<div>kaksi</div></div></div>', '<p>Yksi</p><p>kaksi</p>'],
  ['empty paragraphs', '<p>Yksi</p><p></p><p>&nbsp;</p><p><br></p>', '<p>Yksi</p>'],
  ['nothing at all', ' <p> </p> ', ''],
  ['a line break', 'Yksi<br>kaksi', '<p>Yksi<br>kaksi</p>'],
  ['an empty line of breaks', 'Yksi<br><br>kaksi<br>', '<p>Yksi</p><p>kaksi</p>'],
  ['breaks around', '<p><br>Yksi<br></p>', '<p>Yksi</p>'],
  ['a paragraph that is not closed', '<p>Yksi<p>kaksi', '<p>Yksi</p><p>kaksi</p>'],
  ['characters as entities', '<p>&auml;&amp;&lt;b&gt;</p>', '<p>ä&amp;&lt;b&gt;</p>'],
  ['a less-than sign', 'alle < 5 %', '<p>alle &lt; 5 %</p>'],
  // Emphasis and its like
  ['emphasis', '<p>a <em>b</em> <strong>c</strong></p>', '<p>a <em>b</em> <strong>c</strong></p>'],
  ['emphasis around paragraphs', '<em><p>a</p><p>b</p></em>', '<p><em>a</em></p><p><em>b</em></p>'],
  ['emphasis of nothing', '<p>a<em></em><b> </b></p>', '<p>a</p>'],
  ['indices', '<p>CO<sub>2</sub> m<sup>2</sup></p>', '<p>CO<sub>2</sub> m<sup>2</sup></p>'],
  ['what has no place', '<p><font color=red>a</font> <u>b</u></p>', '<p>a b</p>'],
  [
    'an abbreviation',
    '<abbr title="Euroopan unioni">EU</abbr>',
    '<p><abbr title="Euroopan unioni">EU</abbr></p>',
  ],
  ['an abbreviation of nothing', '<abbr>EU</abbr>', '<p>EU</p>'],
  [
    'words of another language',
    '<p>a <span lang="sv">b</span></p>',
    '<p>a <span lang="sv">b</span></p>',
  ],
  ['a span', '<p>a <span class="x">b</span></p>', '<p>a b</p>'],
  ['a language that is none', '<p lang="!">a</p>', '<p>a</p>'],
  [
    'a paragraph from right to left',
    '<p lang="ar" dir="RTL">سلام</p>',
    '<p lang="ar" dir="RTL">سلام</p>',
  ],
  [
    'a box in another language',
    '<div lang="sv"><p>a</p>b</div>',
    '<p lang="sv">a</p><p lang="sv">b</p>',
  ],
  // Links
  ['a link', '<a href="https://example.org/">a</a>', '<p><a href="https://example.org/">a</a></p>'],
  [
    'a link beside the record',
    '<a href="2.pdf">a</a>',
    '<p><a href="https://example.fi/lausunnot/2.pdf">a</a></p>',
  ],
  [
    'an address',
    '<a href="mailto:a@example.fi">a</a>',
    '<p><a href="mailto:a@example.fi">a</a></p>',
  ],
  [
    'a link that opens a window',
    '<a href="/a" target="_blank" rel="x" class="y" id="z">a</a>',
    '<p><a href="https://example.fi/a">a</a></p>',
  ],
  ['a link that would run', '<a href="javascript:alert(1)">a</a>', '<p>a</p>'],
  ['a link that would run, in pieces', '<a href="java\nscript:alert(1)">a</a>', '<p>a</p>'],
  ['a link with data', '<a href="data:text/html,x">a</a>', '<p>a</p>'],
  ['a link within the text', '<p><a href="#viite">a</a> <a name="x">b</a></p>', '<p>a b</p>'],
  ['a link without words', '<p>a <a href="/x"><img src="/x.png"></a></p>', '<p>a</p>'],
  [
    'a link around paragraphs',
    '<a href="/x"><p>a</p></a>',
    '<p><a href="https://example.fi/x">a</a></p>',
  ],
  // Lists
  ['a list', '<ul><li>a</li><li>b</li></ul>', '<ul><li>a</li><li>b</li></ul>'],
  ['a list that goes on', '<ol start="3"><li>a</ol>', '<ol start="3"><li>a</li></ol>'],
  [
    'items with paragraphs',
    '<ul><li><p>a</p></li><li><p>b</p><p>c</p></li></ul>',
    '<ul><li>a</li><li><p>b</p><p>c</p></li></ul>',
  ],
  [
    'a list in an item',
    '<ul><li>a<ul><li>b</li></ul></li></ul>',
    '<ul><li>a<ul><li>b</li></ul></li></ul>',
  ],
  [
    'a list beside its item',
    '<ul><li>a</li><ul><li>b</li></ul></ul>',
    '<ul><li>a<ul><li>b</li></ul></li></ul>',
  ],
  ['empty items', '<ul><li></li><li> </li></ul>', ''],
  ['words beside the items', '<ul>a<li>b</li></ul>', '<ul><li>a</li><li>b</li></ul>'],
  ['an item without a list', '<li>a</li>', '<p>a</p>'],
  [
    'a heading in an item',
    '<ul><li><h2>a</h2>b</li></ul>',
    '<ul><li><p><strong>a</strong></p><p>b</p></li></ul>',
  ],
  // Quotes
  ['a quote', '<blockquote>a<p>b</p></blockquote>', '<blockquote><p>a</p><p>b</p></blockquote>'],
  ['an empty quote', '<blockquote><p></p></blockquote>', ''],
  // Headings
  ['a heading', '<h1>a</h1><p>b</p>', '<h3>a</h3><p>b</p>'],
  ['headings of two levels', '<h2>a</h2><h3>b</h3><h2>c</h2>', '<h3>a</h3><h4>b</h4><h3>c</h3>'],
  ['a level left out', '<h1>a</h1><h4>b</h4><h6>c</h6>', '<h3>a</h3><h4>b</h4><h5>c</h5>'],
  ['a lower level first', '<h4>a</h4><h2>b</h2><h4>c</h4>', '<h3>a</h3><h3>b</h3><h4>c</h4>'],
  [
    'more levels than there are',
    '<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5>',
    '<h3>a</h3><h4>b</h4><h5>c</h5><h6>d</h6><h6>e</h6>',
  ],
  ['an empty heading', '<h2> </h2><p>a</p>', '<p>a</p>'],
  ['a heading with a box', '<h2><div>a</div></h2>', '<h3>a</h3>'],
  // Tables
  [
    'a table',
    '<table border="1" width="600"><caption>K</caption><tr><th>a<th>b<tr><th>c<td>d</table>',
    '<table><caption>K</caption><tbody><tr><th scope="col">a</th><th scope="col">b</th></tr>' +
      '<tr><th scope="row">c</th><td>d</td></tr></tbody></table>',
  ],
  [
    'a table with spans and a foot',
    '<table><thead><tr><th colspan="2" scope="COLGROUP">a</thead><tfoot><tr><td rowspan="x">b<td>c</tfoot></table>',
    '<table><thead><tr><th scope="COLGROUP" colspan="2">a</th></tr></thead>' +
      '<tfoot><tr><td>b</td><td>c</td></tr></tfoot></table>',
  ],
  ['an empty table', '<table><tr><td> </td></tr></table>', ''],
  [
    'paragraphs and headings in a cell',
    '<table><tr><td><h2>a</h2></td><td><p>b</p><p>c</p></td></tr></table>',
    '<table><tbody><tr><td><strong>a</strong></td><td><p>b</p><p>c</p></td></tr></tbody></table>',
  ],
  [
    'words in a table without a cell',
    '<table>a<tr><td>b</table>',
    '<p>a</p><table><tbody><tr><td>b</td></tr></tbody></table>',
  ],
  // What goes
  ['an image', '<p>a<img src="https://example.org/pixel.gif" alt="x"></p>', '<p>a</p>'],
  [
    'scripts and styles',
    '<style>p{}</style><script>x()</script><p style="color:red" onclick="x()">a</p>',
    '<p>a</p>',
  ],
  [
    'frames and drawings',
    '<p>a</p><iframe src="/x">b</iframe><svg><text>c</text></svg><math><mi>d</mi></math>',
    '<p>a</p>',
  ],
  ['a form', '<form action="/x"><label>a <input></label><button>b</button></form>', '<p>a b</p>'],
  ['comments', '<p>a<!-- b --></p><!--[if mso]><p>c</p><![endif]-->', '<p>a</p>'],
  ['what Word leaves', '<p class="MsoNormal"><span style="x">a<o:p></o:p></span></p>', '<p>a</p>'],
];

/** Markup as hostile or as careless authors put it together, and now and then something that is no markup. */
const anyMarkup = (): fc.Arbitrary<string> => {
  const names = [
    ...['p', 'div', 'ul', 'ol', 'li', 'em', 'b', 'a', 'blockquote', 'table', 'tr', 'td', 'th'],
    ...['caption', 'tbody', 'h1', 'h2', 'h4', 'br', 'span', 'u', 'svg', 'style', 'script', 'img'],
  ];
  const attribute = fc.constantFrom(
    ...['', '', ' href="/x"', ' href="javascript:x()"', ' lang="sv"', ' onclick="x()"', ' id="x"'],
  );
  const piece = fc.oneof(
    fc.tuple(fc.constantFrom(...names), attribute).map(([name, more]) => `<${name}${more}>`),
    fc.constantFrom(...names).map((name) => `</${name}>`),
    fc.constantFrom('a', ' ', 'b c', '&nbsp;', '&lt;', '\n'),
  );
  return fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));
};

const BLOCK = 'p, ul, ol, li, blockquote, table, h1, h2, h3, h4, h5, h6, div';

/** What would make the page around it invalid, or lead a screen reader astray. */
function problemsOf(box: Element): string[] {
  const problems: string[] = [];
  const say = (what: string, selector: string): void => {
    for (const element of box.querySelectorAll(selector))
      problems.push(`${what}: ${element.outerHTML}`);
  };
  say('block in a line', `:is(p, h1, h2, h3, h4, h5, h6, caption, a, em, b, span) :is(${BLOCK})`);
  say('no item', ':is(ul, ol) > :not(li)');
  say('item without a list', ':not(ul, ol) > li');
  say('link in a link', 'a a');
  say('link to nowhere', 'a:not([href])');
  say('heading inside', ':is(li, blockquote, table) :is(h1, h2, h3, h4, h5, h6)');
  for (const element of box.querySelectorAll(`${BLOCK.replace(', div', '')}, a`))
    if (element.textContent.trim() === '') problems.push(`empty: ${element.outerHTML}`);
  let level = PLACE.level - 1;
  for (const { localName } of box.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const next = Number(localName.slice(1));
    if (next > level + 1 || next < PLACE.level)
      problems.push(`${localName} after level ${String(level)}`);
    level = next;
  }
  return problems;
}

describe('markup in a text', () => {
  for (const [situation, html, shown] of CASES) {
    it(`with ${situation} is shown in order, by browser and server alike`, () => {
      expect([shownBy(browser, html), shownBy(server, html)]).to.deep.equal([shown, shown]);
    });
  }

  it('in another language is marked, part by part', () => {
    const place = { ...PLACE, lang: 'fi' };
    const box = document.createElement('div');
    render(browser.render({ ar: '<p>سلام</p><ul><li lang="en">x</li></ul>' }, place), box);
    expect(tidied(box)).to.equal(
      '<p lang="ar" dir="rtl">سلام</p><ul lang="ar" dir="rtl"><li lang="en">x</li></ul>',
    );
  });

  it('is the same by browser and server for every text that tries to run', () => {
    const differing = CORPUS.filter((text) => shownBy(server, text) !== shownBy(browser, text));
    // A form that hides its own properties: DOMPurify takes its words away with it. Noscript: read as where scripts run, or
    // as where they do not, and taken away in either case.
    expect(
      differing.filter((text) => !/^<form .*<input .*name=|<noscript/.test(text)),
    ).to.deep.equal([]);
  });

  it('is valid, has an outline and no empty places, whatever it was', () => {
    fc.assert(
      fc.property(anyMarkup(), (html) => {
        const box = document.createElement('div');
        render(browser.render({ fi: html }, PLACE), box);
        expect(problemsOf(box)).to.deep.equal([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same by browser and server, whatever it was', () => {
    fc.assert(
      fc.property(anyMarkup(), (html) => {
        expect(shownBy(server, html)).to.equal(shownBy(browser, html));
      }),
      { numRuns: 1000 },
    );
  });

  it('is shown on a server however deep it is nested', () => {
    expect(shownBy(server, `${'<b>'.repeat(20_000)}Yksi`)).to.match(/^(<p>Yksi<\/p>)?$/);
  });
});
