import type { Problem, Topic, TopicSupport } from '@puntari/contracts';
import { SendError } from '@puntari/core';

import { forget, recall, type Remembered, remember } from './support.memory.js';
import { join, leave, type Shared } from './support.shared.js';
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

const newShared = (kept?: Remembered): Shared<Support> => ({
  cards: new Set(),
  key: kept?.key,
  isSupported: kept?.isSupported ?? false,
  isSending: false,
  supporters: undefined,
});

/**
 * One person's support of one topic: given, taken back, tried again. A key stands for the person, as well as can be
 * without accounts; it is drawn at the first press on any card of the topic and lives as long as these are on the page,
 * unless the page asks for more.
 */
export class Support {
  readonly #host: SupportHost;
  #topicId = '';
  #shared: Shared<Support> = newShared();
  #supporters: number | undefined;
  #isRefused = false;
  #problem: Problem | undefined;

  constructor(host: SupportHost) {
    this.#host = host;
  }

  /** Whether the receiver counts this person's support now. */
  get isSupported(): boolean {
    return this.#shared.isSupported;
  }

  get isSending(): boolean {
    return this.#shared.isSending;
  }

  /** What kept the last press on this card from arriving. */
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
    return !this.isSupported && (this.#isRefused || !isOpen);
  }

  /** Another record. What was done stays done where it is the same topic. */
  take(topic: Topic, isSame: boolean): void {
    this.#supporters = undefined;
    this.#isRefused = false;
    if (isSame) return;
    this.leave();
    this.#topicId = topic.id;
    this.#problem = undefined;
    this.#shared = newShared(this.#kept(topic.id));
    this.join();
    this.#supporters = this.#shared.supporters;
  }

  /** The card is on the page, with the others of its topic. */
  join(): void {
    const own = this.#shared;
    const shared = join(this.#topicId, this, own);
    this.#shared = shared;
    // The others may be cards of which the page does not ask to remember anything.
    if (shared.key !== undefined || own.key === undefined) return;
    shared.key = own.key;
    shared.isSupported = own.isSupported;
    this.#tell(shared);
  }

  /** The card is not on the page any more. */
  leave(): void {
    leave(this.#topicId, this, this.#shared);
  }

  /** Gives the support, or takes it back. While one is on its way, another press does nothing. */
  press(event: MouseEvent): void {
    const topic = this.#host.topic();
    // The second press of a double click must not take back what the first has given.
    if (event.detail > 1 || this.isSending || !topic) return;
    void this.#send(topic.id, this.isSupported);
  }

  async #send(topicId: string, isUndone: boolean): Promise<void> {
    const isShown = (): boolean => this.#host.topic()?.id === topicId;
    const shared = this.#shared;
    shared.isSending = true;
    for (const card of shared.cards) card.#problem = undefined;
    this.#tell(shared);
    try {
      const { askAnew, newKey, sendSupport } = await load();
      // Another tab may have drawn it since: one person is one key.
      const key = (shared.key ??= this.#kept(topicId)?.key ?? newKey());
      this.#keep(shared, topicId, { key, isSupported: isUndone });
      const lang = this.#host.lang();
      const action = this.#host.action();
      const answer = await sendSupport({ action, topicId, key, isUndone, lang });
      this.#keep(shared, topicId, answer.supported ? { key, isSupported: true } : undefined);
      askAnew(this.#host.record());
      shared.isSupported = answer.supported;
      shared.supporters = answer.supporters;
      for (const card of shared.cards) card.#supporters = answer.supporters;
      if (isShown()) this.#host.answered(answer);
    } catch (error) {
      const problem =
        error instanceof SendError ? error.problem : { title: String(error), status: 0 };
      const isRefused = problem.status === CLOSED;
      // Whatever is no refusal may have arrived, now or at a try before: its key stays for another.
      if (isRefused && !isUndone) this.#keep(shared, topicId, undefined);
      for (const card of shared.cards) card.#isRefused = isRefused;
      if (isShown()) this.#fail(problem);
    } finally {
      shared.isSending = false;
      this.#tell(shared);
    }
  }

  /** Shows on each card what is different now; on this one also where it shows another topic already. */
  #tell({ cards }: Shared<Support>): void {
    for (const card of new Set([this, ...cards])) card.#host.changed();
  }

  #fail(problem: Problem): void {
    this.#problem = problem;
    this.#host.failed(problem);
  }

  #kept(topicId: string): Remembered | undefined {
    return this.#host.remembers() ? recall(topicId) : undefined;
  }

  /**
   * Leaves on the device what is known to hold, where the card that was pressed says so. What another card has left there goes
   * with the support, whichever is pressed.
   */
  #keep({ cards }: Shared<Support>, topicId: string, kept: Remembered | undefined): void {
    if (kept && this.#host.remembers()) remember(topicId, kept);
    else if (!kept && [this, ...cards].some((card) => card.#host.remembers())) forget(topicId);
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
