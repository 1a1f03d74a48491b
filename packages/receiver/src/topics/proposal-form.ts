/** The whole form for proposing a topic on one page, for those without JavaScript. */
import {
  DEFAULT_TIME_ZONE,
  pickText,
  proposersOf,
  SUITABILITY_REASONS,
  type TopicCall,
} from '@puntari/contracts';

import { formatDate, formatTime } from '../pages/dates.js';
import type { FormPage } from '../pages/form-renderer.js';
import { type Html, html } from '../pages/html.js';
import { contactList, described, textIn } from '../pages/parts.js';
import { type Translate, type WordKey, wordsIn } from '../pages/words.js';
import {
  box,
  choices,
  errorWords,
  idOf,
  type Printed,
  textArea,
  textField,
} from './form-controls.js';

/** What residents are told before they write. */
function told(call: TopicCall, lang: string, t: Translate): Html {
  const { asks, purpose, chosenBy, closes, timeZone = DEFAULT_TIME_ZONE } = call;
  return html`<p>${textIn(asks, lang)}</p>
    <dl>
      ${purpose.why && described(t('proposing.why'), textIn(purpose.why, lang))}
      ${purpose.expected && described(t('proposing.expected'), textIn(purpose.expected, lang))}
      ${purpose.usedFor && described(t('proposing.usedFor'), textIn(purpose.usedFor, lang))}
      ${described(t('proposing.chosenBy'), textIn(chosenBy.name, lang))}
      ${described(t('proposing.closes'), html`${formatTime(closes, { lang, timeZone })}`)}
    </dl>`;
}

function matter(printed: Printed): Html {
  const { t } = printed;
  return html`${textField(printed, { name: 'title', label: t('proposing.title') })}
  ${textArea(printed, {
    name: 'question',
    label: t('proposing.question'),
    hint: t('proposing.questionHint'),
  })}
  ${textArea(printed, {
    name: 'background',
    label: t('proposing.background'),
    isOptional: true,
  })}
  ${choices(printed, {
    name: 'suitability/reasons',
    type: 'checkbox',
    label: t('proposing.reasons'),
    hint: t('proposing.reasonsHint'),
    options: SUITABILITY_REASONS.map((value) => ({
      value,
      label: html`${t(`suitability.${value}`)}`,
    })),
  })}
  ${textArea(printed, {
    name: 'suitability/text',
    label: t('proposing.reasonsText'),
    isOptional: true,
  })}`;
}

function place({ areas = [] }: TopicCall, printed: Printed): Html {
  const { t, lang } = printed;
  return html`${
    areas.length > 0 &&
    choices(printed, {
      name: 'area/ids',
      type: 'checkbox',
      label: t('proposing.areas'),
      isOptional: true,
      options: areas.map(({ id, label }) => ({ value: id, label: textIn(label, lang) })),
    })
  }
  ${textField(printed, { name: 'area/text', label: t('proposing.areaText'), isOptional: true })}`;
}

function decision({ decisions = [] }: TopicCall, printed: Printed): Html {
  const { t, lang } = printed;
  const known = decisions.map(({ id, title, plannedOn }) => ({
    value: id,
    label: html`${textIn(title, lang)}${plannedOn && html` (${formatDate(plannedOn, lang)})`}`,
  }));
  return html`${
    known.length > 0 &&
    choices(printed, {
      name: 'decision/id',
      type: 'radio',
      label: t('proposing.decisions'),
      isOptional: true,
      options: [...known, { value: '', label: html`${t('proposing.decisionNone')}` }],
    })
  }
  ${textField(printed, {
    name: 'decision/text',
    label: t('proposing.decisionText'),
    isOptional: true,
  })}`;
}

function proposer(call: TopicCall, printed: Printed): Html {
  const { t } = printed;
  const kinds = proposersOf(call);
  return html`<h2>${t('proposing.you')}</h2>
    <p>${t('proposing.youHint')}</p>
    ${
      kinds.length > 1 &&
      choices(printed, {
        name: 'proposer/kind',
        type: 'radio',
        label: t('proposing.kind'),
        options: kinds.map((value) => ({ value, label: html`${t(`proposerKind.${value}`)}` })),
      })
    }
    ${textField(printed, {
      name: 'proposer/name',
      label: t('proposing.name'),
      autocomplete: 'name',
    })}
    ${textField(printed, {
      name: 'proposer/email',
      type: 'email',
      label: t('proposing.email'),
      autocomplete: 'email',
    })}
    ${textField(printed, {
      name: 'proposer/phone',
      type: 'tel',
      label: t('proposing.phone'),
      autocomplete: 'tel',
    })}
    ${box(printed, 'nameMayBePublished', t('proposing.nameMayBePublished'))}`;
}

function notice({ privacy }: TopicCall, lang: string, t: Translate): Html {
  const { controller, purpose, legalBasis, retainUntil, noticeUrl, rights } = privacy;
  const url = pickText(noticeUrl, lang).text;
  return html`<dl>
    ${described(t('paper.controller'), textIn(controller, lang))}
    ${described(t('paper.purpose'), textIn(purpose, lang))}
    ${described(t('paper.legalBasis'), textIn(legalBasis, lang))}
    ${described(t('paper.retainUntil'), html`${formatDate(retainUntil, lang)}`)}
    ${rights && described(t('paper.rights'), textIn(rights, lang))}
    ${/^https?:/i.test(url) && described(t('paper.notice'), html`<a href="${url}">${url}</a>`)}
  </dl>`;
}

const LABELS: Readonly<Record<string, WordKey>> = {
  '/title': 'proposing.title',
  '/question': 'proposing.question',
  '/background': 'proposing.background',
  '/suitability/reasons': 'proposing.reasons',
  '/suitability/text': 'proposing.reasonsText',
  '/area/ids': 'proposing.areas',
  '/area/text': 'proposing.areaText',
  '/decision/id': 'proposing.decisions',
  '/decision/text': 'proposing.decisionText',
  '/proposer/kind': 'proposing.kind',
  '/proposer/name': 'proposing.name',
  '/proposer/email': 'proposing.email',
  '/proposer/phone': 'proposing.phone',
};

/** The field that an error is about, where one text could be about several. */
function labelOf(pointer: string, t: Translate): string {
  const key = LABELS[pointer];
  if (key === undefined) return '';
  const label = t(key);
  return label.endsWith('?') ? `${label} ` : `${label}: `;
}

function summary({ errors, lang, t }: Printed): Html | undefined {
  if (errors.length === 0) return undefined;
  return html`<div class="notice" role="group" aria-labelledby="summary">
    <h2 id="summary">${t('proposing.summary')}</h2>
    <ul>
      ${errors.map(
        (error) =>
          html`<li>
            <a href="#${idOf(error.pointer.slice(1))}"
              >${labelOf(error.pointer, t)}${errorWords(error, lang)}</a
            >
          </li>`,
      )}
    </ul>
  </div>`;
}

/** Heading, summary of errors with links, every field, one button. */
export function renderProposalForm(page: FormPage<TopicCall>): string {
  const { record: call, action, values, errors } = page;
  const { lang, t } = wordsIn(page.lang);
  const printed: Printed = { lang, t, values, errors };
  return html`<h1>${t('form.proposalTitle', { title: pickText(call.title, lang).text })}</h1>
    ${summary(printed)} ${told(call, lang, t)}
    <form method="post" action="${action}" novalidate>
      <input type="hidden" name="lang" value="${lang}" />
      ${matter(printed)} ${place(call, printed)} ${decision(call, printed)}
      ${proposer(call, printed)} ${notice(call, lang, t)}
      <p><button type="submit">${t('proposing.send')}</button></p>
    </form>
    ${contactList(call.contact, lang, t)}`.text;
}
