import type { Contact } from '@puntari/contracts';

import type { ProblemCode } from '../http/problem.js';
import { formatDeadline, formatTime } from './dates.js';
import { type Html, html } from './html.js';
import { renderPage } from './layout.js';
import { contactList } from './parts.js';
import { type Translate, wordsIn } from './words.js';

/** Problems that belong to programs; a person with a browser can meet the others. */
const OF_PROGRAMS = [
  'key-missing',
  'key-malformed',
  'unauthorized',
  'not-drawable',
  'impossible-change',
  'invalid',
  'method-not-allowed',
  'timeout',
  'headers-too-large',
  'version-malformed',
  'version-changed',
  'version-missing',
  'key-used',
  'no-attachments',
] as const;
type ShownCode = Exclude<ProblemCode, (typeof OF_PROGRAMS)[number]>;

const isShown = (code: ProblemCode): code is ShownCode =>
  !(OF_PROGRAMS as readonly string[]).includes(code);

/** Panels are signed up for; topics are proposed, and feedback is given. */
const OF_PROPOSALS = ['closed', 'upcoming'] as const;

const wordsFor = (code: ProblemCode, about: string | undefined) => {
  const ofProposal = OF_PROPOSALS.find((known) => about === 'proposal' && known === code);
  if (ofProposal) return `problem.proposal.${ofProposal}` as const;
  if (about === 'feedback' && code === 'closed') return 'problem.feedback.closed' as const;
  return `problem.${isShown(code) ? code : 'malformed'}` as const;
};

export interface TimesTold {
  readonly opens: string;
  readonly closes: string;
  readonly timeZone: string;
}

export interface ProblemPage {
  readonly code: ProblemCode;
  /** What somebody wanted to send. */
  readonly about?: string | undefined;
  readonly lang: string;
  /** Whether something was sent, so that its sender must hear that it was not kept. */
  readonly wasSent: boolean;
  /** Whom to turn to instead. */
  readonly contact: Contact | undefined;
  /** Who comes too early is told when to come back. */
  readonly times?: TimesTold | undefined;
}

function timesIn({ code, times }: ProblemPage, lang: string, t: Translate): Html | undefined {
  if (code !== 'upcoming' || !times) return undefined;
  const { timeZone } = times;
  const opens = formatTime(times.opens, { lang, timeZone });
  const closes = formatDeadline(times.closes, { lang, timeZone });
  return html`<p>${t('problem.upcoming.times', { opens, closes })}</p>`;
}

export function renderProblemPage(page: ProblemPage): string {
  const { code, about, lang: tag, wasSent, contact } = page;
  const { lang, t } = wordsIn(tag);
  const words = wordsFor(code, about);
  const title = t(`${words}.title`);
  const main = html`<h1>${title}</h1>
    ${wasSent && html`<p>${t('problem.notSaved')}</p>`}
    <p>${t(`${words}.text`)}</p>
    ${timesIn(page, lang, t)}
    ${
      contact &&
      html`<h2>${t('problem.otherChannel')}</h2>
        ${contactList(contact, lang, t)}`
    }`;
  return renderPage({ lang, title, main });
}
