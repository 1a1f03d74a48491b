/** The form for a pen: the same questions, reasons and consents as on the screen, with boxes and lines to write on. */
import {
  DEFAULT_TIME_ZONE,
  type LocalizedText,
  type Panel,
  type PanelQuestion,
  pickText,
} from '@puntari/contracts';

import { sessionLine } from './answers.js';
import { ageLimit } from './ineligible-page.js';
import { formatDate, formatDeadline } from './dates.js';
import { type Html, html } from './html.js';
import { renderPage } from './layout.js';
import { contactList, described, textIn } from './parts.js';
import { PAPER_STYLES_PATH } from './stylesheet.js';
import { type Translate, wordsIn } from './words.js';

interface Sheet {
  readonly panel: Panel;
  readonly lang: string;
  readonly t: Translate;
}

const BIRTH_YEAR_SIGNS = 4;
/** Room for what is told in one's own words. */
const NOTE_LINES = 3;

/** One sign in each, so that handwriting can be read. */
const signs = (count: number): Html =>
  html`<p class="signs" aria-hidden="true">
    ${Array.from({ length: count }, () => html`<span></span>`)}
  </p>`;

const CODE_SIGNS = 12;

const lines = (count = 1): Html =>
  html`${Array.from({ length: count }, () => html`<p class="line" aria-hidden="true"></p>`)}`;

const box = (label: Html): Html =>
  html`<li><span class="box" aria-hidden="true"></span> ${label}</li>`;

/** Short ones stand side by side. */
const boxes = (labels: readonly Html[], width: 'short' | 'wide' = 'short'): Html =>
  html`<ul class="boxes ${width}">
    ${labels.map(box)}
  </ul>`;

const yesNo = (t: Translate): Html => boxes([html`${t('answer.yes')}`, html`${t('answer.no')}`]);

const small = (text: Html | string | undefined): Html | undefined =>
  text === undefined ? undefined : html`<p class="hint">${text}</p>`;

/** One thing that is asked; never on two sheets. */
const asked = (question: Html | string, ...parts: readonly (Html | undefined)[]): Html =>
  html`<div class="asked">
    <h3>${question}</h3>
    ${parts.filter((part): part is Html => part !== undefined)}
  </div>`;

function eligibility({ panel, lang, t }: Sheet): Html {
  const { mode, residence, excluded, minimumAge, maximumAge } = panel.registration;
  return html`${mode === 'invited' && asked(t('answer.invitationCode'), small(t('paper.codeHint')), signs(CODE_SIGNS))}
  ${asked(textIn(residence, lang), yesNo(t))} ${excluded && asked(textIn(excluded, lang), yesNo(t))}
  ${asked(
    t('answer.birthYear'),
    small(minimumAge > 0 ? ageLimit('tooYoung', panel, t) : undefined),
    // Nobody answers a pen: whoever is too old would hear of it from the office, days later.
    small(maximumAge === undefined ? undefined : ageLimit('tooOld', panel, t)),
    signs(BIRTH_YEAR_SIGNS),
  )}`;
}

function question(
  { label, hint, reason, options, declinable, ownWords }: PanelQuestion,
  { lang, t }: Sheet,
): Html {
  const text = (localized: LocalizedText): Html => textIn(localized, lang);
  const labels = options.map((option) => text(option.label));
  return asked(
    text(label),
    small(text(reason)),
    small(hint === undefined ? undefined : text(hint)),
    small(t('paper.chooseOne')),
    boxes(declinable ? [...labels, html`${t('answer.notStated')}`] : labels),
    ownWords ? html`${small(t('paper.ownWords'))}${lines()}` : undefined,
  );
}

function takingPart({ panel, lang, t }: Sheet): Html {
  const { sessions, support } = panel;
  return html`${
    sessions.length > 0 &&
    asked(
      t('answer.availability'),
      small(t('paper.chooseAll')),
      boxes(
        [
          ...sessions.map((session) => sessionLine(session, panel, lang)),
          html`${t('paper.noSession')}`,
        ],
        'wide',
      ),
      small(t('paper.noSessionHint')),
    )
  }
  ${
    support &&
    asked(
      t('answer.supportNeeds'),
      small(support.note === undefined ? undefined : textIn(support.note, lang)),
      boxes(support.needs.map((need) => html`${t(`need.${need}`)}`)),
      small(t('paper.supportHint')),
      lines(NOTE_LINES),
    )
  }`;
}

type Written = 'firstName' | 'lastName' | 'phone' | 'email' | 'line1' | 'postcode' | 'city';

/** Short things to write, side by side. */
const toWrite = (names: readonly Written[], t: Translate): Html =>
  html`<div class="pairs">${names.map((name) => asked(t(`answer.${name}`), lines()))}</div>`;

function contact({ t }: Sheet): Html {
  const ways = (['email', 'phone', 'post'] as const).map((way) => html`${t(`method.${way}`)}`);
  return html`${toWrite(['firstName', 'lastName', 'phone', 'email'], t)}
  ${asked(t('answer.preferred'), small(t('paper.chooseOne')), boxes(ways))}
  ${asked(
    t('answer.address'),
    small(t('paper.protectedHint')),
    boxes([html`${t('paper.protected')}`]),
  )}
  ${toWrite(['line1', 'postcode', 'city'], t)} ${asked(t('paper.helper'), lines())}`;
}

function consent({ panel, lang, t }: Sheet): Html {
  const { controller, purpose, legalBasis, retainUntil, noticeUrl, rights } = panel.privacy;
  const url = pickText(noticeUrl, lang).text;
  return html`<dl>
      ${described(t('paper.controller'), textIn(controller, lang))}
      ${described(t('paper.purpose'), textIn(purpose, lang))}
      ${described(t('paper.legalBasis'), textIn(legalBasis, lang))}
      ${described(t('paper.retainUntil'), html`${formatDate(retainUntil, lang)}`)}
      ${rights && described(t('paper.rights'), textIn(rights, lang))}
      ${/^https?:/i.test(url) && described(t('paper.notice'), html`${url}`)}
    </dl>
    ${boxes([html`${t('paper.process')}`, html`${t('paper.contactAgain')}`], 'wide')}
    ${asked(t('paper.signature'), lines())}`;
}

/** By when it has to be there, and where. */
function returning({ panel, lang, t }: Sheet): Html {
  const { registration, timeZone = DEFAULT_TIME_ZONE } = panel;
  const time = formatDeadline(registration.closes, { lang, timeZone });
  return html`<p>${t('paper.returnBy', { time })}</p>
    ${contactList(panel.contact, lang, t)}`;
}

export function renderPaperPage(panel: Panel, tag: string): string {
  const { lang, t } = wordsIn(tag);
  const sheet = { panel, lang, t };
  const title = t('form.volunteerTitle', { title: pickText(panel.title, lang).text });
  const main = html`<h1>${title}</h1>
    <p>${t('paper.intro')}</p>
    <h2>${t('paper.return')}</h2>
    ${returning(sheet)}
    <h2>${t('part.eligibility')}</h2>
    ${eligibility(sheet)}
    <h2>${t('part.background')}</h2>
    ${panel.questions.map((one) => question(one, sheet))}
    <h2>${t('part.takingPart')}</h2>
    ${takingPart(sheet)}
    <h2>${t('part.contact')}</h2>
    ${contact(sheet)}
    <h2>${t('part.consent')}</h2>
    ${consent(sheet)}
    <p>${t('paper.lottery')}</p>`;
  return renderPage({ lang, title, main, stylesheet: PAPER_STYLES_PATH });
}
