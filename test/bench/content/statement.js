import { day, fact, percent } from './common.js';

function voteText(html, vote, words) {
  const total = vote.for + vote.against + vote.blank;
  const ballots = ['for', 'against', 'blank']
    .filter((ballot) => vote[ballot] > 0 || ballot !== 'blank')
    .map((ballot) => `${words[ballot]} ${vote[ballot]} (${percent(vote[ballot] / total, words)})`);
  return html`<p>${ballots.join(', ')}.</p>
    <p class="note">${words.countedFrom(total)}</p>`;
}

function answerText(html, response, words, lang) {
  const { status, text, reason, body, decidedOn, handling } = response;
  return html`<div class="answer">
    <h5>
      ${words.answer}:
      <span class="tag" data-status="${status}">${words.responseStatus[status]}</span>
    </h5>
    <p>${text[lang]}</p>
    <dl class="facts">
      ${fact(html, words.reason, html`<p>${reason[lang]}</p>`)}
      ${fact(html, words.answeredBy, body.name[lang])}
      ${fact(html, words.decidedOn, day(html, decidedOn, words))}
      ${fact(
        html,
        words.handling,
        html`<ol>
          ${handling.map(
            (step) =>
              html`<li>
                ${step.body.name[lang]}, ${day(html, step.date, words)}, ${step.section}
              </li>`,
          )}
        </ol>`,
      )}
    </dl>
  </div>`;
}

/** One item with its answer. */
export function itemText(html, item, words, lang) {
  const { id, number, kind, title, text, rationale, vote, response } = item;
  return html`<article class="item" id="lausuma-${id}" data-status="${response.status}">
    <h4>${words.itemKind[kind]} ${number}: ${title[lang]}</h4>
    <p>${text[lang]}</p>
    <h5>${words.rationale}</h5>
    <p>${rationale[lang]}</p>
    <h5>${words.vote}</h5>
    ${voteText(html, vote, words)} ${answerText(html, response, words, lang)}
  </article>`;
}

/** How many items stand where, in the order of the words. */
export function countAnswers({ items }, words) {
  return Object.keys(words.responseStatus)
    .map((status) => ({
      status,
      count: items.filter(({ response }) => response.status === status).length,
    }))
    .filter(({ count }) => count > 0);
}

/** The count of the answers; with a filter where script can serve it. */
export function answersSoFar(html, statement, words, filter = '') {
  return html`<div class="so-far">
    <p id="answers">${words.answers}</p>
    <ul aria-labelledby="answers">
      ${countAnswers(statement, words).map(
        ({ status, count }) =>
          html`<li data-status="${status}">${words.responseStatus[status]}: ${count}</li>`,
      )}
    </ul>
    ${filter}
  </div>`;
}

/** The head of the statement, before its items. */
export function statementHead(html, statement, words, lang) {
  return html`<h2>${statement.title[lang]}</h2>
    <dl class="facts">
      ${fact(html, words.kindName, words.statementKind)}
      ${fact(html, words.adoptedOn, day(html, statement.adoptedOn, words))}
    </dl>
    <h3>${words.panelNumbers}</h3>
    <dl class="facts">
      ${fact(html, words.seats, statement.panel.seats)}
      ${fact(html, words.tookPart, statement.panel.tookPart)}
    </dl>`;
}
