/** Fills the form in as a person does, control by control, for tests of what happens around it. */
import type { Receipt } from '@puntari/contracts';
import { fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import '../define.js';
import type { VolunteerForm } from '../volunteer-form.js';
import { panelWith } from './panel.js';

export const RECEIPT: Receipt = {
  reference: 'K7M-4PX',
  receivedAt: '2026-11-22T10:00:00+02:00',
  readBy: 'Osallisuustyö',
};

export const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  'eligibility/livesInArea': ['true'],
  birthYear: ['1985'],
  'strata/gender': ['woman'],
  availability: ['eka'],
  'contact/firstName': ['Aino'],
  'contact/lastName': ['Virtanen'],
  'address/line1': ['Esimerkkitie 1'],
  'address/postcode': ['02100'],
  'address/city': ['Espoo'],
  'contact/email': ['aino@example.fi'],
  'contact/preferred': ['email'],
  'consent/process': ['true'],
};

/** Answers to the page, when the test lets it. */
export class Post {
  readonly sent: unknown[] = [];
  answer!: (receipt: Receipt) => void;
  fail!: (error: Error) => void;

  readonly listen = (event: HTMLElementEventMap['puntari-before-submit']): void => {
    this.sent.push(event.submission);
    event.respondWith(
      new Promise<Receipt>((resolve, reject) => {
        this.answer = resolve;
        this.fail = reject;
      }),
    );
  };
}

export async function openForm(
  post: Post,
  { panel = panelWith(), noRestore = false }: { panel?: unknown; noRestore?: boolean } = {},
): Promise<VolunteerForm> {
  const element = await fixture<VolunteerForm>(
    html`<puntari-volunteer-form
      .record=${panel}
      ?no-restore=${noRestore}
      @puntari-before-submit=${post.listen}
    ></puntari-volunteer-form>`,
  );
  if (!element.isReady) await oneEvent(element, 'puntari-ready');
  await element.updateComplete;
  return element;
}

export const headingOf = (element: VolunteerForm): string =>
  [element, element.shadowRoot]
    .flatMap((root) => [...(root?.querySelectorAll('h1, h2, h3, h4, h5, h6') ?? [])])
    .filter((heading) => heading.getClientRects().length > 0)
    .map((heading) => heading.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '')
    .join(' | ');

export const shows = (element: VolunteerForm, title: RegExp): Promise<void> =>
  waitUntil(() => title.test(headingOf(element)), `${String(title)} in ${headingOf(element)}`);

export function fill(element: VolunteerForm, answers = ANSWERS): void {
  for (const control of element.shadowRoot?.querySelectorAll<HTMLInputElement>('[name]') ?? []) {
    const wanted = answers[control.name];
    if (!wanted) continue;
    if (control.type === 'radio' || control.type === 'checkbox') {
      if (wanted.includes(control.value) && !control.checked) control.click();
    } else {
      control.value = wanted[0] ?? '';
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}

const continueButton = (element: VolunteerForm): HTMLElement => {
  const buttons = [...(element.shadowRoot?.querySelectorAll('button') ?? [])];
  const found = buttons.find(({ textContent }) =>
    /^(Jatka|Aloita ilmoittautuminen)$/.test(textContent.trim()),
  );
  if (!found) throw new Error(`There is no Continue in ${headingOf(element)}.`);
  return found;
};

/** Goes on, answering what is asked, until a heading is shown. */
export async function goTo(
  element: VolunteerForm,
  title: RegExp,
  answers = ANSWERS,
): Promise<void> {
  for (let step = 0; step < 8 && !title.test(headingOf(element)); step += 1) {
    const before = headingOf(element);
    fill(element, answers);
    continueButton(element).click();
    await waitUntil(() => headingOf(element) !== before, `something after ${before}`);
    await element.updateComplete;
  }
}

export const CHECK = /Tarkista vastauksesi/;
