/**
 * Runs in a frame of its own: shows texts that try to run something in the real widget, and tells what came of it. The
 * frame's globals are traps, so that nothing is missed that runs before or beside the test.
 */
import type { Statement } from '@puntari/contracts';

import '../define.js';
import { ELEMENTS, MARKS } from '../markup.model.js';
import type { StatementViewer } from '../statement-viewer.js';
import { itemWith, statementWith } from './statement.js';

export interface Findings {
  /** What ran: the trap, and what it was called with. */
  readonly ran: readonly string[];
  /** What was loaded, or was asked for. */
  readonly loaded: readonly string[];
  /** Elements, attributes and addresses that have no place in a statement. */
  readonly foreign: readonly string[];
  /** What the policy of the frame had to stop. */
  readonly stopped: readonly string[];
}

const ran: string[] = [];
const stopped: string[] = [];
const TRAPS = ['alert', 'confirm', 'prompt', 'print', 'open', 'msgbox', 'write', 'eval'];

for (const name of TRAPS)
  Object.defineProperty(globalThis, name, {
    value: (...values: unknown[]) => void ran.push(`${name}(${values.map(String).join()})`),
  });
addEventListener('error', ({ message }) => void ran.push(`error: ${message}`));
document.addEventListener(
  'securitypolicyviolation',
  ({ effectiveDirective, sourceFile, sample }) => {
    stopped.push(`${effectiveDirective}: ${sample || sourceFile}`);
  },
);

/** What a viewer writes itself. */
const OWN_ELEMENTS = [
  'article',
  'section',
  'div',
  'dl',
  'dt',
  'dd',
  'time',
  'details',
  'summary',
  'nav',
];
const OWN_ATTRIBUTES = [
  ...[
    'id',
    'class',
    'data-item',
    'data-status',
    'data-theme',
    'datetime',
    'hidden',
    'hreflang',
    'data-go',
    'data-needs-script',
  ],
  ...['data-numbers', 'data-columns', 'tabindex', 'role', 'aria-label'],
];
const elements = new Set([...Object.keys(ELEMENTS), ...OWN_ELEMENTS]);
const attributes = new Set([...MARKS, ...Object.values(ELEMENTS).flat(), ...OWN_ATTRIBUTES]);
const HTML = 'http://www.w3.org/1999/xhtml';

function foreignIn(box: Element): string[] {
  return [...box.querySelectorAll('*')].flatMap((element) => {
    const { localName, namespaceURI } = element;
    const problems = element
      .getAttributeNames()
      .filter((name) => !attributes.has(name))
      .map((name) => `${localName} ${name}`);
    if (!elements.has(localName) || namespaceURI !== HTML || element.shadowRoot)
      problems.push(localName);
    if (element instanceof HTMLAnchorElement && !/^(https?|mailto|tel):/.test(element.href))
      problems.push(`link to ${element.href}`);
    const names = [element.id, ...element.classList];
    if (names.some((name) => name && !/^(puntari-|liikenne-)/.test(name)))
      problems.push(`names ${names.join()}`);
    return problems;
  });
}

/** A statement that has the text in every place where there can be one. */
function statementOf(texts: readonly string[], changes: Partial<Statement>): Statement {
  const items = texts.map((text, index) =>
    itemWith({
      id: String(index),
      number: text,
      title: text,
      text,
      rationale: { fi: text },
      response: {
        status: 'rejected',
        text: { sv: text },
        reason: `<p>${text}</p>`,
        body: { name: text, url: '/x' },
        handling: [{ body: { name: text }, proposal: text, section: text }],
        next: { text, owner: text },
        progress: [{ on: '2026-01-01', status: 'noted', note: text }],
      },
      rating: { mean: 1, of: 10, n: 1, comment: `<table><tr><td>${text}</td></tr></table>` },
    }),
  );
  const [first = ''] = texts;
  return statementWith({
    title: first,
    question: first,
    summary: first,
    general: texts.join(''),
    items,
    themes: [{ id: 'pyoraily', label: first }],
    dissents: [{ text: first }],
    purpose: { usedFor: first, outcome: { takenIntoAccount: first, notTakenIntoAccount: first } },
    ...changes,
  });
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

let version = 0;
const viewer = document.createElement('puntari-statement-viewer');

async function show(texts: readonly string[], format: 'html' | 'plain'): Promise<StatementViewer> {
  version += 1;
  viewer.record = statementOf(texts, { version: String(version), textFormat: format });
  if (!viewer.isConnected) document.body.append(viewer);
  do {
    await pause(0);
    await viewer.updateComplete;
  } while (!viewer.isReady);
  return viewer;
}

/** Modules come when the widget needs them, some of them when nothing else is to be done. */
const MODULE = /^https?:\/\/[^/]+\/(packages|node_modules)\//;

const loaded = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => !MODULE.test(name));

/** Shows the texts, a few at a time. */
async function showAll(texts: readonly string[], format: 'html' | 'plain'): Promise<Findings> {
  const AT_ONCE = 20;
  await show(['<p>Tekstiä</p>'], format);
  performance.clearResourceTimings();
  ran.length = 0;
  stopped.length = 0;
  const foreign: string[] = [];
  for (let from = 0; from < texts.length; from += AT_ONCE) {
    const shown = await show(texts.slice(from, from + AT_ONCE), format);
    const box = shown.querySelector('[slot=document]');
    foreign.push(...(box ? foreignIn(box) : ['no document']));
    await pause(10);
  }
  await pause(100);
  return { ran: [...ran], loaded: loaded(), foreign, stopped: [...stopped] };
}

/** What is shown of one text that is markup. */
async function textShown(text: string): Promise<string> {
  const shown = await show([text], 'html');
  return shown.querySelector('[data-item]')?.textContent ?? '';
}

/** Makes elements of a text without cleaning it, and waits for a trap: that is what the traps are for. */
async function unprotected(text: string, trap: 'ran' | 'loaded'): Promise<Findings> {
  performance.clearResourceTimings();
  ran.length = 0;
  document.body.append(document.createRange().createContextualFragment(text));
  const caught = (): readonly string[] => (trap === 'ran' ? ran : loaded());
  for (let tries = 0; tries < 250 && caught().length === 0; tries += 1) await pause(20);
  return {
    ran: [...ran],
    loaded: loaded(),
    foreign: foreignIn(document.body),
    stopped: [...stopped],
  };
}

const page = { showAll, textShown, unprotected, hasTrustedTypes: 'trustedTypes' in globalThis };
export type Page = typeof page;
Object.assign(globalThis, { page });
