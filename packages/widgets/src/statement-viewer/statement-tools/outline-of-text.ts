import { OTHER } from '../item-filter.js';
import type { Outline } from '../outline.js';
import { ANSWER_STATES } from '../statement-viewer.model.js';

/** What there is to choose from in a text that the page wrote itself, by the marks in it. */
export function outlineOfText(box: Element | null): Outline {
  const items = [...(box?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
  const sections = [...(box?.querySelectorAll<HTMLElement>('[data-theme]') ?? [])];
  return {
    counts: ANSWER_STATES.map((state) => ({
      state,
      count: items.filter(({ dataset }) => dataset['status'] === state).length,
    })).filter(({ count }) => count > 0),
    themes: sections.map((section) => ({
      id: section.dataset['theme'] === '' ? OTHER : (section.dataset['theme'] ?? OTHER),
      label: section.querySelector('h1, h2, h3, h4, h5, h6')?.textContent?.trim() ?? '',
      count: section.querySelectorAll('[data-item]').length,
    })),
    total: items.length,
    hasEasy: false,
  };
}
