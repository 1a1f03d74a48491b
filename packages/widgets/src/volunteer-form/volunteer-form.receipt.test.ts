/** What a person takes away from the receipt: a link of their own, a copy, the meetings for the calendar. */
import { expect, waitUntil } from '@open-wc/testing';

import { fileFrom } from '../../../../test/support/file-from.js';
import { getByRole, queryByRole } from '../../../../test/support/query.js';
import { ANSWERS, CHECK, goTo, openForm, Post, RECEIPT, shows } from './testing/filling.js';
import type { VolunteerForm } from './volunteer-form.js';

describe('<puntari-volunteer-form>, the receipt', () => {
  let post: Post;
  let element: VolunteerForm;
  let told: unknown;

  const send = async (
    options: { noRestore?: boolean; action?: string; answers?: typeof ANSWERS } = {},
  ): Promise<void> => {
    post = new Post();
    element = await openForm(post, options);
    element.action =
      options.action ?? 'https://osallistu.example.fi/api/panels/liikenne/registrations';
    element.addEventListener('puntari-submitted', (event) => {
      told = event.receipt;
    });
    await goTo(element, CHECK, options.answers);
    getByRole(element, 'button', /^Lähetä/).click();
    await waitUntil(() => post.sent.length === 1);
    post.answer({ ...RECEIPT, manage: '/registrations/abc123' });
    await shows(element, /vastaanotettu/);
  };

  describe('with a private link', () => {
    beforeEach(() => send());

    it('leads to the receiver, wherever the page is', () => {
      const link = getByRole<HTMLAnchorElement>(element, 'link', /korjaa tai peru/);
      expect(link.href).to.equal('https://osallistu.example.fi/registrations/abc123');
    });

    it('keeps it from listeners of the page', () => {
      expect(told).to.deep.equal({ ...RECEIPT });
    });

    it('gives a copy of what was sent, with the reference and the link', async () => {
      const { name, text } = await fileFrom(() => {
        getByRole(element, 'button', 'Lataa vastauksesi').click();
      });
      expect(name).to.equal('K7M-4PX.txt');
      expect(text).to.contain('K7M-4PX').and.to.contain('/registrations/abc123');
      // What it is the copy of, and what the two are for, is not to be guessed a year later.
      expect(text).to.contain('Asukaspaneeli liikenteestä').and.to.contain('Viitteesi on');
      expect(text).to.contain('Jokainen, jolla on linkki, näkee tietosi.');
      expect(text)
        .to.match(/Syntymävuosi\s+1985/)
        .and.to.match(/Sukupuoli\s+Nainen/);
    });

    it('gives each of several answers a line of its own in the copy', async () => {
      element.remove();
      await send({ answers: { ...ANSWERS, 'support/needs': ['interpretation', 'transport'] } });
      const { text } = await fileFrom(() => {
        getByRole(element, 'button', 'Lataa vastauksesi').click();
      });
      expect(text).to.match(/Tulk[^\r\n]*\r\nApua matkaan\r\n/);
    });

    it('gives the chosen meetings for the calendar, as not sure yet', async () => {
      const { name, text } = await fileFrom(() => {
        getByRole(element, 'button', 'Lataa tapaamiset kalenteriin').click();
      });
      expect(name).to.equal('liikenne.ics');
      expect(text.match(/BEGIN:VEVENT/g)).to.have.length(1);
      expect(text).to.contain('DTSTART:20271120T073000Z').and.to.contain('STATUS:TENTATIVE');
    });

    it('shows neither the link nor the answers where the browser kept the whole page for Back', async () => {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await waitUntil(() => queryByRole(element, 'link', /korjaa tai peru/) === null);
      expect(element.shadowRoot?.textContent).to.contain('K7M-4PX').and.to.not.contain('Virtanen');
    });

    it('prints the address of the private link', () => {
      const link = getByRole(element, 'link', /korjaa tai peru/);
      const printed = (element.shadowRoot?.adoptedStyleSheets ?? [])
        .flatMap(({ cssRules }) => [...cssRules])
        .filter((rule) => rule instanceof CSSMediaRule && rule.conditionText === 'print')
        .flatMap((rule) => [...(rule as CSSMediaRule).cssRules] as CSSStyleRule[])
        .filter(({ selectorText }) => selectorText.endsWith('::after'))
        .filter(({ selectorText }) => link.matches(selectorText.replace('::after', '')));
      expect(printed.map(({ style }) => style.content).join()).to.contain('attr(href)');
    });

    it('prints, with the answers unfolded also where no style sheet can do that', () => {
      const { print } = globalThis;
      const folded = element.shadowRoot?.querySelector('details');
      let prints = 0;
      globalThis.print = () => {
        if (folded?.open) prints += 1;
      };
      getByRole(element, 'button', 'Tulosta').click();
      globalThis.print = print;
      expect(prints).to.equal(1);
    });
  });

  it('leads nowhere but to a page', async () => {
    await send({ action: 'data:text/plain,registrations' });
    expect(queryByRole(element, 'link', /korjaa tai peru/)).to.equal(null);
  });

  describe('on a shared computer', () => {
    it('shows no answers any more', async () => {
      await send({ noRestore: true });
      expect(queryByRole(element, 'button', 'Lataa vastauksesi')).to.equal(null);
      expect(element.shadowRoot?.textContent).to.not.contain('Virtanen');
    });
  });
});
