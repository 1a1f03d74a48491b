/** One widget on a page, used without ceremony: for the tests in which the way is not what is tested. */
import type { JSHandle, Page } from 'puppeteer-core';

import { until } from './until.js';

export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** What is asked of a page inside it; these run there. */
type InRoot<T, A extends readonly unknown[]> = (root: ShadowRoot, ...values: A) => T;

/** The element behind a selector, in which `>>>` steps into a shadow root. Runs in the page. */
function find(selector: string): HTMLElement | null {
  let element: HTMLElement | null = null;
  for (const part of selector.split('>>>')) {
    const root: ParentNode | null = element ? element.shadowRoot : document;
    element = root?.querySelector<HTMLElement>(part) ?? null;
  }
  return element;
}

/** Runs in the page. */
function isWidgetReady(element: (HTMLElement & { isReady?: boolean }) | null): boolean {
  // Widgets are loaded when they come near the view.
  if (!element?.isReady) element?.scrollIntoView();
  return element?.isReady === true && element.shadowRoot?.querySelector('#root') != null;
}

/**
 * The text that is shown in it, its document in the page's own DOM included. None while its document is far from the
 * view and so not laid out; it is brought there, and laid out with the next frames. Runs in the page.
 */
function shownText(element: HTMLElement | null): string {
  // Asked of something in the document: what skips its contents counts as visible itself.
  const inDocument = element?.querySelector('[slot=document] > *');
  const isSkipped =
    inDocument?.checkVisibility() && !inDocument.checkVisibility({ contentVisibilityAuto: true });
  if (isSkipped) {
    element?.scrollIntoView({ behavior: 'instant' });
    return '';
  }
  const root = element?.shadowRoot?.querySelector<HTMLElement>('#root');
  return [element?.innerText, root?.innerText].join('\n').replaceAll(/[\u00A0 ]+/g, ' ');
}

/** Answers what stands in the form now. Runs in the page. */
function answer(root: ShadowRoot, answers: Answers): void {
  for (const control of root.querySelectorAll<HTMLInputElement>('form [name]')) {
    const given = answers[control.name];
    if (given === undefined) continue;
    if (control.type === 'radio' || control.type === 'checkbox') {
      if ([given].flat().includes(control.value) !== control.checked) control.click();
    } else if (typeof given === 'string') {
      control.value = given;
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}

/**
 * The heading that a person is at: of the errors, of the step, of what came of it. None while it is being sent. Runs in
 * the page.
 */
function titleIn(root: ShadowRoot): string {
  if (root.querySelector('button[type=submit][aria-disabled=true]')) return '';
  const heading = ['#receipt', '#send-problem', '#error-summary', '#step']
    .map((selector) => root.querySelector(selector))
    .find((element) => element !== null);
  return (heading?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

export class WidgetOnPage {
  readonly page: Page;
  readonly selector: string;

  constructor(page: Page, selector: string) {
    this.page = page;
    this.selector = selector;
  }

  /** Scrolls to it and waits for its record and its words. */
  async ready(): Promise<this> {
    await until(`${this.selector} is ready`, async () =>
      (await this.element()).evaluate(isWidgetReady),
    );
    return this;
  }

  element(): Promise<JSHandle<HTMLElement | null>> {
    return this.page.evaluateHandle(find, this.selector);
  }

  async inRoot<T, A extends readonly unknown[]>(ask: InRoot<T, A>, ...values: A): Promise<T> {
    const element = await this.element();
    const root = await element.evaluateHandle((host) => host!.shadowRoot!);
    const inPage = ask as unknown as (root: ShadowRoot, ...values: unknown[]) => T;
    return root.evaluate(inPage, ...values);
  }

  /** The text that is shown in it, its document in the page's own DOM included. */
  async text(): Promise<string> {
    const element = await this.element();
    // In one go with the look whether it is laid out: widgets above grow and move this one meanwhile.
    return until(`${this.selector} shows text`, () => element.evaluate(shownText));
  }

  title(): Promise<string> {
    return this.inRoot(titleIn);
  }

  answer(answers: Answers): Promise<void> {
    return this.inRoot(answer, answers);
  }

  /** What stands in the fields of the form now. */
  values(): Promise<Record<string, string | string[]>> {
    return this.inRoot((root) => {
      const values: Record<string, string | string[]> = {};
      for (const control of root.querySelectorAll<HTMLInputElement>('form [name]')) {
        const { name, type, value, checked } = control;
        if (type === 'checkbox') {
          values[name] = [values[name] ?? []].flat().concat(checked ? [value] : []);
        } else if (type === 'radio') {
          if (checked) values[name] = value;
        } else if (type !== 'hidden' && type !== 'submit') values[name] = value;
      }
      return values;
    });
  }

  /** Presses Start, Continue or Send. */
  pressSubmit(): Promise<void> {
    return this.inRoot((root) => {
      root.querySelector<HTMLButtonElement>('form button[type=submit]')?.click();
    });
  }

  /** Presses Start, Continue or Send, and waits for what comes of it. */
  async goOn(): Promise<string> {
    const before = await this.title();
    await this.pressSubmit();
    return until(`something comes after "${before}"`, async () => {
      const now = await this.title();
      return now !== before && now;
    });
  }

  /** The reference on the receipt that is shown. */
  reference(): Promise<string> {
    return this.inRoot((root) => root.querySelector('bdi')?.textContent ?? '');
  }
}

/** The widget with this tag, when it is ready. */
export const widgetOn = (page: Page, selector: string): Promise<WidgetOnPage> =>
  new WidgetOnPage(page, selector).ready();

/** Goes through the volunteer form until its answers are shown for checking. */
export async function goToCheck(form: WidgetOnPage, answers: Answers): Promise<void> {
  const isAtCheck = (): Promise<boolean> =>
    form.inRoot((root) => root.querySelector('form dl') !== null);
  while (!(await isAtCheck())) {
    await form.answer(answers);
    const title = await form.goOn();
    if (title.startsWith('Korjaa')) throw new Error(`An answer was refused: ${await form.text()}`);
  }
}
