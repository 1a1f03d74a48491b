/** What a proposal says, for officers and for who made it. */
import type { LocalizedText, TopicCall } from '@puntari/contracts';

import { type Html, html } from '../pages/html.js';
import { described, textIn } from '../pages/parts.js';
import { wordsIn } from '../pages/words.js';
import { list, said } from './desk-parts.js';
import type { StoredWords } from './proposals.js';

interface Choice {
  readonly id: string;
  readonly label: LocalizedText;
}

/** What was chosen from a list of the call, in its words. */
function chosen(ids: readonly string[] | undefined, known: readonly Choice[], lang: string) {
  const words = (ids ?? []).map((id) => {
    const found = known.find((one) => one.id === id);
    return html`<li>${found ? textIn(found.label, lang) : id}</li>`;
  });
  return words.length === 0
    ? undefined
    : html`<ul>
        ${words}
      </ul>`;
}

/** As it was written, with the codes in words. Whom it came from is told apart. */
export function wordsOfProposal(
  submission: StoredWords,
  call: TopicCall | undefined,
  tag: string,
): Html {
  const { lang, t } = wordsIn(tag);
  const { areas = [], decisions = [] } = call ?? {};
  const known = decisions.map(({ id, title }) => ({ id, label: title }));
  const { title, question, background, suitability, area, decision, proposer } = submission;
  const own = (text: string | undefined): Html | undefined =>
    text === undefined ? undefined : said(text, submission.lang);
  const codes = (items: readonly string[] = []): Html | undefined =>
    items.length === 0 ? undefined : html`${items.join(', ')}`;
  return list(
    described(t('proposing.title'), own(title)),
    described(t('proposing.question'), own(question)),
    described(t('proposing.background'), own(background)),
    described(
      t('proposing.reasons'),
      codes(suitability.reasons.map((reason) => t(`suitability.${reason}`))),
    ),
    described(t('proposing.reasonsText'), own(suitability.text)),
    described(t('proposing.areas'), chosen(area?.ids, areas, lang)),
    described(t('proposing.areaText'), own(area?.text)),
    described(
      t('proposing.decisions'),
      chosen(decision?.id === undefined ? [] : [decision.id], known, lang),
    ),
    described(t('proposing.decisionText'), own(decision?.text)),
    described(t('proposing.kind'), html`${t(`proposerKind.${proposer.kind}`)}`),
    described(
      t('desk.consents'),
      html`${t(submission.nameMayBePublished ? 'answer.yes' : 'answer.no')}`,
    ),
  );
}
