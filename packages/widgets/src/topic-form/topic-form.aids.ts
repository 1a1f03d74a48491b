/** Help for somebody who is writing: advice on the question, and topics that are like it. It asks nothing and stops nobody. */
import { parseRecord, type Topic } from '@puntari/contracts';
import { codeWord, heading, inline, type Locale, loadJson } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';

import { type Advice, adviceOn } from './topic-form.advice.model.js';
import { similarTopics } from './topic-form.similar.model.js';

/** How long after the last key somebody counts as pausing, in milliseconds. */
const PAUSE = 1500;

/** The form that is being written in. */
export interface Writing {
  readonly locale: Locale;
  title(): string;
  question(): string;
  /** Address of the list of topics; nothing where the call names none. */
  readonly listUrl: () => string | undefined;
  /** Address of the page on which the topics are read; nothing where the call names none. */
  readonly pageUrl: () => string | undefined;
  announce(text: string): void;
  requestUpdate(): void;
}

/** Fields that are looked at. */
export const isLookedAt = (name: string): boolean => name === 'title' || name === 'question';

export class WritingAids {
  readonly #writing: Writing;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #advice: Advice | undefined;
  #similar: readonly Topic[] = [];
  #topics: Promise<readonly Topic[]> | undefined;
  /** The form is not on the page: what comes now is of use when somebody is back. */
  #isStopped = false;
  /** Said once each: whoever goes on writing has heard it. */
  readonly #said = new Set<string>();

  constructor(writing: Writing) {
    this.#writing = writing;
  }

  /** Somebody writes. Nothing is said over it, and nothing moves. */
  wrote(): void {
    this.#isStopped = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.#look();
    }, PAUSE);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  /** An empty form again. */
  startAnew(): void {
    this.stop();
    this.#advice = undefined;
    this.#similar = [];
    this.#topics = undefined;
    this.#said.clear();
  }

  render(level: number): TemplateResult | typeof nothing {
    if (!this.#advice && this.#similar.length === 0) return nothing;
    return html`<div class="beside">${this.#renderAdvice()} ${this.#renderSimilar(level)}</div>`;
  }

  async #look(): Promise<void> {
    const title = this.#writing.title();
    const question = this.#writing.question();
    this.#advice = adviceOn(question);
    this.#writing.requestUpdate();
    const list = this.#writing.listUrl();
    const text = `${title} ${question}`;
    const similar = list && text.trim() ? similarTopics(await this.#load(list), text) : [];
    // Somebody has written on meanwhile, and will pause again.
    if (title !== this.#writing.title() || question !== this.#writing.question()) return;
    this.#similar = similar;
    this.#writing.requestUpdate();
    if (!this.#isStopped) this.#say();
  }

  #renderAdvice(): TemplateResult | typeof nothing {
    if (!this.#advice) return nothing;
    const { t } = this.#writing.locale;
    return html`<div class="puntari-notice" id="advice">
      <p><strong>${t('advice.title')}</strong> ${t(`advice.${this.#advice}`)}</p>
      <p>${t('advice.example')}</p>
    </div>`;
  }

  #renderSimilar(level: number): TemplateResult | typeof nothing {
    if (this.#similar.length === 0) return nothing;
    const { t } = this.#writing.locale;
    return html`<div class="puntari-notice" id="similar">
      ${heading(level, t('similar.title'))}
      <p>${t('similar.text')}</p>
      <ul class="puntari-links">
        ${this.#similar.map((topic) => html`<li>${this.#renderTopic(topic)}</li>`)}
      </ul>
    </div>`;
  }

  /** In a new tab: whoever reads it must not lose what stands in the form. */
  #renderTopic(topic: Topic): TemplateResult {
    const { t, lang } = this.#writing.locale;
    const { title, status } = topic;
    const name = inline(title, lang);
    const href = this.#address(topic);
    return html`${
        href === undefined
          ? name
          : html`<a href=${href} target="_blank" rel="noopener"
              >${name} <span class="puntari-visually-hidden">${t('similar.newTab')}</span></a
            >`
      }<br />
      <span class="puntari-hint">${codeWord(t, 'status', status)}</span>`;
  }

  /**
   * Relative to the list; one without a page of its own has its place on the page on which topics are read. Nothing where
   * it leads to no page.
   */
  #address({ id, url }: Topic): string | undefined {
    const { listUrl, pageUrl } = this.#writing;
    try {
      const { href, protocol } =
        url === undefined ? new URL(`#topic-${id}`, pageUrl()) : new URL(url, listUrl());
      return /^https?:$/.test(protocol) ? href : undefined;
    } catch {
      return undefined;
    }
  }

  #say(): void {
    const { t } = this.#writing.locale;
    const count = this.#similar.length;
    const found = [
      ...(this.#advice ? [[this.#advice, t(`advice.${this.#advice}`)] as const] : []),
      ...(count > 0 ? [['similar', t('similar.found', { count })] as const] : []),
    ].filter(([what]) => !this.#said.has(what));
    for (const [what] of found) this.#said.add(what);
    if (found.length > 0) this.#writing.announce(found.map(([, text]) => text).join(' '));
  }

  /** Once. Where it does not come there is nothing to show, and nobody is told. */
  #load(url: string): Promise<readonly Topic[]> {
    this.#topics ??= loadJson(url).then(
      (data) => parseRecord('topicList', data).record?.topics ?? [],
      () => [],
    );
    return this.#topics;
  }
}
