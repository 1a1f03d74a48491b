import type { Receipt } from '@puntari/contracts';
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import { expectAccessible } from '../../../../test/support/accessible.js';
import { deepActiveElement } from '../../../../test/support/deep-active-element.js';
import { getAllByRole, getByRole } from '../../../../test/support/query.js';
import './define.js';
import { RECEIPT } from './testing/filling.js';
import { panelWith } from './testing/panel.js';
import type { VolunteerForm } from './volunteer-form.js';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  'eligibility/livesInArea': ['true'],
  birthYear: ['1985'],
  'strata/gender': ['not-stated'],
  availability: ['eka', 'toka'],
  'support/needs': ['transport'],
  'contact/firstName': ['Aino'],
  'contact/lastName': ['Ähtäri-Öhman'],
  'address/line1': ['Esimerkkitie 1 A 2'],
  'address/postcode': ['02100'],
  'address/city': ['Espoo'],
  'contact/email': ['aino@example.fi'],
  'contact/preferred': ['email'],
  'consent/process': ['true'],
};

async function form(lang: string): Promise<VolunteerForm> {
  const element = await fixture<VolunteerForm>(
    html`<puntari-volunteer-form
      lang=${lang}
      .record=${panelWith()}
      @puntari-before-submit=${() => undefined}
    ></puntari-volunteer-form>`,
  );
  if (!element.isReady) await oneEvent(element, 'puntari-ready');
  await element.updateComplete;
  return element;
}

/** Fills in what of the answers stands on this step. */
function fillStep(element: VolunteerForm): void {
  const controls = element.shadowRoot?.querySelectorAll<HTMLInputElement>('[name]') ?? [];
  for (const control of controls) {
    const wanted = VALUES[control.name];
    if (!wanted) continue;
    if (control.type === 'radio' || control.type === 'checkbox') {
      if (wanted.includes(control.value) && !control.checked) control.click();
    } else {
      control.value = wanted[0] ?? '';
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}

/** Presses the last button of the form: Start, Continue or Send. */
async function goOn(element: VolunteerForm): Promise<void> {
  const before = deepActiveElement();
  element.shadowRoot?.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
  await waitUntil(() => deepActiveElement() !== before);
  await element.updateComplete;
}

for (const lang of ['fi', 'sv', 'en', 'fi-simple', 'ar']) {
  describe(`<puntari-volunteer-form lang="${lang}">`, () => {
    it('is accessible on every page, with and without errors', async () => {
      const element = await form(lang);
      await expectAccessible(element);
      await goOn(element);
      for (let step = 0; step < 5; step += 1) {
        await expectAccessible(element);
        await goOn(element);
        expect(element.shadowRoot?.querySelector('#error-summary'), 'the errors').not.to.equal(
          null,
        );
        await expectAccessible(element);
        fillStep(element);
        await goOn(element);
      }
      await expectAccessible(element);
      element.shadowRoot?.querySelector<HTMLElement>('#saving > summary')?.click();
      await waitUntil(() => element.shadowRoot?.querySelector('#saving-choice') !== null);
      await expectAccessible(element);
      let answer: Promise<Receipt> = Promise.reject(new Error('no'));
      element.addEventListener('puntari-before-submit', (event) => {
        event.respondWith(answer);
      });
      await goOn(element);
      await expectAccessible(element);
      answer = Promise.resolve(RECEIPT);
      await goOn(element);
      expect(element.shadowRoot?.querySelector('#receipt'), 'the receipt').not.to.equal(null);
      element.shadowRoot?.querySelector<HTMLElement>('#receipt-sent > summary')?.click();
      await expectAccessible(element);
    }).timeout(90_000);
  });
}

describe('<puntari-volunteer-form> on a step', () => {
  let element: VolunteerForm;

  beforeEach(async () => {
    element = await form('fi');
    await goOn(element);
  });

  it('has the number of the step in its heading, which has focus', () => {
    expect(deepActiveElement()?.textContent?.replace(/\s+/g, ' ').trim()).to.equal(
      'Vaihe 1/6 Voitko osallistua paneeliin?',
    );
  });

  it('has nothing chosen beforehand', () => {
    for (const radio of getAllByRole<HTMLInputElement>(element, 'radio'))
      expect(radio.checked).to.equal(false);
  });

  it('has the question first in its group', () => {
    for (const group of element.shadowRoot?.querySelectorAll('fieldset') ?? []) {
      expect(group.firstElementChild?.localName).to.equal('legend');
    }
  });

  it('puts the answer that declines last, after "or"', async () => {
    fillStep(element);
    await goOn(element);
    const names = getAllByRole(element, 'radio').map((radio) =>
      radio.closest('label')?.textContent?.trim(),
    );
    expect(names.at(-1)).to.equal('En halua kertoa');
  });

  it('asks for autofill by the right names', async () => {
    for (let step = 0; step < 3; step += 1) {
      fillStep(element);
      await goOn(element);
    }
    const tokens = [...(element.shadowRoot?.querySelectorAll('input[autocomplete]') ?? [])].map(
      (input) => input.getAttribute('autocomplete'),
    );
    expect(tokens).to.deep.equal([
      'given-name',
      'family-name',
      'address-line1',
      'postal-code',
      'address-level2',
      'email',
      'tel',
      // The helper is somebody else.
      'off',
    ]);
  });

  it('has Continue last and no disabled button', () => {
    const buttons = getAllByRole<HTMLButtonElement>(element, 'button');
    expect(buttons.at(-1)?.textContent?.trim()).to.equal('Jatka');
    for (const button of buttons) expect(button.disabled).to.equal(false);
    getByRole(element, 'button', 'Takaisin');
  });
});
