import type { Problem, Topic, TopicSupport } from '@puntari/contracts';
import { SendError } from '@puntari/core';

import { forget, recall, type Remembered, remember } from './support.memory.js';
import { canBeSupported } from './topic-card.model.js';

/** The status of the answer where a topic takes no support any more. */
const CLOSED = 409;

/** What a card tells its support, and what it hears of it. */
export interface SupportHost {
  topic(): Topic | undefined;
  /** Absolute URL of the topics. */
  action(): string;
  /** Absolute URL of the record, if it came from one. */
  record(): string | undefined;
  /** Whether the key may be kept on the device. */
  remembers(): boolean;
  lang(): string;
  /** Something is shown differently now. */
  changed(): void;
  answered(answer: TopicSupport): void;
  failed(problem: Problem): void;
}

/**
 * One person's support of one topic: given, taken back, tried again. A key stands for the person, as well as can be
 * without accounts; it is drawn at the first press and lives as long as the page, unless the page asks for more.
 */
export class Support {
  readonly #host: SupportHost;
  #key: string | undefined;
  #supporters: number | undefined;
  #isSupported = false;
  #isSending = false;
  #isRefused = false;
  #problem: Problem | undefined;

  constructor(host: SupportHost) {
    this.#host = host;
  }

  /** Whether the receiver counts this person's support now. */
  get isSupported(): boolean {
    return this.#isSupported;
  }

  get isSending(): boolean {
    return this.#isSending;
  }

  /** What kept the last press from arriving. */
  get problem(): Problem | undefined {
    return this.#problem;
  }

  /** How many support the topic: what the receiver said last, or else the record. */
  get supporters(): number | undefined {
    return this.#supporters ?? this.#host.topic()?.supporters;
  }

  /** A support that was given can be taken back whenever. */
  get isClosed(): boolean {
    const topic = this.#host.topic();
    const isOpen = topic !== undefined && canBeSupported(topic, Date.now());
    return !this.#isSupported && (this.#isRefused || !isOpen);
  }

  /** Another record. What was done stays done where it is the same topic. */
  take(topic: Topic, isSame: boolean): void {
    this.#supporters = undefined;
    this.#isRefused = false;
    if (isSame) return;
    const kept = this.#kept(topic.id);
    this.#key = kept?.key;
    this.#isSupported = kept?.isSupported ?? false;
    this.#problem = undefined;
    this.#isSending = false;
  }

  /** Gives the support, or takes it back. While one is on its way, another press does nothing. */
  press(event: MouseEvent): void {
    const topic = this.#host.topic();
    // The second press of a double click must not take back what the first has given.
    if (event.detail > 1 || this.#isSending || !topic) return;
    void this.#send(topic.id, this.#isSupported);
  }

  async #send(topicId: string, isUndone: boolean): Promise<void> {
    const isShown = (): boolean => this.#host.topic()?.id === topicId;
    let key = this.#key;
    this.#isSending = true;
    this.#problem = undefined;
    this.#host.changed();
    try {
      const { askAnew, newKey, sendSupport } = await load();
      // Another tab, or another card of the topic, may have drawn it since: one person is one key.
      key ??= this.#kept(topicId)?.key ?? newKey();
      this.#key = key;
      this.#keep(topicId, { key, isSupported: isUndone });
      const lang = this.#host.lang();
      const action = this.#host.action();
      const answer = await sendSupport({ action, topicId, key, isUndone, lang });
      this.#keep(topicId, answer.supported ? { key, isSupported: true } : undefined);
      askAnew(this.#host.record());
      if (isShown()) this.#take(answer);
    } catch (error) {
      const problem =
        error instanceof SendError ? error.problem : { title: String(error), status: 0 };
      // Whatever is no refusal may have arrived, now or at a try before: its key stays for another.
      if (problem.status === CLOSED && !isUndone) this.#keep(topicId, undefined);
      if (isShown()) this.#fail(problem);
    } finally {
      if (isShown()) this.#isSending = false;
      this.#host.changed();
    }
  }

  #take(answer: TopicSupport): void {
    this.#isSupported = answer.supported;
    this.#supporters = answer.supporters;
    this.#host.answered(answer);
  }

  #fail(problem: Problem): void {
    this.#problem = problem;
    this.#isRefused = problem.status === CLOSED;
    this.#host.failed(problem);
  }

  #kept(topicId: string): Remembered | undefined {
    return this.#host.remembers() ? recall(topicId) : undefined;
  }

  /** Leaves on the device what is known to hold. */
  #keep(topicId: string, kept: Remembered | undefined): void {
    if (!this.#host.remembers()) return;
    if (kept) remember(topicId, kept);
    else forget(topicId);
  }
}

/** A script that does not come is a connection that does not work. */
async function load(): Promise<typeof import('./support.sending.js')> {
  try {
    return await import('./support.sending.js');
  } catch {
    throw new SendError({ title: 'The script did not load.', status: 0, code: 'network' });
  }
}
