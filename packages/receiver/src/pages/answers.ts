/** The answers of a volunteer in words, in the order of the form. */
import {
  DEFAULT_TIME_ZONE,
  type LocalizedText,
  NOT_STATED,
  type Panel,
  type PanelSession,
  type Submission,
} from '@puntari/contracts';

import { formatTimes } from './dates.js';
import { type Html, html } from './html.js';
import { described, textIn } from './parts.js';
import type { Translate } from './words.js';

export interface AnswersPage {
  /** Nothing when it is no longer published: then codes have no words, and are shown themselves. */
  readonly panel: Panel | undefined;
  readonly submission: Submission;
  readonly lang: string;
  readonly t: Translate;
}

type Line = Html | undefined;

/** What a person wrote, in a direction of its own: a Finnish address on an Arabic page, or the other way round. */
const written = (text: string): Html => html`<bdi>${text}</bdi>`;

const wordOr = (text: LocalizedText | undefined, code: string, lang: string): Html =>
  text === undefined ? html`${code}` : textIn(text, lang);

const yesNo = (value: boolean | undefined, t: Translate): Html | undefined =>
  value === undefined ? undefined : html`${t(value ? 'answer.yes' : 'answer.no')}`;

/** Lines of several things, one below the other. */
const list = (items: readonly Html[]): Html | undefined =>
  items.length === 0 ? undefined : html`${items.map((item) => html`<div>${item}</div>`)}`;

/** When a meeting is, and where it has one, its title. */
export function sessionLine(session: PanelSession, panel: Panel, lang: string): Html {
  const timeZone = panel.timeZone ?? DEFAULT_TIME_ZONE;
  const when = formatTimes(session.starts, session.ends, { lang, timeZone });
  return session.title ? html`${textIn(session.title, lang)}: ${when}` : html`${when}`;
}

function eligibility({ panel, submission, lang, t }: AnswersPage): Line[] {
  const { invitationCode, eligibility: told, birthYear } = submission;
  const { residence, excluded } = panel?.registration ?? {};
  const asked = (label: LocalizedText | undefined, value: boolean | undefined): Line => {
    const answer = yesNo(value, t);
    if (label === undefined || answer === undefined) return undefined;
    return html`<dt>${textIn(label, lang)}</dt>
      <dd>${answer}</dd>`;
  };
  return [
    described(t('answer.invitationCode'), invitationCode ? written(invitationCode) : undefined),
    asked(residence, told.livesInArea),
    asked(excluded, told.excluded),
    described(t('answer.birthYear'), html`${birthYear}`),
  ];
}

function background({ panel, submission, lang, t }: AnswersPage): Line[] {
  const { strata, ownWords = {} } = submission;
  const asked = panel?.questions.map(({ id }) => id) ?? [];
  const ids = [...new Set([...asked, ...Object.keys(strata)])];
  return ids.flatMap((id) => {
    const question = panel?.questions.find((candidate) => candidate.id === id);
    const code = strata[id];
    const label = question?.options.find((option) => option.code === code)?.label;
    const answer =
      code === undefined
        ? html`${t('answer.none')}`
        : code === NOT_STATED
          ? html`${t('answer.notStated')}`
          : wordOr(label, code, lang);
    const own = ownWords[id];
    return [
      html`<dt>${wordOr(question?.label, id, lang)}</dt>
        <dd>${answer}</dd>`,
      described(t('answer.ownWords'), own === undefined ? undefined : written(own)),
    ];
  });
}

function takingPart({ panel, submission, lang, t }: AnswersPage): Line[] {
  const { availability, support } = submission;
  const sessions = availability.map((id) => {
    const session = panel?.sessions.find((candidate) => candidate.id === id);
    return panel && session ? sessionLine(session, panel, lang) : html`${id}`;
  });
  const needs = (support?.needs ?? []).map((need) => html`${t(`need.${need}`)}`);
  return [
    described(t('answer.availability'), list(sessions)),
    described(t('answer.supportNeeds'), list(needs)),
    described(t('answer.supportNote'), support?.note ? written(support.note) : undefined),
  ];
}

function contact({ submission, t }: AnswersPage): Line[] {
  const { contact: told, address, helper } = submission;
  const said = (term: string, text: string | undefined): Line =>
    described(term, text === undefined ? undefined : written(text));
  return [
    said(t('answer.firstName'), told.firstName),
    said(t('answer.lastName'), told.lastName),
    said(t('answer.email'), told.email),
    said(t('answer.phone'), told.phone),
    described(t('answer.preferred'), html`${t(`method.${told.preferred}`)}`),
    said(t('answer.line1'), address.line1),
    said(t('answer.postcode'), address.postcode),
    said(t('answer.city'), address.city),
    described(t('answer.address'), address.protected ? html`${t('answer.protected')}` : undefined),
    said(t('answer.helper'), helper?.name),
  ];
}

function consent({ submission, t }: AnswersPage): Line[] {
  return [
    described(t('answer.process'), yesNo(submission.consent.process, t)),
    described(t('answer.contactAgain'), yesNo(submission.consent.contactAgain, t)),
  ];
}

const PARTS = { eligibility, background, takingPart, contact, consent } as const;
const PART_NAMES = Object.keys(PARTS) as (keyof typeof PARTS)[];

/** One list for each part of the form in which something was answered. */
export function renderAnswers(page: AnswersPage): Html {
  const parts = PART_NAMES.flatMap((name) => {
    const lines = PARTS[name](page).filter((line): line is Html => line !== undefined);
    if (lines.length === 0) return [];
    return html`<h2>${page.t(`part.${name}`)}</h2>
      <dl>${lines}</dl>`;
  });
  return html`${parts}`;
}
