/**
 * Any way through the form: steps, changes, languages, Back, leaving and coming back, a receiver that fails or whose answer is
 * lost, in any order. No answer is lost on it, and nothing is stored twice.
 */
import { type FieldValues, NO_SESSION, submissionFromFields } from '@puntari/contracts';
import { expect } from '@open-wc/testing';
import { loadLanguages, whenIdle } from '@puntari/core';
import fc from 'fast-check';

import { engine, isFull } from '../../../../test/support/engine.js';
import { json, stubFetch } from '../../../core/src/testing/fetch-stub.js';
import './define.js';
import { ANSWERS, CHECK, goTo, openForm, Post } from './testing/filling.js';
import { panelWith } from './testing/panel.js';
import { VolunteerForm } from './volunteer-form.js';

const PANEL = panelWith({
  questions: panelWith().questions.map((question) => ({ ...question, ownWords: true })),
});
const LANGUAGES = ['fi', 'sv', 'en', 'fi-simple', 'ar'];
const SENSITIVE = /^(support|ownWords)\//;

/** What happens to one submission on its way. */
const OUTCOMES = ['stored', 'answer lost', 'not reached', 'fault'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** Stores by key, as the real one does. */
class Receiver {
  readonly rows = new Map<string, object>();
  outcome: Outcome = 'stored';

  readonly answer = (asked: {
    method: string;
    headers: Headers;
    body: unknown;
  }): Response | Promise<Response> => {
    if (asked.method !== 'POST') return json({ open: true, now: new Date().toISOString() });
    if (this.outcome === 'not reached') return Promise.reject(new TypeError('Failed to fetch'));
    if (this.outcome === 'fault') return json({ title: 'Fault', status: 500 }, 500);
    this.rows.set(asked.headers.get('Idempotency-Key') ?? '', asked.body as object);
    if (this.outcome === 'answer lost') return Promise.reject(new TypeError('Failed to fetch'));
    return json({ reference: 'K7M-4PX', receivedAt: '2026-11-22T10:00:00Z', readBy: 'X' }, 201);
  };
}

type Control = HTMLInputElement | HTMLTextAreaElement;

/** What the browser was given to keep of each form. */
const kept = new WeakMap<ElementInternals, string | undefined>();
const hosts = new WeakMap<VolunteerForm, ElementInternals>();
const { setFormValue } = ElementInternals.prototype;
const { attachInternals } = HTMLElement.prototype;

const channel = new MessageChannel();

/** Lets everything that waits go on. A timer would wait longer each time. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    channel.port1.onmessage = () => {
      resolve();
    };
    channel.port2.postMessage(undefined);
  });

/** Somebody who fills in the form, and who remembers what they wrote. */
class Person {
  answers: Record<string, string | string[]> = {};
  lang = 'fi';
  readonly receiver: Receiver;
  form!: VolunteerForm;

  constructor(receiver: Receiver) {
    this.receiver = receiver;
  }

  async open(): Promise<void> {
    this.form = document.createElement('puntari-volunteer-form');
    this.form.lang = this.lang;
    this.form.setAttribute('action', '/api/panels/liikenne/registrations');
    this.form.record = PANEL;
    document.body.append(this.form);
    await this.settle();
    // Asked for after the form has asked, and so there after it: its first Continue has not to wait.
    await whenIdle();
    await Promise.all([
      import('./volunteer-form.finish.js'),
      import('../../../core/src/form/late.js'),
    ]);
    await this.settle();
  }

  /** Until nothing has been on its way for a while; the buttons say when something is. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 5; quiet += 1) {
      await this.form.updateComplete;
      await turn();
      if (this.root.querySelector('[aria-disabled="true"]')) quiet = 0;
    }
  }

  get root(): ShadowRoot {
    return this.form.shadowRoot!;
  }

  get controls(): Control[] {
    return [
      ...this.root.querySelectorAll<Control>('input[name]:not([type=hidden]), textarea[name]'),
    ];
  }

  get hasReceipt(): boolean {
    return this.root.querySelector('#receipt') !== null;
  }

  /** What stands in the fields of one name now. */
  shown(name: string): string[] {
    const controls = this.controls.filter((control) => control.name === name);
    const isTickable = /radio|checkbox/.test(controls[0]?.type ?? '');
    const filled = controls.filter(
      (control) => !isTickable || (control as HTMLInputElement).checked,
    );
    return filled.map(({ value }) => value).filter(Boolean);
  }

  write(control: Control | undefined, text: string): void {
    if (!control) return;
    const { name, type, value } = control;
    if (type === 'radio') {
      control.click();
      this.answers[name] = value;
    } else if (type === 'checkbox') {
      control.click();
      const { checked } = control as HTMLInputElement;
      const choices = this.controls.filter((one) => one.name === name).map((one) => one.value);
      const before = [this.answers[name] ?? []].flat();
      // Who can attend none attends no other, and the other way round.
      const goes = (one: string): boolean =>
        !checked || (one === NO_SESSION) === (value === NO_SESSION);
      const now = choices.filter((one) =>
        one === value ? checked : before.includes(one) && goes(one),
      );
      this.answers[name] = choices.length === 1 ? (now[0] ?? '') : now;
    } else {
      control.value = text;
      control.dispatchEvent(new Event('input', { bubbles: true }));
      // What a control makes of it: one line has no breaks.
      this.answers[name] = control.value;
    }
  }

  /** Every question on this page, as one can answer it. */
  fillIn(): void {
    for (const control of this.controls) {
      // What one need not answer is emptied where it was wrong.
      const isWrong = control.getAttribute('aria-invalid') === 'true';
      const wanted = ANSWERS[control.name] ?? (isWrong ? [''] : undefined);
      if (!wanted) continue;
      const isTickable = /radio|checkbox/.test(control.type);
      const isTicked = isTickable && (control as HTMLInputElement).checked;
      if (!isTickable || (wanted.includes(control.value) && !isTicked))
        this.write(control, wanted[0] ?? '');
    }
  }

  press(selector: string, which = 0): void {
    const buttons = [...this.root.querySelectorAll<HTMLElement>(selector)];
    if (buttons.length > 0) buttons[which % buttons.length]?.click();
  }

  /** Goes to another page and comes back: the browser gives what it kept to a new element. */
  async leaveAndReturn(): Promise<void> {
    const state = kept.get(hosts.get(this.form)!);
    const wasSent = this.hasReceipt;
    this.form.remove();
    // The most personal answers are not kept, nor an address that is protected.
    const isProtected = this.answers['address/protected'] === 'true';
    const isKept = (name: string): boolean =>
      !SENSITIVE.test(name) && !(isProtected && /^address\/(line1|postcode|city)$/.test(name));
    if (!wasSent)
      this.answers = Object.fromEntries(
        Object.entries(this.answers).filter(([name]) => isKept(name)),
      );
    await this.open();
    if (state !== undefined) this.form.formStateRestoreCallback(state);
    await this.settle();
  }

  /** Everything that this page shows is what was written, and at most one is stored. */
  check(): void {
    for (const { name } of this.controls) {
      // A letter cannot be chosen by whose address is protected; the choice comes back with the address.
      const isGone = this.answers['address/protected'] === 'true' && this.answers[name] === 'post';
      const wanted = isGone ? [] : [this.answers[name] ?? ''].flat().filter(Boolean);
      expect(this.shown(name), name).to.have.members(wanted);
    }
    expect(this.root.querySelector('img, script'), 'what was written is text').to.equal(null);
    expect(this.receiver.rows.size, 'rows').to.be.at.most(1);
  }

  /** What is stored is what was written last. */
  checkStored(answers: FieldValues, lang: string): void {
    const [row] = this.receiver.rows.values();
    const wanted = submissionFromFields(PANEL, answers, lang);
    expect(row).to.deep.equal(JSON.parse(JSON.stringify(wanted)));
  }
}

type Act =
  | { readonly do: 'write'; readonly which: number; readonly text: string }
  | { readonly do: 'change'; readonly which: number }
  | { readonly do: 'speak'; readonly lang: string }
  | { readonly do: 'go on' | 'send'; readonly outcome: Outcome }
  | { readonly do: 'fill in' | 'continue' | 'back' | 'leave and return' };

const which = fc.nat(30);
/** What people, paste and programs put into fields. */
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '<img src=x onerror="throw 1">',
    '{{label}} $t(yes)',
    '\u202Eabc',
    '\0',
    '\uD800',
    '😀'.repeat(300),
    'ä'.repeat(3000),
  ),
);
const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      which,
      text,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('change' as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('speak' as const),
      lang: fc.constantFrom(...LANGUAGES),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constantFrom('go on' as const, 'go on' as const, 'send' as const),
      outcome: fc.constantFrom(...OUTCOMES),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'fill in' as const,
        'continue' as const,
        'back' as const,
        'leave and return' as const,
      ),
    }),
  },
);

/** @returns Whether it came to a receipt. */
async function walk(way: readonly Act[]): Promise<boolean> {
  const receiver = new Receiver();
  const network = stubFetch(receiver.answer);
  const person = new Person(receiver);
  try {
    await person.open();
    let isOver = false;
    for (const act of way) {
      const before = { answers: { ...person.answers }, lang: person.lang };
      switch (act.do) {
        case 'write':
          if (person.controls.length > 0)
            person.write(person.controls[act.which % person.controls.length], act.text);
          break;
        case 'fill in':
          person.fillIn();
          break;
        case 'change':
          person.press('[data-change]', act.which);
          break;
        case 'speak':
          person.lang = act.lang;
          person.form.lang = act.lang;
          break;
        case 'back':
          person.press('#back');
          break;
        case 'leave and return':
          await person.leaveAndReturn();
          break;
        case 'go on':
          person.fillIn();
          await person.settle();
          before.answers = { ...person.answers };
          receiver.outcome = act.outcome;
          person.press('button[type=submit]');
          break;
        default:
          if ('outcome' in act) receiver.outcome = act.outcome;
          person.press('button[type=submit]');
          // Twice: a second press sends nothing more.
          person.press('button[type=submit]');
      }
      await person.settle();
      person.check();
      if (person.hasReceipt && !isOver) {
        isOver = true;
        person.checkStored(before.answers, before.lang);
      }
      if (isOver) expect(person.hasReceipt, 'the receipt stays').to.equal(true);
    }
    return isOver;
  } finally {
    network.restore();
    person.form.remove();
  }
}

describe('<puntari-volunteer-form>, on any way through it', () => {
  before(async () => {
    for (const lang of LANGUAGES) await loadLanguages(lang, [...VolunteerForm.namespaces]);
    // The modules that come after the first page, once for all: no way waits for them.
    const first = await openForm(new Post());
    await goTo(first, CHECK);
    first.remove();
    // A browser gives what it kept only to itself.
    HTMLElement.prototype.attachInternals = function attach(this: HTMLElement) {
      const internals = attachInternals.call(this);
      if (this instanceof VolunteerForm) hosts.set(this, internals);
      return internals;
    };
    ElementInternals.prototype.setFormValue = function keep(this: ElementInternals, ...values) {
      kept.set(this, values[1] as string | undefined);
      setFormValue.apply(this, values);
    };
  });

  after(() => {
    HTMLElement.prototype.attachInternals = attachInternals;
    ElementInternals.prototype.setFormValue = setFormValue;
    channel.port1.close();
  });

  it('loses no answer and stores nothing twice', async () => {
    let receipts = 0;
    const numRuns = isFull && engine === 'chromium' ? 10_000 : 200;
    await fc.assert(
      fc.asyncProperty(
        fc.array(acts, { minLength: 10, maxLength: 60, size: 'max' }),
        async (way) => {
          if (await walk(way)) receipts += 1;
        },
      ),
      { numRuns, includeErrorInReport: true },
    );
    expect(receipts, 'ways that came to a receipt').to.be.greaterThan(numRuns / 4);
  }).timeout(isFull ? 3_600_000 : 480_000);
});
