/** The way from the fields of the topic form to a proposal, and what a proposal must be to be accepted. */
import { isAnswer } from './answers.js';
import type { Draft, FieldValues } from './fields.js';
import {
  cleanEmail,
  cleanPhone,
  compact,
  isTicked,
  languageOf,
  line,
  many,
  some,
} from './field-values.js';
import { EMAIL, Findings, PHONE } from './findings.js';
import type { FieldError } from './problem.js';
import { countCharacters } from './text.js';
import {
  PROPOSAL_TEXT_MAX,
  PROPOSAL_TITLE_MAX,
  topicProposal,
  type TopicProposal,
} from './topic-proposal.js';
import type { TopicCall } from './topic.js';
import { listOf, objectOf } from './unknown.js';
import type { ProposerKind } from './vocabularies.js';

const RESIDENTS: readonly ProposerKind[] = ['resident'];

/** Who may propose. */
export const proposersOf = ({ proposers }: TopicCall): readonly ProposerKind[] =>
  proposers ?? RESIDENTS;

/** How long a title and any other text of a proposal may be, in characters. */
export const proposalLimits = ({ limits }: TopicCall): NonNullable<TopicCall['limits']> =>
  limits ?? { titleMax: PROPOSAL_TITLE_MAX, textMax: PROPOSAL_TEXT_MAX };

/** A part in which something stands. */
const unlessEmpty = <T extends object>(part: T): T | undefined =>
  Object.keys(part).length > 0 ? part : undefined;

function suitabilityFrom(values: FieldValues): Draft<TopicProposal>['suitability'] {
  // Whether they are codes of ours is for the rules to say.
  const reasons = many(values, 'suitability/reasons') as TopicProposal['suitability']['reasons'];
  return compact({ reasons, text: some(values, 'suitability/text') });
}

function areaFrom(values: FieldValues): Draft<TopicProposal>['area'] {
  const ids = many(values, 'area/ids');
  return unlessEmpty(
    compact({ ids: ids.length > 0 ? ids : undefined, text: line(values, 'area/text') }),
  );
}

/** Where only one kind of people may propose, nobody is asked which they are. */
function proposerFrom(call: TopicCall, values: FieldValues): Draft<TopicProposal>['proposer'] {
  const kinds = proposersOf(call);
  const only = kinds.length === 1 ? kinds[0] : undefined;
  return compact({
    kind: (some(values, 'proposer/kind') as ProposerKind | undefined) ?? only,
    name: line(values, 'proposer/name'),
    email: some(values, 'proposer/email', cleanEmail),
    phone: some(values, 'proposer/phone', cleanPhone),
  });
}

/**
 * The proposal from the fields of the form.
 *
 * @param lang - The language the form was filled in.
 */
export function proposalFromFields(
  call: TopicCall,
  values: FieldValues,
  lang: string,
): Draft<TopicProposal> {
  return compact({
    schemaVersion: 1 as const,
    callId: call.id,
    lang: languageOf(lang),
    title: line(values, 'title'),
    question: some(values, 'question'),
    background: some(values, 'background'),
    suitability: suitabilityFrom(values),
    area: areaFrom(values),
    decision: unlessEmpty(
      compact({ id: some(values, 'decision/id'), text: line(values, 'decision/text') }),
    ),
    proposer: proposerFrom(call, values),
    nameMayBePublished: isTicked(values, 'nameMayBePublished'),
    noticeVersion: call.privacy.noticeVersion,
  });
}

/** Spaces around a text say nothing; from a field they never arrive. */
function checkLength(found: Findings, text: unknown, pointer: string, max: number): void {
  if (typeof text !== 'string') return;
  const length = countCharacters(text.trim());
  if (length > max) found.add(pointer, 'tooLong', { max, over: length - max });
}

function checkTexts(found: Findings, call: TopicCall, draft: Draft<TopicProposal>): void {
  const { titleMax, textMax } = proposalLimits(call);
  found.need(draft.title, '/title');
  checkLength(found, draft.title, '/title', titleMax);
  found.need(draft.question, '/question');
  checkLength(found, draft.question, '/question', textMax);
  checkLength(found, draft.background, '/background', textMax);
  const { reasons, text } = objectOf(draft.suitability);
  const isTold = typeof text === 'string' && isAnswer(text);
  if (listOf(reasons).length === 0 && !isTold) found.add('/suitability/reasons', 'missing');
  checkLength(found, text, '/suitability/text', textMax);
}

/** What is chosen from lists of the call. */
function checkChoices(found: Findings, call: TopicCall, draft: Draft<TopicProposal>): void {
  const areas = (call.areas ?? []).map(({ id }): unknown => id);
  const { ids } = objectOf(draft.area);
  if (listOf(ids).some((id) => !areas.includes(id))) found.add('/area/ids', 'unknown');
  const decisions = (call.decisions ?? []).map(({ id }): unknown => id);
  const { id } = objectOf(draft.decision);
  if (id !== undefined && !decisions.includes(id)) found.add('/decision/id', 'unknown');
}

function checkProposer(found: Findings, call: TopicCall, draft: Draft<TopicProposal>): void {
  const { kind, name, email, phone } = draft.proposer ?? {};
  if (found.need(kind, '/proposer/kind') && !(proposersOf(call) as unknown[]).includes(kind)) {
    found.add('/proposer/kind', 'unknown');
  }
  found.need(name, '/proposer/name');
  if (!email && !phone) found.add('/proposer/email', 'needed');
  found.format(email, EMAIL, '/proposer/email');
  found.format(phone, PHONE, '/proposer/phone');
}

/**
 * What is wrong with a proposal, in the order of the form; empty when it can be accepted.
 *
 * @param draft - The proposal as far as it is filled in, from `proposalFromFields` or from JSON.
 */
export function checkProposal(call: TopicCall, draft: Draft<TopicProposal>): FieldError[] {
  if (objectOf(draft) !== draft) return [{ pointer: '', code: 'format' }];
  const found = new Findings();
  checkTexts(found, call, draft);
  checkChoices(found, call, draft);
  checkProposer(found, call, draft);
  if (draft.callId !== call.id) found.add('/callId', 'unknown');
  found.shape(topicProposal, draft);
  return found.errors;
}
