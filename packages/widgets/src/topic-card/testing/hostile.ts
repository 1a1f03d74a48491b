/** Topics made of texts that try to run something, and what to look for once they are shown. */
import type { Topic } from '@puntari/contracts';

import { topicWith } from './topic.js';

/** A topic with the text wherever somebody can write one. */
export function hostileTopic(text: string, changes: Partial<Topic> = {}): Topic {
  const body = { name: text };
  return topicWith({
    title: text,
    summary: { fi: text },
    question: text,
    background: { sv: text },
    statusReason: text,
    notSuitable: text,
    suitability: { reasons: [], text },
    decision: { body, plannedOn: '2099-04-24' },
    area: [text],
    unit: text,
    proposedBy: { ar: text },
    contact: { name: text, phone: text, email: text, address: text, url: text },
    purpose: { why: text, expected: text, usedFor: text, outcome: { takenIntoAccount: text } },
    history: [{ on: '2026-01-01', status: 'proposed', text }],
    links: [{ label: text, url: '/x', format: text }],
    choice: { body, on: '2026-01-01', section: text, reasons: text },
    answer: { text, body, on: '2026-01-01' },
    ...changes,
  });
}

const ELEMENTS = new Set(
  'div article h2 h3 a p span ul ol li dl dt dd time strong br i bdi script'.split(' '),
);
const ATTRIBUTES = new Set(
  (
    'class href data-status data-kind lang dir datetime aria-label aria-hidden aria-current data-on data-state ' +
    'data-supporters hreflang slot data-key type id data-topic hidden tabindex'
  ).split(' '),
);

/** Elements, attributes and addresses that have no place in a text about topics. */
export function foreignIn(host: Element): string[] {
  return [...host.querySelectorAll('*')].flatMap((element) => {
    const { localName } = element;
    const problems = element
      .getAttributeNames()
      .filter((name) => !ATTRIBUTES.has(name))
      .map((name) => `${localName} ${name}`);
    if (!ELEMENTS.has(localName)) problems.push(localName);
    if (localName === 'script' && !(element.getAttribute('type') ?? '').endsWith('json'))
      problems.push('script');
    if (element instanceof HTMLAnchorElement && !/^(https?|mailto|tel):/.test(element.href))
      problems.push(`link to ${element.href}`);
    return problems;
  });
}

const TRAPS = ['alert', 'confirm', 'prompt', 'print', 'open'] as const;

/** Collects what runs that should not; `release` puts everything back. */
export function trap(): { readonly ran: string[]; release(): void } {
  const ran: string[] = [];
  const kept = TRAPS.map((name) => [name, globalThis[name]] as const);
  for (const name of TRAPS) Object.assign(globalThis, { [name]: () => void ran.push(name) });
  return {
    ran,
    release: () => {
      for (const [name, value] of kept) Object.assign(globalThis, { [name]: value });
    },
  };
}
