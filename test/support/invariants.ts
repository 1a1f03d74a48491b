/**
 * What holds for every widget in every state, and what neither axe nor IBM's engine sees.
 * Each function returns what is wrong, in words; `expectInvariants` fails the test with all of it.
 */

import { nameOf, normalized, referenced, roleOf, textOf } from './accessible-name.js';
import { deepActiveElement } from './deep-active-element.js';
import { elementsInAllRoots, elementsOf, isExposed } from './tree.js';
import type { Root } from './tree.js';

const IDREF_ATTRIBUTES = [
  'aria-activedescendant',
  'aria-controls',
  'aria-describedby',
  'aria-details',
  'aria-errormessage',
  'aria-flowto',
  'aria-labelledby',
  'aria-owns',
  'for',
  'form',
  'headers',
  'list',
  'popovertarget',
];

const ERROR_PREFIX = /^(Virhe|Fel|Error|خطأ):/;

const FORM_CONTROLS = 'input, select, textarea, button';

const LANDMARKS = new Set(['main', 'banner', 'contentinfo', 'navigation', 'search']);

/** An element as it is shown in messages. */
const shown = (element: Element): string =>
  (element.cloneNode(false) as Element).outerHTML.replace(/><\/.*$/, '>');

/** Ids point at something in the same root, and each id is there once. */
export function brokenReferences(root: Root): string[] {
  const problems: string[] = [];
  const seen = new Map<Node, Set<string>>();
  for (const element of elementsInAllRoots(root)) {
    const scope = element.getRootNode() as Document | ShadowRoot;
    const ids = seen.get(scope) ?? new Set();
    seen.set(scope, ids);
    if (element.id !== '') {
      if (ids.has(element.id)) problems.push(`id "${element.id}" is there twice`);
      if (/\s/.test(element.id)) problems.push(`id "${element.id}" has a space`);
      ids.add(element.id);
    }
    for (const attribute of IDREF_ATTRIBUTES) {
      for (const id of (element.getAttribute(attribute) ?? '').split(/\s+/)) {
        if (id !== '' && scope.getElementById(id) === null) {
          problems.push(`${attribute}="${id}" points at nothing: ${shown(element)}`);
        }
      }
    }
  }
  return problems;
}

/** A field that is marked invalid says why, with the word for error first. */
export function unexplainedErrors(root: Root): string[] {
  return [...elementsOf(root)]
    .filter((element) => element.getAttribute('aria-invalid') === 'true')
    .filter((element) => !errorTextsOf(element).some((text) => ERROR_PREFIX.test(text)))
    .map(
      (element) => `marked invalid, and no message that starts with "Virhe:": ${shown(element)}`,
    );
}

/** A group has its message in the legend, where it is read; a field in its description. */
function errorTextsOf(element: Element): string[] {
  const described = referenced(element, 'aria-describedby').map(textOf);
  const legend = element.closest('fieldset')?.querySelector('legend');
  const inLegend = [...(legend?.querySelectorAll('*') ?? [])].map(textOf);
  return [...described, ...inLegend];
}

/** One status node per widget, in its own root, there from the start and never hidden. */
export function statusProblems(widget: Element): string[] {
  const nodes = [...(widget.shadowRoot?.querySelectorAll('[role=status], output') ?? [])];
  if (nodes.length !== 1) return [`${nodes.length} status nodes instead of one`];
  return nodes
    .filter((node) => !isExposed(node))
    .map((node) => `hidden status node: ${shown(node)}`);
}

/** The choices of one question may be called like those of another; nothing else may. */
function duplicateKey(element: Element): string | undefined {
  const role = roleOf(element);
  if (role === undefined) return undefined;
  if (role === 'link') return `link ${nameOf(element)}`;
  if (/^(button|textbox|combobox|spinbutton|searchbox|summary)$/.test(role)) {
    return `${role} ${nameOf(element)}`;
  }
  return undefined;
}

/** Two controls with the same name do the same thing, or one of them is unreachable by speech. */
export function duplicateNames(root: Root): string[] {
  const seen = new Map<string, Element>();
  const problems: string[] = [];
  for (const element of elementsOf(root)) {
    const key = isExposed(element) ? duplicateKey(element) : undefined;
    if (key === undefined) continue;
    const earlier = seen.get(key);
    const isSameLink =
      earlier?.localName === 'a' && earlier.getAttribute('href') === element.getAttribute('href');
    if (earlier !== undefined && !isSameLink) problems.push(`two controls are called: ${key}`);
    seen.set(key, element);
  }
  return problems;
}

/** One open root holds the form and its controls: otherwise radios, Enter and labels break. */
export function rootProblems(widget: Element): string[] {
  const root = widget.shadowRoot;
  if (root === null) return ['no open shadow root'];
  const problems: string[] = [];
  if (root.querySelectorAll('form').length > 1) problems.push('more than one form');
  for (const element of elementsInAllRoots(root)) {
    if (element.shadowRoot?.querySelector(FORM_CONTROLS) != null) {
      problems.push(`form control in a nested root: ${shown(element)}`);
    }
  }
  return problems;
}

/** Groups of choices: a fieldset that starts with its question, and at most one radio chosen. */
export function groupProblems(root: Root): string[] {
  const problems: string[] = [];
  for (const element of elementsOf(root)) {
    if (element instanceof HTMLFieldSetElement) {
      const first = element.firstElementChild;
      if (first?.localName !== 'legend' || textOf(first) === '') {
        problems.push(`no legend first in ${shown(element)}`);
      }
    }
    if (element instanceof HTMLInputElement && element.type === 'radio') {
      if (element.closest('fieldset') === null)
        problems.push(`radio without group: ${shown(element)}`);
      const scope = element.getRootNode() as Document | ShadowRoot;
      const chosen = `input[type=radio][name="${CSS.escape(element.name)}"]:checked`;
      if (element.checked && scope.querySelectorAll(chosen).length > 1) {
        problems.push(`two chosen radios are called ${element.name}`);
      }
    }
  }
  return problems;
}

/** Headings start at the level that the page gave, and never skip one. */
export function headingProblems(widget: Element): string[] {
  const top = Number(widget.getAttribute('heading-level') ?? 2);
  const problems: string[] = [];
  let previous: number | undefined;
  for (const element of elementsOf(widget)) {
    if (roleOf(element) !== 'heading' || !isExposed(element)) continue;
    const level = Number(element.getAttribute('aria-level') ?? element.localName.slice(1));
    const what = `heading ${level} "${textOf(element)}"`;
    if (level < top) problems.push(`${what} is above heading-level ${top}`);
    if (level > (previous ?? top - 1) + 1) problems.push(`${what} skips a level`);
    previous = level;
  }
  return problems;
}

/** Small things that are never right in a widget. */
export function forbiddenMarkup(widget: Element): string[] {
  const problems: string[] = [];
  for (const element of elementsInAllRoots(widget.shadowRoot ?? widget)) {
    const role = roleOf(element);
    const say = (what: string): void => void problems.push(`${what}: ${shown(element)}`);
    if (role !== undefined && LANDMARKS.has(role)) say('landmark of the page');
    if (element.hasAttribute('autofocus')) say('autofocus');
    if (element.hasAttribute('required')) say('native required (use aria-required)');
    if (element.hasAttribute('placeholder')) say('placeholder');
    if (element.hasAttribute('aria-errormessage')) say('aria-errormessage (not exposed in shadow)');
    if (Number(element.getAttribute('tabindex') ?? 0) > 0) say('positive tabindex');
    if (element.matches('a button, button a, a a')) say('control in a control');
    if (element instanceof HTMLButtonElement && element.disabled) say('disabled button');
    if (element.matches('form:not([novalidate])')) say('form that validates natively');
  }
  return problems;
}

/** What names and descriptions are made of. */
const READ_AS_ONE = 'label, legend, button, summary, a, p[id], span[id]';

/** The text or inline element beside a node, past the marks that Lit leaves there. */
function wordsBeside(node: Node, side: 'previousSibling' | 'nextSibling'): Node | undefined {
  let beside = node[side];
  while (beside instanceof Comment || (beside instanceof Text && beside.data === ''))
    beside = beside[side];
  const isInline =
    beside instanceof Text ||
    (beside instanceof HTMLElement && getComputedStyle(beside).display === 'inline');
  return isInline && normalized(beside?.textContent ?? '') !== ''
    ? (beside ?? undefined)
    : undefined;
}

/**
 * Words that run together in names: Chromium leaves out a space that is a text node of its own before a comment, as
 * between two expressions of a template.
 */
export function lostSpaces(root: Root): string[] {
  const problems = new Set<string>();
  for (const element of elementsInAllRoots(root)) {
    const isRead = element.closest(READ_AS_ONE) !== null;
    for (const node of isRead ? element.childNodes : []) {
      const isSpace = node instanceof Text && node.data !== '' && node.data.trim() === '';
      if (!isSpace || !(node.nextSibling instanceof Comment)) continue;
      if (!wordsBeside(node, 'previousSibling') || !wordsBeside(node, 'nextSibling')) continue;
      problems.add(
        `words run together in Chromium's names: ${shown(element)} "${textOf(element)}"`,
      );
    }
  }
  return [...problems];
}

/** What sticks out of a widget sideways; sections that scroll by themselves are let be. */
export function overflowing(widget: Element): string[] {
  const { left, right } = widget.getBoundingClientRect();
  const problems: string[] = [];
  for (const element of elementsOf(widget)) {
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || !isExposed(element) || scrollsItself(element, widget)) continue;
    if (box.right > right + 1 || box.left < left - 1) {
      const by = Math.max(box.right - right, left - box.left);
      problems.push(
        `sticks out by ${Math.round(by)} px: ${shown(element)} "${textOf(element).slice(0, 40)}"`,
      );
    }
  }
  return problems;
}

function scrollsItself(element: Element, widget: Element): boolean {
  for (
    let node = element.parentElement;
    node !== null && node !== widget;
    node = node.parentElement
  ) {
    if (/auto|scroll|hidden|clip/.test(getComputedStyle(node).overflowX)) return true;
  }
  return false;
}

/** All that holds for a widget in any state. */
export function invariantProblems(widget: Element): string[] {
  return [
    ...rootProblems(widget),
    ...brokenReferences(widget),
    ...unexplainedErrors(widget),
    ...statusProblems(widget),
    ...duplicateNames(widget),
    ...groupProblems(widget),
    ...headingProblems(widget),
    ...forbiddenMarkup(widget),
    ...lostSpaces(widget),
  ];
}

/** Fails the test with everything that does not hold. */
export function expectInvariants(widget: Element): void {
  const problems = invariantProblems(widget);
  if (problems.length > 0) {
    throw new Error(`<${widget.localName}>:\n${problems.map(normalized).join('\n')}`);
  }
}

/** Acts, and fails if that left the focus nowhere. Returns where it is. */
export async function keepsFocus(act: () => void | Promise<void>): Promise<Element> {
  await act();
  const element = deepActiveElement();
  if (element === null || element === document.body) throw new Error('The focus is on the body.');
  return element;
}
