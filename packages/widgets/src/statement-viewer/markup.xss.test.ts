/** Texts from outside that try to run something, shown by the real widget in a frame of its own. */
import { expect } from '@open-wc/testing';

import { CORPUS } from '../../../../test/support/xss/corpus.js';
import type { Findings, Page } from './testing/hostile-texts.js';

const MODULE = new URL('./testing/hostile-texts.ts', import.meta.url).href;

/** As strict as a host can be, with the names of policies that it allows. */
const strict = (names: string): string =>
  `default-src 'none'; script-src ${location.origin}; connect-src ${location.origin}; ` +
  `style-src ${location.origin}; require-trusted-types-for 'script'; trusted-types ${names}`;

/** Chromium reports what stands inline in hostile markup as soon as it is parsed, and the sanitizer takes it away. */
const INLINE = /^(script|style)-src-(attr|elem): .*\/markup\.ts$/;

const NOTHING: Findings = { ran: [], loaded: [], foreign: [], stopped: [] };

/** A page in a frame that the test of texts runs in. */
async function pageUnder(policy?: string): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.title = 'Tekstit';
  const meta = policy ? `<meta http-equiv="Content-Security-Policy" content="${policy}">` : '';
  frame.srcdoc = `<!doctype html><html lang="fi"><head><title>Tekstit</title>${meta}
    <script type="module" src="${MODULE}"></script></head><body></body></html>`;
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  document.body.append(frame);
  await loaded;
  const { page } = frame.contentWindow as Window & { page?: Page };
  if (!page) throw new Error('The page in the frame did not start.');
  return page;
}

describe('a statement with texts that try to run', function () {
  this.timeout(120_000);

  afterEach(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  it('has a corpus that is worth it', () => {
    expect(CORPUS.length).to.be.greaterThan(700);
  });

  describe('without any protection', () => {
    for (const text of [
      '<img src=x onerror=alert(1)>',
      '<style onload=alert(1)></style>',
      '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
    ]) {
      it(`is seen to run ${text}`, async () => {
        const { ran } = await (await pageUnder()).unprotected(text, 'ran');
        expect(ran).to.deep.equal(['alert(1)']);
      });
    }

    it('is seen to load, and to have what it should not', async () => {
      const page = await pageUnder();
      const { loaded, foreign } = await page.unprotected(
        '<img src="/x.png?1" class="x">',
        'loaded',
      );
      expect(loaded).to.deep.equal([`${location.origin}/x.png?1`]);
      expect(foreign).to.deep.equal(['img src', 'img', 'names ,x']);
    });
  });

  describe('as markup', () => {
    it('runs none, loads nothing and shows nothing that is not allowed', async () => {
      expect(await (await pageUnder()).showAll(CORPUS, 'html')).to.deep.equal(NOTHING);
    });

    it('does neither under a strict policy with Trusted Types', async () => {
      const page = await pageUnder(strict('lit-html puntari'));
      const { stopped, ...findings } = await page.showAll(CORPUS, 'html');
      const others = stopped.filter((report) => !INLINE.test(report));
      expect({ ...findings, stopped: others }).to.deep.equal(NOTHING);
    });
  });

  describe('as plain text', () => {
    it('runs none, loads nothing, and brings no report', async () => {
      const page = await pageUnder(strict('lit-html'));
      expect(await page.showAll(CORPUS, 'plain')).to.deep.equal(NOTHING);
    });
  });

  describe('pasted from a word processor', () => {
    it('brings no report either', async () => {
      const page = await pageUnder(strict('lit-html puntari'));
      const pasted = [
        '<style>p.MsoNormal { margin: 0 }</style><p class="MsoNormal" style="margin: 0">Yksi</p>',
        "<p><span lang=SV style='font-size:11.0pt'>kaksi<o:p></o:p></span></p>",
        '<div STYLE="color: red"\nalign=center>kolme</div>',
      ];
      expect(await page.showAll(pasted, 'html')).to.deep.equal(NOTHING);
    });
  });

  describe('under a policy that does not allow ours', () => {
    it('shows the words, runs none and loads nothing', async () => {
      const page = await pageUnder(strict('lit-html'));
      const { stopped: _, ...findings } = await page.showAll(CORPUS, 'html');
      expect(findings).to.deep.equal({ ran: [], loaded: [], foreign: [] });
      expect(await page.textShown('<p>Yksi &amp; <b>kaksi</b></p>')).to.contain('Yksi & kaksi');
    });
  });
});
