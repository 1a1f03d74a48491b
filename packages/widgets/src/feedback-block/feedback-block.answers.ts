/** What was said, what was decided, and why: how feedback comes back to those who gave it. */
import type { AnsweredFeedback, FeedbackAnswers, FeedbackChannel } from '@puntari/contracts';
import { heading, inline, loadProblem, type Locale, paragraphs } from '@puntari/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import type { BlockForm, BlockHost, BlockParts, DocumentOptions } from './feedback-block.forms.js';
import { row } from './feedback-block.document.js';

/** The newest answer first. */
const dayOf = ({ on, receivedOn }: AnsweredFeedback): string => on ?? receivedOn;

function answerText(
  answer: AnsweredFeedback,
  locale: Locale,
  { level, resolve }: DocumentOptions,
): TemplateResult {
  const { t, lang } = locale;
  const { kind, on, receivedOn, reference, said, decided, why, link, text } = answer;
  const date = locale.date(receivedOn);
  return html`<article>
    ${heading(level + 1, t('answers.heading', { kind: t(kind ? `kind.${kind}` : 'answers.feedback'), date }))}
    <dl class="puntari-facts">
      ${row(t('answers.said'), paragraphs(said, lang))}
      ${row(
        t('answers.decided'),
        html`${paragraphs(decided, lang)}${on ? html`<p><time datetime=${on}>${locale.date(on)}</time></p>` : nothing}`,
      )}
      ${row(t('answers.why'), paragraphs(why, lang))}
    </dl>
    ${
      text
        ? html`<details class="puntari-disclosure">
            <summary>${t('answers.whole', { reference })}</summary>
            <blockquote>${paragraphs({ [answer.lang]: text }, lang)}</blockquote>
          </details>`
        : nothing
    }
    ${link ? html`<p><a href=${resolve(locale.text(link.url).text)} hreflang=${ifDefined(link.lang)}>${inline(link.label, lang)}</a></p>` : nothing}
  </article>`;
}

function answersText(
  channel: FeedbackChannel,
  answers: FeedbackAnswers | undefined,
  locale: Locale,
  options: DocumentOptions,
): TemplateResult {
  const { t, lang } = locale;
  const list = answers?.answers.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)));
  return html`${heading(options.level, answers?.title ? inline(answers.title, lang) : t('answers.title'))}
  ${list === undefined ? paragraphs(channel.answersAt, lang) : nothing}
  ${list?.length === 0 ? html`<p>${t('answers.none')}</p>` : nothing}
  ${list?.map((answer) => answerText(answer, locale, options))}`;
}

class AnswersForm implements BlockForm {
  readonly name = 'answers';

  readonly #host: BlockHost | undefined;
  #answers: FeedbackAnswers | undefined;
  #hasFailed = false;
  /** The address that was asked last. */
  #asked: string | undefined;

  constructor(host?: BlockHost) {
    this.#host = host;
  }

  fieldsOf(): string[] {
    return [];
  }

  for(host: BlockHost): BlockForm {
    return new AnswersForm(host);
  }

  documentOf(
    channel: FeedbackChannel,
    locale: Locale,
    options: DocumentOptions,
  ): ReturnType<NonNullable<BlockForm['documentOf']>> {
    const { id, version } = this.#answers ?? {};
    const edition = id === undefined ? '' : `@${id}@${String(version)}`;
    return {
      key: `${channel.id}@${channel.version}@${locale.lang}@h${String(options.level)}@answers${edition}`,
      template: answersText(channel, this.#answers, locale, options),
    };
  }

  shown({ answers }: FeedbackChannel): void {
    if (answers === this.#asked) return;
    this.#asked = answers;
    if (answers !== undefined) void this.#load(answers);
  }

  render(_channel: FeedbackChannel, { locale }: BlockParts): unknown {
    const retry = (): void => {
      if (this.#asked !== undefined) void this.#load(this.#asked);
    };
    return html`<slot name="document"></slot> ${
        this.#hasFailed ? [loadProblem(locale, retry), html`<slot></slot>`] : nothing
      }`;
  }

  async #load(address: string): Promise<void> {
    const host = this.#host;
    if (!host) return;
    this.#hasFailed = false;
    host.announce(host.locale().t('load.loading'));
    const { fetchAnswers } = await import('./feedback-block.answers-source.js');
    const answers = await fetchAnswers(host.resolve(address));
    if (address !== this.#asked) return;
    this.#answers = answers;
    this.#hasFailed = answers === undefined;
    host.announce(answers ? '' : host.locale().t('load.failed'));
    if (!answers) host.failed({ title: `No answers at ${address}.`, status: 0, code: 'answers' });
    host.changed();
  }
}

export const form: BlockForm = new AnswersForm();
