/**
 * The closed vocabularies of participation, as codes. Their words stand in the locale files of `@puntari/core`; a code
 * never changes its meaning, a word may.
 *
 * Sources: Espoo's participation model "Kuulemisesta kumppanuuteen" (levels, forms, cornerstones), Keusote's slides on
 * deliberative panels (elements, outputs, attach points), and the council papers that show how an answer is given.
 */

import type { ResponseStatus } from './vocabularies-shown.js';

export * from './vocabularies-shown.js';

export const PARTICIPATION_FORMS = [
  'info',
  'planning',
  'decision',
  'action',
  'evaluation',
] as const;
export type ParticipationForm = (typeof PARTICIPATION_FORMS)[number];

export const CORNERSTONES = [
  'open-interaction',
  'democracy',
  'resident-oriented-services',
  'local-doing',
] as const;
export type Cornerstone = (typeof CORNERSTONES)[number];

/** The five elements of deliberation, in their order. Experts are heard before the discussions. */
export const DELIBERATION_ELEMENTS = [
  'selection',
  'experts',
  'discussions',
  'joint-statement',
  'handover',
] as const;
export type DeliberationElement = (typeof DELIBERATION_ELEMENTS)[number];

export const STATEMENT_KINDS = [
  'statement',
  'declaration',
  'recommendation',
  'position',
  'final-statement',
] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** How the longer texts of a statement are written. */
export const TEXT_FORMATS = ['plain', 'html'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

export const ITEM_KINDS = [
  'recommendation',
  'proposal',
  'position',
  'argument-for',
  'argument-against',
  'fact',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const PANEL_KINDS = ['oneoff', 'standing'] as const;
export type PanelKind = (typeof PANEL_KINDS)[number];

export const REGISTRATION_MODES = ['invited', 'open'] as const;
export type RegistrationMode = (typeof REGISTRATION_MODES)[number];

/** How an answer reached the organizer. */
export const CHANNELS = ['web', 'phone', 'post', 'visit'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What may happen to a registration on its way to a seat. */
export const REGISTRATION_STATUSES = [
  'pool',
  'selected',
  'reserve',
  'confirmed',
  'declined',
  'withdrawn',
  'deleted',
] as const;
export type RegistrationStatus = (typeof REGISTRATION_STATUSES)[number];

export const TOPIC_STATUSES = [
  'proposed',
  'checked',
  'on-list',
  'chosen',
  'not-chosen',
  'panel-running',
  'statement-given',
  'answered',
] as const;
export type TopicStatus = (typeof TOPIC_STATUSES)[number];

/** What becomes of a proposal. One that is checked is a topic; from there on its topic tells the rest. */
export const PROPOSAL_STATUSES = [
  'proposed',
  'checked',
  'merged',
  'declined',
  'withdrawn',
  'deleted',
] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

export const PROPOSER_KINDS = ['resident', 'group', 'councillor', 'unit'] as const;
export type ProposerKind = (typeof PROPOSER_KINDS)[number];

/** Why a matter suits a panel: the two criteria of the council motion. Anything else is told in words. */
export const SUITABILITY_REASONS = ['hard-values', 'hard-compromise'] as const;
export type SuitabilityReason = (typeof SUITABILITY_REASONS)[number];

/** How far the preparation of a matter has come. */
export const PREPARATION_STAGES = ['preparation', 'draft', 'decision'] as const;
export type PreparationStage = (typeof PREPARATION_STAGES)[number];

/** Answers that owe a reason, because they are not a yes. */
export const STATUSES_WITH_REASON = [
  'partly',
  'rejected',
  'other-authority',
] as const satisfies readonly ResponseStatus[];

export const VOTE_METHODS = ['yesno', 'scale5', 'consensus', 'rank'] as const;
export type VoteMethod = (typeof VOTE_METHODS)[number];

/** What the percentages of a vote are counted from. */
export const VOTE_BASES = ['cast', 'present', 'forAgainst', 'all'] as const;
export type VoteBase = (typeof VOTE_BASES)[number];

export const FEEDBACK_STATUSES = [
  'received',
  'moderated',
  'in-progress',
  'answered',
  'closed',
] as const;
export type FeedbackStatus = (typeof FEEDBACK_STATUSES)[number];

/** The forms of the feedback block that send something. */
export const FEEDBACK_FORMS = ['full', 'accessibility', 'question', 'survey'] as const;
export type FeedbackForm = (typeof FEEDBACK_FORMS)[number];

/** Feedback on a service and feedback on a decision go to different people. */
export const FEEDBACK_TARGETS = ['service', 'decision'] as const;
export type FeedbackTarget = (typeof FEEDBACK_TARGETS)[number];

/** The follow-up indicators of the participation model that a resident can answer to. */
export const SURVEY_QUESTIONS = ['heard', 'influence', 'trust'] as const;
export type SurveyQuestion = (typeof SURVEY_QUESTIONS)[number];

/** A scale in words, never of stars or faces. */
export const SCALE_ANSWERS = [
  'fully-agree',
  'partly-agree',
  'neither',
  'partly-disagree',
  'fully-disagree',
  'cannot-say',
] as const;
export type ScaleAnswer = (typeof SCALE_ANSWERS)[number];

/** Files that can be told by their content and freed from what they tell of their maker. */
export const ATTACHMENT_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'text/plain',
] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];
