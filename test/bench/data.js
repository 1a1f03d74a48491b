/**
 * What all contestants show: one panel with twelve fields, 1,000 topics, one statement of 200 items. The same at every
 * run, in Finnish and Swedish, in the shapes of `@puntari/contracts`.
 */

import { BODIES, ISSUES, PLACES, QUESTIONS, REASONS, RESPONSES } from './content/vocabulary.js';

export const LANGUAGES = ['fi', 'sv'];
export const TOPIC_COUNT = 1000;
export const ITEM_COUNT = 200;

/** Numbers that look random and are the same in every run (mulberry32). */
function randomNumbers(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** One text of both languages, from a function of the language. */
const inBoth = (make) => Object.fromEntries(LANGUAGES.map((lang) => [lang, make(lang)]));

const twoDigits = (number) => String(number).padStart(2, '0');

const TOPIC_STATUSES = ['proposed', 'checked', 'on-list', 'chosen', 'panel-running', 'answered'];

function topicOf(index, random) {
  const issue = ISSUES[random(ISSUES.length)];
  const place = PLACES[random(PLACES.length)];
  const reason = REASONS[random(REASONS.length)];
  const number = index + 1;
  return {
    schemaVersion: 1,
    version: '2026-11-01',
    id: `aihe-${number}`,
    title: inBoth((lang) => `${issue.title[lang]}, ${place[lang]} (${number})`),
    summary: inBoth((lang) => `${issue.text[lang]} ${reason[lang]}`),
    url: `/aiheet/${number}`,
    year: 2026 + random(4),
    status: TOPIC_STATUSES[random(TOPIC_STATUSES.length)],
    decision: {
      body: { name: BODIES[random(BODIES.length)] },
      plannedOn: `${2027 + random(3)}-${twoDigits(1 + random(12))}-${twoDigits(1 + random(28))}`,
    },
    level: 1 + random(5),
  };
}

export function topics(count = TOPIC_COUNT) {
  const random = randomNumbers(2027);
  return Array.from({ length: count }, (_, index) => topicOf(index, random));
}

const ITEM_KINDS = ['recommendation', 'proposal', 'position'];
const ANSWERS = ['noted', 'accepted', 'partly', 'rejected', 'under-study', 'done'];
const MEMBERS = 40;

function itemOf(index, random) {
  const issue = ISSUES[random(ISSUES.length)];
  const place = PLACES[random(PLACES.length)];
  const against = random(12);
  const blank = random(4);
  const status = ANSWERS[random(ANSWERS.length)];
  const body = { name: BODIES[random(BODIES.length)] };
  const decidedOn = `2026-${twoDigits(3 + random(8))}-${twoDigits(1 + random(28))}`;
  return {
    id: `k${index + 1}`,
    number: String(index + 1),
    kind: ITEM_KINDS[random(ITEM_KINDS.length)],
    title: inBoth((lang) => `${issue.title[lang]}, ${place[lang]}`),
    text: inBoth((lang) => issue.text[lang]),
    rationale: REASONS[random(REASONS.length)],
    vote: {
      method: 'yesno',
      for: MEMBERS - against - blank,
      against,
      blank,
      base: 'cast',
    },
    response: {
      status,
      text: RESPONSES[random(RESPONSES.length)],
      reason: REASONS[random(REASONS.length)],
      body,
      decidedOn,
      handling: [{ body, date: decidedOn, section: `§ ${20 + random(300)}` }],
    },
  };
}

export function statement(count = ITEM_COUNT) {
  const random = randomNumbers(2026);
  return {
    schemaVersion: 1,
    version: '2026-11-01',
    id: 'lausuma',
    title: {
      fi: 'Asukaspaneelin lausuma liikenteestä ja palveluista',
      sv: 'Invånarpanelens uttalande om trafiken och servicen',
    },
    kind: 'statement',
    adoptedOn: '2026-02-09',
    panel: { seats: MEMBERS, tookPart: MEMBERS },
    items: Array.from({ length: count }, (_, index) => itemOf(index, random)),
    purpose: {},
  };
}

/** A panel that asks nothing but its background questions: one step, twelve fields. */
export function panel() {
  const yes = { fi: 'Asutko Espoossa?', sv: 'Bor du i Esbo?' };
  const text = { fi: 'Esimerkki mittausta varten.', sv: 'Ett exempel för mätningen.' };
  return {
    schemaVersion: 1,
    version: '2026-11-01',
    id: 'paneeli',
    title: { fi: 'Asukaspaneeli liikenteestä', sv: 'Invånarpanel om trafiken' },
    kind: 'oneoff',
    organizer: { name: { fi: 'Espoon kaupunki', sv: 'Esbo stad' } },
    contact: { phone: '09 816 21', email: 'osallisuus@example.fi' },
    purpose: {
      why: text,
      expected: text,
      usedFor: text,
      decision: { body: { name: BODIES[0] }, plannedOn: '2028-04-24', attach: ['after'] },
    },
    registration: {
      opens: '2020-01-01T08:00:00+02:00',
      closes: '2099-12-31T15:00:00+02:00',
      mode: 'open',
      minimumAge: 15,
      referenceDate: '2027-11-20',
      residence: yes,
    },
    seats: MEMBERS,
    sessions: [],
    questions: QUESTIONS,
    privacy: {
      controller: { fi: 'Espoon kaupunki', sv: 'Esbo stad' },
      purpose: text,
      legalBasis: text,
      retainUntil: '2099-12-31',
      noticeUrl: '/tietosuoja/',
      noticeVersion: '2026-11',
    },
  };
}

/** The text by which the last thing of each page is known, in each language. */
export function lastTexts() {
  const lastTopic = topics().at(-1);
  const lastItem = statement().items.at(-1);
  const lastQuestion = QUESTIONS.at(-1);
  return { form: lastQuestion.label, cards: lastTopic.title, statement: lastItem.title };
}

/** How many things of each page there are: what `items` of a contestant has to find. */
export const COUNTS = {
  form: QUESTIONS.length + QUESTIONS.filter(({ ownWords }) => ownWords).length,
  cards: TOPIC_COUNT,
  statement: ITEM_COUNT,
};
