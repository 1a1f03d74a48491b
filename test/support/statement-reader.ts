/** What a reader does with a statement, and what they then have before them. */
import { fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { getByRole, queryByRole } from './query.js';
import '../../packages/widgets/src/statement-viewer/define.js';
import type { StatementViewer } from '../../packages/widgets/src/statement-viewer/statement-viewer.js';
import { statementWith } from '../../packages/widgets/src/statement-viewer/testing/statement.js';

export async function viewer(
  record: unknown = statementWith(),
  lang = 'fi',
): Promise<StatementViewer> {
  const element = await fixture<StatementViewer>(
    html`<puntari-statement-viewer lang=${lang} .record=${record}></puntari-statement-viewer>`,
  );
  if (!element.isReady) await oneEvent(element, 'puntari-ready');
  await element.updateComplete;
  return element;
}

/** The item that a link to it leads to. */
export function item(id: string): HTMLElement {
  const found = document.getElementById(`liikenne-${id}`);
  if (!found) throw new Error(`There is no item ${id}.`);
  return found;
}

/** Which items can be seen. */
export const shown = (): string[] =>
  ['1', '7', '4a', '5', '6'].filter((id) => !item(id).hasAttribute('hidden'));

export const count = (element: StatementViewer, word: string): HTMLElement =>
  getByRole(element, 'button', new RegExp(`^${word}: `));

export async function choose(element: StatementViewer, word: string): Promise<void> {
  count(element, word).click();
  await element.updateComplete;
}

export async function opened(element: StatementViewer): Promise<StatementViewer> {
  getByRole(element, 'summary', 'Etsi kohtia').click();
  await waitUntil(() => queryByRole(element, 'searchbox') !== null, 'the search');
  return element;
}

export async function search(element: StatementViewer, words: string): Promise<void> {
  const field = getByRole<HTMLInputElement>(element, 'searchbox', 'Hae sanoilla');
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await element.updateComplete;
}

export async function chooseTheme(element: StatementViewer, text: RegExp): Promise<void> {
  const select = getByRole<HTMLSelectElement>(element, 'combobox', 'Aihe');
  select.value = [...select.options].find((option) => text.test(option.text))?.value ?? '';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

/** What an act puts on the clipboard, which a test has no right to. */
export async function copyOf(act: () => void): Promise<string> {
  const { clipboard } = navigator;
  const copied = new Promise<string>((resolve) => {
    const writeText = (text: string): Promise<void> => {
      resolve(text);
      return Promise.resolve();
    };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  });
  act();
  const text = await copied;
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  return text;
}
