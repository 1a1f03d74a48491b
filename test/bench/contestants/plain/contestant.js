/** Plain HTML: what a resident gets without any script, and so the floor. */

import { card, YEAR } from '../../content/card.js';
import { formFields, formFrame, formHelp } from '../../content/form.js';
import { hostPage, styleSheet } from '../../content/host-page.js';
import { answersSoFar, itemText, statementHead } from '../../content/statement.js';
import { html, nothing } from '../../content/string-html.js';
import { WORDS } from '../../content/words.js';

export const title = 'plain HTML';

const words = WORDS.fi;

function form({ panel }) {
  const fields = formFields({ html, nothing }, panel.questions, words, 'fi');
  const frame = formFrame(html, words, { fields });
  return html`<form method="post" action="/action" novalidate>${frame}</form>
    ${formHelp(html, words)}`;
}

function statement({ statement: record }) {
  return html`${answersSoFar(html, record, words)} ${statementHead(html, record, words, 'fi')}
    <section>
      <h3>${words.items}</h3>
      ${record.items.map((item) => itemText(html, item, words, 'fi'))}
    </section>`;
}

const cards = ({ topics }) => html`${topics.map((topic) => card(html, topic, words, 'fi'))}`;

/** Pages of plain HTML with these sheets. */
export function plainPages(data, sheets) {
  const pageOf = (page, main) => ({
    '/': hostPage(page, { head: '<link rel="stylesheet" href="/look.css">', main }),
    '/look.css': styleSheet('base', ...sheets[page]),
  });
  return {
    form: {
      files: sheets.form && pageOf('form', form(data)),
      items: '.field',
      last: '.field:has(#field-household)',
    },
    cards: {
      files: sheets.cards && pageOf('cards', cards(data)),
      items: '.card',
      extra: YEAR,
      last: '#aihe-1000',
    },
    statement: {
      files: sheets.statement && pageOf('statement', statement(data)),
      items: '.item',
      last: '#lausuma-k200',
    },
  };
}

export function pages(data) {
  return plainPages(data, { form: ['form'], cards: ['card'], statement: ['statement'] });
}
