/** Opens the form and fills it in as a person does, control by control. */
import type { FieldValues, Receipt } from '@puntari/contracts';
import { fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import '../define.js';
import type { TopicForm } from '../topic-form.js';
import { callWith } from './call.js';

export const RECEIPT: Receipt = {
  reference: 'K7M-4PX',
  receivedAt: '2027-01-22T10:00:00+02:00',
  readBy: { fi: 'Osallisuustyö', sv: 'Delaktighetsarbetet', en: 'Participation work' },
  answerBy: '2027-02-12',
};

export const ANSWERS = {
  title: 'Rannan valaistus',
  question: 'Miten ranta valaistaan?',
  'suitability/reasons': ['hard-values'],
  'area/ids': ['tapiola'],
  'decision/id': 'puistot',
  'proposer/kind': 'resident',
  'proposer/name': 'Aino Virtanen',
  'proposer/phone': '040 123 4567',
} as const satisfies FieldValues;

/** What is sent of them. */
export const SUBMISSION = {
  schemaVersion: 1,
  callId: 'aiheet-2027',
  lang: 'fi',
  title: 'Rannan valaistus',
  question: 'Miten ranta valaistaan?',
  suitability: { reasons: ['hard-values'] },
  area: { ids: ['tapiola'] },
  decision: { id: 'puistot' },
  proposer: { kind: 'resident', name: 'Aino Virtanen', phone: '+358401234567' },
  nameMayBePublished: false,
  noticeVersion: '3',
};

/** Answers in place of a receiver, when the test lets it. */
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

interface Opening {
  readonly record?: unknown;
  readonly post?: Post;
  readonly attributes?: Readonly<Record<string, string>>;
}

export async function openForm({
  record = callWith(),
  post = new Post(),
  attributes = {},
}: Opening = {}): Promise<TopicForm> {
  const element = document.createElement('puntari-topic-form');
  element.lang = 'fi';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.addEventListener('puntari-before-submit', post.listen);
  element.record = record;
  const ready = oneEvent(element, 'puntari-ready');
  await fixture(html`${element}`);
  await ready;
  await element.updateComplete;
  return element;
}

type Control = HTMLInputElement | HTMLTextAreaElement;

/** The control of a name; of a group the one with the value. */
export function control(element: TopicForm, name: string, value?: string): Control {
  const found = [...(element.shadowRoot?.querySelectorAll<Control>('[name]') ?? [])].find(
    (one) => one.name === name && (value === undefined || one.value === value),
  );
  if (!found) throw new Error(`There is no field ${name}.`);
  return found;
}

export async function fill(element: TopicForm, answers: FieldValues = ANSWERS): Promise<void> {
  for (const [name, value = ''] of Object.entries(answers)) {
    if (/radio|checkbox/.test(control(element, name).type)) {
      for (const one of typeof value === 'string' ? [value] : value) {
        const choice = control(element, name, one) as HTMLInputElement;
        if (!choice.checked) choice.click();
      }
    } else {
      const field = control(element, name);
      field.value = String(value);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
  await element.updateComplete;
}

/** Presses the button that goes on, and waits for what comes of it: errors, the answers to check, or the sending. */
export async function goOn(element: TopicForm): Promise<void> {
  const look = (): string =>
    [...(element.shadowRoot?.querySelectorAll('h2, h3, [role=status], [aria-disabled=true]') ?? [])]
      .map(({ textContent }) => textContent)
      .join();
  const before = look();
  const { activeElement } = element.shadowRoot ?? {};
  const button = element.shadowRoot?.querySelector<HTMLElement>('button[type=submit]');
  button?.click();
  // On a busy machine it is said first that something is on its way.
  const isWaiting = (): boolean => (element as unknown as { isWaiting: boolean }).isWaiting;
  await waitUntil(
    () =>
      !isWaiting() && (look() !== before || element.shadowRoot?.activeElement !== activeElement),
    'what comes of going on',
    { timeout: 5000 },
  );
  await element.updateComplete;
}

export async function toCheck(element: TopicForm, answers: FieldValues = ANSWERS): Promise<void> {
  await fill(element, answers);
  await goOn(element);
  await waitUntil(() => element.shadowRoot?.querySelector('#back'), 'the answers');
}

/** Presses Send on the page with the answers, once it is asked of the page. */
export async function send(element: TopicForm, post: Post): Promise<void> {
  const before = post.sent.length;
  element.shadowRoot?.querySelector<HTMLElement>('button[type=submit]')?.click();
  await waitUntil(() => post.sent.length > before, 'the sending');
  await element.updateComplete;
}
