/** What helps to find a topic, and what search engines read; comes after the first rendering. */
import type { LocalizedText, TopicList } from '@puntari/contracts';
import { codeWord, type Locale } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import { areaKey } from './topic-list.document.js';
import { type Choices, SORTS, type Sort, type View } from './topic-list.model.js';

export { patchText } from '@puntari/core';
export { showStructuredData } from '../pieces/structured-data.js';
export { Address } from './address.js';
export { choicesOf, isSame, isSameChoice } from './topic-list.model.js';

export interface ControlOptions {
  readonly list: TopicList | undefined;
  readonly choices: Choices;
  readonly view: View;
  readonly hasCounts: boolean;
  readonly onChange: (change: Partial<View>) => void;
}

/** What an area is called in the language of the list. */
function areaName(list: TopicList | undefined, locale: Locale, key: string): string {
  for (const { area = [] } of list?.topics ?? [])
    for (const one of area) if (areaKey(one) === key) return locale.text(one).text;
  return key;
}

/** A search by words, a choice for whatever the topics differ in, and their order. */
export function renderControls(locale: Locale, options: ControlOptions): TemplateResult {
  const { t } = locale;
  const { list, choices, view, hasCounts, onChange } = options;
  const select = (
    name: keyof Choices,
    wordOf: (value: string) => string,
  ): TemplateResult | typeof nothing => {
    // What the address asks for may not be there.
    const values = [...new Set([...choices[name], view[name]])].filter(Boolean);
    if (values.length < 2 && view[name] === '') return nothing;
    const all = html`<option value="">${t('all')}</option>`;
    const others = values.map((value) => html`<option value=${value}>${wordOf(value)}</option>`);
    return renderSelect(name, t(name), html`${all}${others}`, (value) => {
      onChange({ [name]: value });
    });
  };
  const sorts = SORTS.filter((sort) => hasCounts || sort !== 'supporters' || sort === view.sort);
  return html`<div class="filters">
    ${renderWords(t('words'), onChange)}
    ${select('status', (value) => codeWord(t, 'topicStatus', value))}
    ${select('area', (value) => areaName(list, locale, value))}
    ${select('level', (value) => `${value}: ${codeWord(t, 'level', value)}`)}
    ${select('year', (value) => value)}
    ${renderSelect(
      'sort',
      t('sort'),
      sorts.map((sort) => html`<option value=${sort}>${t(`sortBy.${sort}`)}</option>`),
      (value) => {
        onChange({ sort: value as Sort });
      },
    )}
  </div>`;
}

function renderWords(label: string, onChange: ControlOptions['onChange']): TemplateResult {
  return html`<div>
    <label class="puntari-label" for="by-words">${label}</label>
    <input
      class="puntari-control"
      id="by-words"
      type="search"
      autocomplete="off"
      enterkeyhint="search"
      @input=${(event: Event) => {
        onChange({ words: (event.target as HTMLInputElement).value });
      }}
    />
  </div>`;
}

function renderSelect(
  id: string,
  label: string,
  choices: unknown,
  onValue: (value: string) => void,
): TemplateResult {
  return html`<div>
    <label class="puntari-label" for=${`by-${id}`}>${label}</label>
    <select
      class="puntari-control"
      id=${`by-${id}`}
      autocomplete="off"
      @change=${(event: Event) => {
        onValue((event.target as HTMLSelectElement).value);
      }}
    >
      ${choices}
    </select>
  </div>`;
}

/** A search engine reads no more of a page than this; the page has all of it in words. */
const MOST_TOPICS = 200;

/** An `ItemList` with the address of each topic. */
export function structuredData(
  { id, title, topics }: TopicList,
  locale: Locale,
  addressOf: (topic: TopicList['topics'][number]) => string,
): object {
  const words = (text: LocalizedText): string => locale.text(text).text;
  return {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    identifier: id,
    name: words(title),
    numberOfItems: topics.length,
    itemListElement: topics.slice(0, MOST_TOPICS).map((topic, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: words(topic.title),
      url: addressOf(topic),
    })),
  };
}
