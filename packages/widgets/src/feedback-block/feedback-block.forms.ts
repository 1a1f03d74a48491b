/** The forms of the block: each a module of its own, loaded by who shows it. */
import type { FeedbackChannel, FieldError, FieldValues, Problem } from '@puntari/contracts';
import type {
  DocumentParts,
  FieldContext,
  Locale,
  LocaleController,
  ReceiptOptions,
  SendState,
} from '@puntari/core';

import { type CSSResult, isServer } from 'lit';

import type { Later } from './feedback-block.later.js';
import { FORM, LATER } from './words.js';

const NAMES = ['full', 'question', 'survey', 'accessibility', 'answers'] as const;
export type FormName = (typeof NAMES)[number];

export interface DocumentOptions {
  /** The level of the title. */
  readonly level: number;
  /** Without the purpose: for a narrow column beside a text that tells it. */
  readonly isCompact: boolean;
  resolve(url: string): string;
}

/** What comes later needs of the block, asked each time anew. */
export interface BlockHost {
  readonly tag: string;
  readonly level: () => number;
  readonly locale: () => Locale;
  readonly action: () => string | undefined;
  readonly subject: () => string | undefined;
  readonly channel: () => FeedbackChannel | undefined;
  readonly form: () => BlockForm | undefined;
  readonly values: () => FieldValues;
  readonly setValues: (values: FieldValues) => void;
  readonly announce: (text: string) => void;
  readonly changed: () => void;
  /** A URL of the record. */
  readonly resolve: (url: string) => string;
  readonly failed: (problem: Problem) => void;
  readonly focusField: (name: string) => HTMLElement | null;
  readonly focusAfterUpdate: (selector: string) => void;
  readonly showErrors: (errors: readonly FieldError[]) => void;
  /** Adds the looks of something that came later. */
  readonly adopt: (sheets: readonly CSSResult[]) => void;
  /** Says that nothing can be sent, where the receiver has said so before anybody tried; whether it had. */
  readonly closes: (problem: Problem) => boolean;
  readonly send: () => void;
}

/** What a form may ask of the block that it stands in. */
export interface BlockParts {
  readonly locale: Locale;
  readonly context: FieldContext;
  /** The level of the block's title. */
  readonly level: number;
  readonly action: string | undefined;
  readonly subject: string | undefined;
  readonly canSend: boolean;
  readonly canTryAgain: boolean;
  readonly sendState: SendState;
  /** Something is on its way, and a press of a button does nothing. */
  readonly waits: boolean;
  readonly isLoading: boolean;
  /** The answer to the one-line question that has arrived and can be changed. */
  readonly given: string | undefined;
  /** What comes after the first rendering; absent until then. */
  readonly later: Later | undefined;
  resolve(url: string): string;
  errorSummary(level: number): unknown;
  sendProblem(level: number): unknown;
  /** What stands in the place of the form once it was sent; absent until then. */
  readonly receipt: ((options: ReceiptOptions) => unknown) | undefined;
  onEdit(event: Event): void;
  onClick(event: Event): void;
  onSubmit(event: Event): void;
  /** From the one-line question to the whole form. */
  goOn(): void;
}

/** Where something is; what is left out stays as it was written. */
export interface Place {
  readonly address?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

export interface BlockForm {
  readonly name: FormName;
  /** The names of the fields that are shown, in their order on the page. */
  fieldsOf(channel: FeedbackChannel, values: FieldValues): string[];
  /** Where an error is shown that is about no field in particular. */
  errorAt?(error: FieldError, channel: FeedbackChannel): FieldError;
  /** What stands in the fields before anybody has written, in the browser alone. What somebody wrote is left out. */
  valuesAtStart?(subject: string | undefined, values: FieldValues): FieldValues;
  /** The text for the page's own DOM, where the form has one. */
  documentOf?(
    channel: FeedbackChannel,
    locale: Locale,
    options: DocumentOptions,
  ): Omit<DocumentParts, 'lang'>;
  /** Told after each rendering in a browser. */
  shown?(channel: FeedbackChannel): void;
  /** A form of this block alone, where it remembers something. */
  for?(host: BlockHost): BlockForm;
  render(channel: FeedbackChannel, block: BlockParts): unknown;
}

const LOADERS: Readonly<Record<FormName, () => Promise<{ readonly form: BlockForm }>>> = {
  full: () => import('./feedback-block.full.js'),
  question: () => import('./feedback-block.question.js'),
  survey: () => import('./feedback-block.survey.js'),
  accessibility: () => import('./feedback-block.accessibility.js'),
  answers: () => import('./feedback-block.answers.js'),
};

/** Whose words a form says besides the first ones. */
const WORDS_OF: Readonly<Record<FormName, readonly string[]>> = {
  question: [],
  full: [FORM],
  survey: [FORM, LATER],
  accessibility: [FORM, LATER],
  answers: [FORM, LATER],
};

/** Forms that were loaded before: a server renders without waiting. */
const inHand = new Map<FormName, BlockForm>();

async function loadForm(name: FormName): Promise<BlockForm> {
  const { form } = await LOADERS[name]();
  inHand.set(name, form);
  return form;
}

/**
 * Hands over a form as soon as it and its words are in hand: at once where nothing can be seen without them.
 *
 * @param withLater - Whether it needs the words at once that else come later.
 * @throws when it could not be loaded.
 */
export async function takeForm(
  name: FormName,
  locale: LocaleController,
  withLater: boolean,
  take: (form: BlockForm) => void,
): Promise<void> {
  const words = withLater && name !== 'question' ? [...WORDS_OF[name], LATER] : WORDS_OF[name];
  const ready = inHand.get(name);
  if (ready && (isServer || !locale.isReady)) {
    for (const namespace of words) locale.add(namespace);
    take(ready);
    return;
  }
  const [form] = await Promise.all([
    loadForm(name),
    ...words.map((namespace) => locale.join(namespace)),
  ]);
  take(form);
}

/** All of them, for a server. */
export async function loadForms(): Promise<void> {
  await Promise.all(NAMES.map(loadForm));
}

/** The form that a `variant` asks for. */
export const formNameOf = (variant: string | undefined): FormName =>
  NAMES.find((name) => name === variant) ?? 'full';
