import { day, fact } from './common.js';

const LEVELS = [1, 2, 3, 4, 5];

/** What a single card of Puntari does not show, though its list does, is not counted. */
export const YEAR = '.facts > div:last-child';

/** A topic as a list shows it: what it is, who decides and when, how much say residents have, in which year. */
export function card(html, topic, words, lang) {
  const { id, title, summary, url, status, decision, level, year } = topic;
  return html`<article class="card" id="${id}" aria-label="${title[lang]}">
    <h2><a class="card-link" href="${url}">${title[lang]}</a></h2>
    <p><span class="tag" data-status="${status}">${words.topicStatus[status]}</span></p>
    <p>${summary[lang]}</p>
    <dl class="facts">
      ${fact(html, words.decidedBy, decision.body.name[lang])}
      ${fact(html, words.plannedOn, day(html, decision.plannedOn, words))}
      ${fact(
        html,
        words.levelName,
        html`${words.levelOf(level)}: ${words.level[level - 1]}
          <span class="steps" aria-hidden="true"
            >${LEVELS.map((step) => (step <= level ? html`<i data-on></i>` : html`<i></i>`))}</span
          >`,
      )}
      ${fact(html, words.year, year)}
    </dl>
  </article>`;
}
