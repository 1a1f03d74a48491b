/** What the forms of officers ask about topics and proposals, and the way to what is recorded. */
import {
  type FieldValues,
  type LocalizedText,
  PARTICIPATION_LEVELS,
  pickText,
  type Topic,
} from '@puntari/contracts';

import { inEveryLanguage, OFFICIAL_LANGUAGES, type WordKey, wordsIn } from '../pages/words.js';
import {
  type Asked,
  type Data,
  filledIn,
  languagesIn,
  localized,
  localizedLine,
  type Option,
  valuesFrom,
} from '../statements/form-fields.js';
import { SET_BY_HAND } from './change.js';
import { levelInWords } from './level-in-words.js';

export const TOPIC_ACTS = ['status', 'choice', 'edit', 'answer'] as const;
export type TopicAct = (typeof TOPIC_ACTS)[number];

export const PROPOSAL_ACTS = [
  'accept',
  'merge',
  'decline',
  'hide-name',
  'withdraw',
  'delete',
] as const;
export type ProposalAct = (typeof PROPOSAL_ACTS)[number];
export type Act = TopicAct | ProposalAct;

const NOTE: Asked = {
  name: 'note',
  label: 'desk.field.note',
  hint: 'desk.field.noteHint',
  control: 'line',
};

const date = (name: string, label: WordKey, hint?: WordKey): Asked => ({
  name,
  label,
  control: 'date',
  ...(hint === undefined ? {} : { hint }),
});

const choice = (
  name: string,
  label: WordKey,
  options: (lang: string) => readonly Option[],
): Asked => ({ name, label, control: 'choice', options });

const levels = (lang: string): readonly Option[] =>
  PARTICIPATION_LEVELS.map((level) => ({
    value: String(level),
    label: levelInWords(level, lang),
  }));

const stages = (lang: string): readonly Option[] =>
  SET_BY_HAND.map((value) => ({ value, label: wordsIn(lang).t(`topicStatus.${value}`) }));

const outcomes = (lang: string): readonly Option[] => [
  { value: 'true', label: wordsIn(lang).t('desk.field.yes') },
  { value: 'false', label: wordsIn(lang).t('desk.field.no') },
];

/** What a topic says that an office writes. */
const MATTER: readonly Asked[] = [
  localizedLine('topic/title', 'desk.field.title'),
  localized('topic/question', 'desk.field.question'),
  localized('topic/summary', 'desk.field.summary', 'desk.field.summaryHint'),
  localized('topic/background', 'desk.field.background'),
  localized('topic/suitability/text', 'proposing.reasonsText'),
  localizedLine('topic/decision/body/name', 'desk.field.decisionBody'),
  date('topic/decision/plannedOn', 'desk.field.plannedOn'),
  choice('topic/level', 'desk.field.level', levels),
  localizedLine('topic/unit', 'desk.field.unit'),
  { name: 'topic/year', label: 'desk.field.year', control: 'line' },
];
/** The members of a topic that those fields speak of. */
const ASKED = [
  ...['title', 'question', 'summary', 'background', 'suitability'],
  ...['decision', 'level', 'unit', 'year'],
];

/** Where it is, besides the areas of the call. */
const PLACE = localizedLine('place', 'proposing.areaText');

const COMMENT: Asked = {
  name: 'comment',
  label: 'desk.field.comment',
  hint: 'desk.field.commentHint',
  control: 'lines',
};
const REMARK: Asked = { ...NOTE, name: 'comment' };

const MERGE_REASON = localized('reason', 'desk.field.mergeReason', 'desk.field.mergeReasonHint');

const FIELDS: Readonly<Record<Exclude<Act, 'merge'>, readonly Asked[]>> = {
  accept: [
    { name: 'id', label: 'desk.field.id', hint: 'desk.field.idHint', control: 'line' },
    ...MATTER,
    PLACE,
    NOTE,
  ],
  decline: [COMMENT],
  'hide-name': [REMARK],
  withdraw: [REMARK],
  delete: [REMARK],
  status: [
    choice('status', 'desk.field.status', stages),
    date('on', 'desk.field.on', 'desk.field.onHint'),
    localized('text', 'desk.field.text'),
    localized('reason', 'desk.field.reason'),
    NOTE,
  ],
  choice: [
    choice('chosen', 'desk.field.chosen', outcomes),
    localizedLine('choice/body/name', 'desk.field.choiceBody'),
    date('choice/on', 'desk.field.on'),
    {
      name: 'choice/section',
      label: 'desk.field.section',
      hint: 'desk.field.sectionHint',
      control: 'line',
    },
    localized('choice/reasons', 'desk.field.reasons', 'desk.field.reasonsHint'),
    { name: 'choice/minutes/url', label: 'desk.field.minutes', control: 'url' },
    NOTE,
  ],
  edit: [...MATTER, NOTE],
  answer: [
    localized('answer/text', 'desk.field.answer'),
    localizedLine('answer/body/name', 'desk.field.answerBody'),
    date('answer/on', 'desk.field.on'),
    NOTE,
  ],
};

/** @param topics - Those that a proposal can be merged into. */
export function fieldsOf(act: Act, topics: readonly Topic[]): readonly Asked[] {
  if (act !== 'merge') return FIELDS[act];
  const options = (lang: string): readonly Option[] =>
    topics.map(({ id, title }) => ({ value: id, label: pickText(title, lang).text }));
  return [choice('id', 'desk.field.topic', options), MERGE_REASON, NOTE];
}

/** The languages that a form asks in: those of the receiver, and whatever is there already. */
export const languagesOf = (data: unknown): string[] => [
  ...new Set([...OFFICIAL_LANGUAGES, ...languagesIn(data)]),
];

/** What a form about a topic is opened on. */
export function openedOn(act: TopicAct, topic: Topic): Data {
  const { choice: made, answer, status } = topic;
  if (act === 'edit') return { topic };
  if (act === 'answer') return answer === undefined ? {} : { answer };
  if (act === 'status') return {};
  return made === undefined ? {} : { chosen: String(status !== 'not-chosen'), choice: made };
}

/** A number where one stands; anything else is left for the rules to refuse. */
const numberOr = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;

/** With numbers as such, and with codes of reasons beside reasons in words, where the form asks for the words only. */
function completed(topic: Data): Data {
  const numbers = ['level', 'year'].flatMap((name) =>
    name in topic ? [[name, numberOr(topic[name])] as const] : [],
  );
  const { suitability } = topic;
  const reasons = suitability ? { suitability: { reasons: [], ...suitability } } : {};
  return { ...topic, ...reasons, ...Object.fromEntries(numbers) };
}

const shownIn = (topic: Data, member: string): string =>
  JSON.stringify(valuesFrom(MATTER, { topic: { [member]: topic[member] } }));

/** Only the fields that say something else than before; `null` for what was taken away. */
const editsOf = (before: Data, after: Data): Data =>
  Object.fromEntries(
    ASKED.filter((member) => shownIn(before, member) !== shownIn(after, member)).map((member) => [
      member,
      after[member] ?? null,
    ]),
  );

const labelled = (made: Data): Data => {
  const { minutes, ...rest } = made;
  const { url, label } = (minutes ?? {}) as { url?: string; label?: LocalizedText };
  if (url === undefined) return rest;
  return { ...rest, minutes: { label: label ?? inEveryLanguage('agenda.minutes'), url } };
};

/** A draft of a change from a form about a topic. Whether it can be recorded is checked later. */
export function topicDraft(
  act: TopicAct,
  values: FieldValues,
  { topic, recordedBy }: { readonly topic: Topic; readonly recordedBy: string },
): Data {
  const { chosen: _chosen, ...before } = openedOn(act, topic);
  const draft = filledIn(fieldsOf(act, []), values, { ...before, kind: act, recordedBy });
  if (act === 'edit') {
    const edits = editsOf(topic, completed((draft['topic'] ?? {}) as Data));
    return { ...draft, topic: edits };
  }
  if (act === 'answer') return { answer: {}, ...draft };
  if (act === 'status') return draft;
  const { chosen, choice: made, ...rest } = draft;
  const isTold = chosen === 'true' || chosen === 'false';
  return {
    ...rest,
    ...(isTold ? { chosen: chosen === 'true' } : {}),
    choice: labelled((made ?? {}) as Data),
  };
}

/** The same of a merge, and the id of the topic. */
export function mergeDraft(
  values: FieldValues,
  { proposal, recordedBy }: { readonly proposal: string; readonly recordedBy: string },
): { readonly id: string; readonly draft: Data } {
  const { id, ...rest } = filledIn(fieldsOf('merge', []), values, {});
  return {
    id: typeof id === 'string' ? id : '',
    draft: { ...rest, kind: 'merge', proposal, recordedBy },
  };
}

interface Accepting {
  readonly proposal: string;
  readonly recordedBy: string;
  /** What the proposal says. */
  readonly before: Data;
}

/**
 * A draft of a topic that is made of a proposal, and the id that it gets. What the officer took out of the form is no part of
 * the topic: there can be something in it that nobody may read.
 */
export function acceptDraft(
  values: FieldValues,
  { proposal, recordedBy, before }: Accepting,
): { readonly id: string; readonly draft: Data } {
  const { suitability, area = [] } = (before['topic'] ?? {}) as Partial<Topic>;
  const start = suitability === undefined ? {} : { topic: { suitability } };
  const { id, topic, place, ...rest } = filledIn(FIELDS.accept, values, start);
  const areas = before['place'] === undefined ? area : area.slice(0, -1);
  const places = place === undefined ? areas : [...areas, place];
  const none = Object.fromEntries(ASKED.map((member) => [member, null]));
  const said = completed((topic ?? {}) as Data);
  return {
    id: typeof id === 'string' ? id : '',
    draft: {
      ...{ ...rest, kind: 'create', proposal, recordedBy },
      topic: { ...none, ...said, area: places.length === 0 ? null : places },
    },
  };
}
