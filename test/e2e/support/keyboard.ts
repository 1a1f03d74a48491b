/** Somebody who uses a page with the keyboard alone, and knows things by the words that name them. */
import type { KeyInput, Page } from 'puppeteer-core';

import { until } from './until.js';

/** What has focus, in the words a person knows it by. */
export interface Focus {
  readonly tag: string;
  readonly type: string;
  /** The label of a control, the text of a button, link or heading. */
  readonly name: string;
  /** The question that a choice answers. */
  readonly question: string;
  readonly value: string;
  readonly isChecked: boolean;
}

/** The element that has focus, inside shadow roots too. Runs in the page. */
export function deepActiveElement(): Element {
  let active = document.activeElement ?? document.body;
  while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Runs in the page. */
function describeFocus(element: Element): Focus {
  const wordsOf = (node: Element | null | undefined): string =>
    (node?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  const control = element as HTMLInputElement;
  return {
    tag: element.localName,
    type: 'type' in control ? control.type : '',
    name: wordsOf(('labels' in control ? control.labels?.[0] : undefined) ?? element),
    question: wordsOf(element.closest('fieldset')?.querySelector('legend > span')),
    value: 'value' in control ? control.value : '',
    isChecked: 'checked' in control && control.checked,
  };
}

/** More than any page has, so that a lost focus fails a test and does not hang it. */
const MOST_TABS = 150;

export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async focus(): Promise<Focus> {
    const active = await this.#page.evaluateHandle(deepActiveElement);
    return active.evaluate(describeFocus);
  }

  async press(key: KeyInput): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  /** Presses Tab until something is reached. */
  async tabTo(what: string, isIt: (focus: Focus) => boolean): Promise<Focus> {
    const met: string[] = [];
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      await this.press('Tab');
      const focus = await this.focus();
      if (isIt(focus)) return focus;
      // From the end of a page to its beginning: nobody should have to go round.
      if (focus.tag === 'body') break;
      met.push(focus.name.slice(0, 30));
    }
    throw new Error(`Tab never reached ${what}. It reached: ${met.join(' | ')}`);
  }

  /** Goes to a button or a link and presses Enter. */
  async activate(name: string): Promise<void> {
    await this.tabTo(
      `"${name}"`,
      (focus) => ['a', 'button'].includes(focus.tag) && focus.name === name,
    );
    await this.press('Enter');
  }

  /** Writes into a field in place of what stands there. */
  async write(label: string, text: string): Promise<void> {
    const isField = ({ tag }: Focus): boolean => tag === 'input' || tag === 'textarea';
    await this.tabTo(`"${label}"`, (focus) => isField(focus) && focus.name.startsWith(label));
    await this.#page.keyboard.down('Control');
    await this.press('a');
    await this.#page.keyboard.up('Control');
    await this.#page.keyboard.type(text);
  }

  /** Chooses one of several with the arrow keys. */
  async choose(question: string, answer: string): Promise<void> {
    const start = await this.tabTo(
      `"${question}"`,
      (focus) => focus.type === 'radio' && focus.question.startsWith(question),
    );
    let focus = start;
    while (focus.name !== answer) {
      await this.press('ArrowDown');
      focus = await this.focus();
      if (focus.value === start.value) throw new Error(`"${question}" has no answer "${answer}".`);
    }
    if (!focus.isChecked) await this.press('Space');
  }

  /** Ticks a box. */
  async tick(label: string): Promise<void> {
    await this.tabTo(`"${label}"`, ({ type, name }) => type === 'checkbox' && name.includes(label));
    await this.press('Space');
  }

  /** Waits until focus is on a heading that says this. */
  async heading(text: string | RegExp): Promise<string> {
    const focus = await until(`focus on the heading ${String(text)}`, async () => {
      const now = await this.focus();
      const matches = typeof text === 'string' ? now.name.endsWith(text) : text.test(now.name);
      return /^h[1-6]$/.test(now.tag) && matches && now;
    });
    return focus.name;
  }
}
