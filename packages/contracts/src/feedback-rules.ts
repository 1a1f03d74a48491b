/** What feedback must be to be accepted. The widget checks with these rules, and the receiver again. */
import { isAnswer } from './answers.js';
import { type FeedbackChannel, feedbackSubmission, type FeedbackSubmission } from './feedback.js';
import { EMAIL, Findings, PHONE } from './findings.js';
import type { Draft } from './fields.js';
import { type FieldError, toPointer } from './problem.js';
import { countCharacters } from './text.js';
import { listOf, objectOf } from './unknown.js';
import { SURVEY_QUESTIONS, type SurveyQuestion } from './vocabularies.js';

type FeedbackDraft = Draft<FeedbackSubmission>;

/** What a survey of the channel asks: everything, where it says nothing. */
export const surveyQuestionsOf = ({ survey }: FeedbackChannel): readonly SurveyQuestion[] =>
  survey ?? SURVEY_QUESTIONS;

/** Accessibility feedback says what it is by itself, and of a single kind there is nothing to choose. */
function checkKind(found: Findings, { kinds }: FeedbackChannel, draft: FeedbackDraft): void {
  const isOwed = (draft.form ?? 'full') === 'full' && kinds.length > 1;
  if (isOwed && !found.need(draft.kind, '/kind')) return;
  if (draft.kind && !kinds.includes(draft.kind)) found.add('/kind', 'unknown');
}

/** Owed where words are what the form is for. Beside another answer a single word says enough. */
function checkText(found: Findings, { limits }: FeedbackChannel, draft: FeedbackDraft): void {
  const { form = 'full', text } = draft;
  const isOwed = form === 'full' || form === 'accessibility';
  if (isOwed && !found.need(text, '/text')) return;
  if (typeof text !== 'string' || !isAnswer(text)) return;
  // Spaces around it say nothing; from a field they never arrive.
  const length = countCharacters(text.trim());
  const { textMin, textMax } = limits;
  if (isOwed && length < textMin) found.add('/text', 'tooShort', { min: textMin });
  if (length > textMax) found.add('/text', 'tooLong', { max: textMax, over: length - textMax });
}

function checkSurvey(found: Findings, channel: FeedbackChannel, draft: FeedbackDraft): void {
  const answers = objectOf(draft.survey);
  const asked = surveyQuestionsOf(channel);
  const isAnswered = (question: SurveyQuestion): boolean => (answers[question] ?? '') !== '';
  if (draft.form === 'survey' && !asked.some(isAnswered)) found.add('/survey', 'missing');
  for (const question of SURVEY_QUESTIONS) {
    if (isAnswered(question) && !asked.includes(question)) {
      found.add(toPointer(['survey', question]), 'unknown');
    }
  }
}

/** Half a point on the map is none. */
function checkLocation(found: Findings, draft: FeedbackDraft): void {
  const { latitude, longitude } = objectOf(draft.location);
  if (latitude === undefined && longitude === undefined) return;
  found.need(latitude, '/location/latitude');
  found.need(longitude, '/location/longitude');
}

/** Files are never left out in silence: where none are taken, their sender hears it. */
function checkAttachments(found: Findings, channel: FeedbackChannel, draft: FeedbackDraft): void {
  const files = listOf(draft.attachments).map(objectOf);
  if (files.length === 0) return;
  if (!channel.attachments) {
    found.add('/attachments', 'unknown');
    return;
  }
  const { maxFiles, maxSize, types } = channel.attachments;
  if (files.length > maxFiles) found.add('/attachments', 'tooMany', { max: maxFiles });
  const isOfType = ({ type }: (typeof files)[number]): boolean =>
    (types as readonly unknown[]).includes(type);
  if (!files.every(isOfType)) found.add('/attachments', 'wrongType');
  if (files.some(({ size }) => Number(size) > maxSize)) {
    found.add('/attachments', 'tooLarge', { max: maxSize });
  }
}

function checkReply(found: Findings, draft: FeedbackDraft): void {
  if (draft.wantsReply !== true) return;
  const { email, phone } = draft.contact ?? {};
  if (!email && !phone) found.add('/contact/email', 'needed');
  found.format(email, EMAIL, '/contact/email');
  found.format(phone, PHONE, '/contact/phone');
}

/**
 * What is wrong with feedback, in the order of the block; empty when it can be accepted. What is owed depends on the form
 * that was filled in. What a channel does not ask and is sent all the same is no error: the receiver keeps nothing of it.
 */
export function checkFeedback(channel: FeedbackChannel, draft: FeedbackDraft): FieldError[] {
  if (objectOf(draft) !== draft) return [{ pointer: '', code: 'format' }];
  const found = new Findings();
  if (draft.form === 'question') found.need(draft.helped, '/helped');
  checkSurvey(found, channel, draft);
  checkKind(found, channel, draft);
  const { services, asksLocation = false } = channel;
  if (services && draft.serviceCode) {
    const isKnown = services.some(({ code }) => code === draft.serviceCode);
    if (!isKnown) found.add('/serviceCode', 'unknown');
  }
  checkText(found, channel, draft);
  if (asksLocation) checkLocation(found, draft);
  checkAttachments(found, channel, draft);
  checkReply(found, draft);
  if (draft.channelId !== channel.id) found.add('/channelId', 'unknown');
  found.shape(feedbackSubmission, draft);
  return found.errors;
}
