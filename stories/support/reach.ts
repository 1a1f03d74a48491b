/**
 * Brings a widget into a state that only a person's acts lead to, through its public face: the native controls and
 * buttons in its open root, found by their names and types, never by words. Stories call it in `play`, tests too.
 */
import type { FieldValues } from '@puntari/contracts';
import type { LitElement } from 'lit';

type Reachable = LitElement & { readonly isReady?: boolean };
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** More than any state here takes; then the story says what it waited for. */
const PATIENCE = 4000;

const frame = (): Promise<void> =>
  new Promise((resolve) => {
    // Not a frame: a tab in the background has none.
    setTimeout(resolve, 10);
  });

/** Waits until something is so. */
export async function until(what: string, isSo: () => unknown): Promise<void> {
  const start = performance.now();
  while (!isSo()) {
    if (performance.now() - start > PATIENCE) throw new Error(`Waited in vain for ${what}.`);
    await frame();
  }
}

const hasState = (element: Element, state: string): boolean => {
  try {
    return element.matches(`:state(${state})`);
  } catch {
    // Browsers before custom states; the tests do not run in them.
    return false;
  }
};

/**
 * The first widget below an element, once it shows its record or says that it cannot.
 *
 * @param tag - Where there are several.
 */
export async function widgetIn(canvas: Element, tag?: string): Promise<Reachable> {
  const find = (): Reachable | undefined =>
    [...canvas.querySelectorAll<Reachable>(tag ?? '*')].find(({ localName }) =>
      /^(puntari|story)-/.test(localName),
    );
  await until(tag ?? 'a widget', find);
  const widget = find()!;
  await until(
    `<${widget.localName}> to be ready`,
    () => widget.isReady === true || hasState(widget, 'failed'),
  );
  await settled(widget);
  return widget;
}

/** Waits for the rendering that an act leads to, and for what that leads to. */
export async function settled(widget: Reachable): Promise<void> {
  do await widget.updateComplete;
  while (widget.isUpdatePending);
}

const rootOf = (widget: Reachable): ShadowRoot => {
  if (!widget.shadowRoot) throw new Error(`<${widget.localName}> has no root yet.`);
  return widget.shadowRoot;
};

/** The control of a name that is shown now; of a group the one with the value. */
export function control(widget: Reachable, name: string, value?: string): Control {
  const controls = [
    ...rootOf(widget).querySelectorAll<Control>('input[name], select[name], textarea[name]'),
  ];
  const found = controls.find(
    (one) => one.name === name && (value === undefined || one.value === value),
  );
  if (found) return found;
  const names = [...new Set(controls.map((one) => one.name))].join(', ');
  throw new Error(
    `No field "${name}" ${value ?? ''} in <${widget.localName}>; there are: ${names}.`,
  );
}

function isShown(widget: Reachable, name: string): boolean {
  return [...rootOf(widget).querySelectorAll<Control>('[name]')].some((one) => one.name === name);
}

/** Writes or chooses, as a person does: the value changes and the native events follow. */
export async function answer(
  widget: Reachable,
  name: string,
  value: string | readonly string[],
): Promise<void> {
  const first = control(widget, name);
  if (first instanceof HTMLInputElement && ['radio', 'checkbox'].includes(first.type)) {
    for (const one of typeof value === 'string' ? [value] : value) {
      const choice = control(widget, name, one) as HTMLInputElement;
      if (!choice.checked) choice.click();
      await settled(widget);
    }
    return;
  }
  first.value = String(value);
  first.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  first.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(widget);
}

/** What a person sees of a form, short enough to compare; not what is said aloud, which comes and goes. */
function lookOf(widget: Reachable): string {
  const root = rootOf(widget);
  const texts = [...root.querySelectorAll('h1, h2, h3, h4, h5, h6, legend, dt, button')];
  return texts.map((one) => `${one.textContent}|${one.getAttribute('aria-disabled') ?? ''}`).join();
}

/** Presses the button that goes on, or sends, and waits for what it leads to: the rules may still be on their way. */
export async function submit(widget: Reachable): Promise<void> {
  const before = lookOf(widget);
  await press(widget, 'button[type="submit"]');
  await until(`<${widget.localName}> to go on`, () => lookOf(widget) !== before);
  await settled(widget);
}

/** Presses what a selector finds in the widget's root. */
export async function press(widget: Reachable, selector: string): Promise<void> {
  const target = rootOf(widget).querySelector<HTMLElement>(selector);
  if (!target) throw new Error(`Nothing to press in <${widget.localName}>: ${selector}`);
  target.click();
  await settled(widget);
}

/** Answers those of the questions that are shown now. */
export async function answerShown(widget: Reachable, values: FieldValues): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && isShown(widget, name)) await answer(widget, name, value);
  }
}

/** Goes through the steps, answering what is asked, until something is shown. */
export async function goTo(
  widget: Reachable,
  selector: string,
  values: FieldValues,
): Promise<void> {
  for (let step = 0; step < 20; step += 1) {
    if (rootOf(widget).querySelector(selector)) return;
    await answerShown(widget, values);
    if (rootOf(widget).querySelector(selector)) return;
    await submit(widget);
  }
  throw new Error(`<${widget.localName}> never came to ${selector}.`);
}

/** Waits for something in the widget's root. */
export async function shows(widget: Reachable, selector: string): Promise<void> {
  await until(`${selector} in <${widget.localName}>`, () => rootOf(widget).querySelector(selector));
  await settled(widget);
}
