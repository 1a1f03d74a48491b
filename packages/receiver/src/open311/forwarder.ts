/**
 * Sends what is in the outbox. Open311 has no key by which a city would know a request that comes twice; so what may have
 * arrived is never sent again before the city was asked for it, or a person has decided.
 */
import type { Db } from '../database/database.js';
import { faultOf, type Log } from '../http/log.js';
import type { Sending } from './answers.js';
import { CityClient } from './client.js';
import { fieldsOf, isCut, markOf } from './fields.js';
import { type Claimed, claimRow, nextDue, type OutboxRow, settle } from './outbox.js';
import type { CitySettings, Open311Settings } from './settings.js';
import { checkStatuses } from './statuses.js';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** The longest wait between two tries, unless the city asks for a longer one. */
const LONGEST_WAIT_MS = HOUR_MS;
const LONGEST_ASKED_MS = DAY_MS;
/** The longest time for which a city that does not answer is left alone. */
const LONGEST_PAUSE_MS = 10 * MINUTE_MS;
/** How long a city that cannot be asked is asked, before a person is. */
const LOOK_UP_MS = DAY_MS;
/** How long it is asked once a day after that. */
const LATE_LOOK_UP_MS = 30 * DAY_MS;
/** How long an answer is waited for when the receiver ends. */
const PATIENCE_MS = 3 * SECOND_MS;

export interface ForwarderOptions {
  readonly db: Db;
  readonly settings: Open311Settings;
  readonly log?: Log;
  readonly now?: () => Date;
  /** From 0 to 1: spreads tries, so that they do not all come at once. */
  readonly random?: () => number;
  /** Addresses at which the city can fetch the files of feedback. */
  readonly mediaUrlsOf?: ((feedbackId: string) => Promise<readonly string[]>) | undefined;
}

type Options = Required<ForwarderOptions> & {
  readonly mediaUrlsOf: NonNullable<ForwarderOptions['mediaUrlsOf']>;
};

/** When a city that does not answer is tried again. */
interface Pause {
  readonly failures: number;
  readonly until: number;
}

/** One city service, and what is in the outbox for it. */
class CityForwarder {
  readonly #city: CitySettings;
  readonly #client: CityClient;
  readonly #options: Options;
  #pause: Pause = { failures: 0, until: 0 };

  constructor(city: CitySettings, options: Options, signal: AbortSignal) {
    this.#city = city;
    this.#options = options;
    this.#client = new CityClient(city, options.now, signal);
  }

  /** Does what is due, one thing after another, for as long as the city answers. */
  async step(isStopped: () => boolean): Promise<void> {
    const { db } = this.#options;
    let done: OutboxRow | undefined;
    for (;;) {
      if (isStopped() || this.#now() < this.#pause.until) return;
      const row = await nextDue(db, this.#city.channelId, new Date(this.#now()));
      // One that stays as it was has to wait for the next step, whatever the reason.
      if (!row || (row.feedbackId === done?.feedbackId && row.state === done.state)) break;
      await this.#do(row);
      done = row;
    }
    await checkStatuses(db, this.#city, this.#client, new Date(this.#now()));
  }

  /** A fault of ours, or of the program that knows the files, must not keep the others from being sent. */
  async #do(row: OutboxRow): Promise<void> {
    const { db, log } = this.#options;
    try {
      if (row.state === 'waiting') await this.#send(row);
      else if (row.state === 'sending') await this.#leave(row, 'nobody saw the answer');
      else await this.#lookUp(row);
    } catch (error) {
      log(faultOf(error));
      await settle(db, row, [row.state], { nextAt: this.#in(LONGEST_WAIT_MS) });
    }
  }

  #now(): number {
    return this.#options.now().getTime();
  }

  #in(ms: number): string {
    return new Date(this.#now() + ms).toISOString();
  }

  /** Doubles with each failure, and is spread over its second half. */
  #wait(failures: number, longest: number): number {
    const first = this.#city.retrySeconds * SECOND_MS;
    const whole = Math.min(longest, first * 2 ** Math.min(failures - 1, 30));
    return whole * (0.5 + this.#options.random() / 2);
  }

  #rest(asked: number | undefined): void {
    const failures = this.#pause.failures + 1;
    const wait = Math.max(this.#wait(failures, LONGEST_PAUSE_MS), (asked ?? 0) * SECOND_MS);
    this.#pause = { failures, until: this.#now() + Math.min(wait, LONGEST_ASKED_MS) };
  }

  #resume(): void {
    this.#pause = { failures: 0, until: 0 };
  }

  async #send(row: OutboxRow): Promise<void> {
    const { db, log, mediaUrlsOf } = this.#options;
    const { timeoutSeconds, channelId } = this.#city;
    const mediaUrls = await mediaUrlsOf(row.feedbackId);
    const now = new Date(this.#now());
    // Twice as long as an answer can take: after that whoever sent it is no longer there.
    const until = new Date(now.getTime() + 2 * timeoutSeconds * SECOND_MS);
    const claimed = await claimRow(db, row, this.#city, { now, until });
    if (!claimed) return;
    const fields = fieldsOf({ ...claimed.outgoing, mediaUrls }, this.#city, claimed.serviceCode);
    const outcome = await this.#client.send(fields);
    log({ open311: channelId, outcome: outcome.kind });
    await this.#settleSending({ ...row, claim: claimed.claim }, claimed, outcome);
  }

  async #settleSending(row: OutboxRow, claimed: Claimed, outcome: Sending): Promise<void> {
    if (outcome.kind === 'taken') {
      this.#resume();
      const outgoing = { ...claimed.outgoing, mediaUrls: [] };
      await this.#taken(row, outcome, isCut(outgoing, this.#city) ? 1 : 0);
    } else if (outcome.kind === 'unknown') {
      this.#rest(undefined);
      await this.#leave(row, outcome.error);
    } else {
      if (!outcome.isAboutThis) this.#rest(outcome.retryAfter);
      await this.#tryLater(row, outcome.error, outcome.retryAfter);
    }
  }

  async #taken(
    row: OutboxRow,
    { requestId, token }: { requestId?: string | undefined; token?: string | undefined },
    cut = row.isCut,
  ): Promise<void> {
    const isAnswering = requestId !== undefined || token !== undefined;
    await settle(this.#options.db, row, ['sending', 'unknown', 'uncertain'], {
      state: 'sent',
      sentAt: this.#in(0),
      nextAt: null,
      error: null,
      isCut: cut,
      requestId: requestId ?? null,
      token: token ?? null,
      checkAt: isAnswering ? this.#in(this.#city.retrySeconds * SECOND_MS) : null,
    });
  }

  async #tryLater(row: OutboxRow, error: string, retryAfter = 0): Promise<void> {
    const { giveUpDays } = this.#city;
    const since = row.firstAt === null ? 0 : this.#now() - Date.parse(row.firstAt);
    const isOver = since > giveUpDays * DAY_MS;
    const asked = Math.min(retryAfter * SECOND_MS, LONGEST_ASKED_MS);
    const wait = Math.max(this.#wait(row.tries + 1, LONGEST_WAIT_MS), asked);
    await settle(this.#options.db, row, ['sending'], {
      state: isOver ? 'given-up' : 'waiting',
      nextAt: isOver ? null : this.#in(wait),
      error,
    });
  }

  /** It may have arrived. */
  async #leave(row: OutboxRow, error: string): Promise<void> {
    const { lookUp, settleMinutes } = this.#city;
    const canAsk = lookUp !== 'none';
    await settle(this.#options.db, row, ['sending'], {
      state: canAsk ? 'unknown' : 'uncertain',
      nextAt: canAsk ? this.#in((settleMinutes * MINUTE_MS) / 10) : null,
      error,
    });
  }

  async #lookUp(row: OutboxRow): Promise<void> {
    const { db, log } = this.#options;
    const { reference } = await db
      .selectFrom('feedback')
      .select('reference')
      .where('id', '=', row.feedbackId)
      .executeTakeFirstOrThrow();
    const sentAt = new Date(row.sendingAt ?? 0);
    const answer = await this.#client.lookUp(markOf(reference), row.serviceCode ?? '', sentAt);
    log({ open311: this.#city.channelId, outcome: answer.kind });
    if (answer.kind === 'later') this.#rest(answer.retryAfter);
    else this.#resume();
    if (answer.kind === 'found') await this.#taken(row, answer);
    else if (answer.kind === 'absent') await this.#notThere(row, sentAt);
    else await this.#notTold(row, sentAt, answer.error, answer.kind === 'later');
  }

  /** Not in the list: it did not arrive, once the city has had time to show it. */
  async #notThere(row: OutboxRow, sentAt: Date): Promise<void> {
    const { lookUp, settleMinutes } = this.#city;
    const settled = sentAt.getTime() + settleMinutes * MINUTE_MS;
    if (row.state === 'unknown' && this.#now() < settled) {
      await this.#keep(row, new Date(settled).toISOString(), row.error);
    } else if (lookUp === 'complete' && row.state === 'unknown') {
      await settle(this.#options.db, row, ['unknown'], { state: 'waiting', nextAt: this.#in(0) });
    } else {
      await this.#askPerson(row, sentAt, row.error);
    }
  }

  async #notTold(row: OutboxRow, sentAt: Date, error: string, isPassing: boolean): Promise<void> {
    const since = this.#now() - sentAt.getTime();
    if (!isPassing || row.state === 'uncertain' || since > LOOK_UP_MS) {
      await this.#askPerson(row, sentAt, error);
    } else {
      const first = this.#city.retrySeconds * SECOND_MS;
      const wait = Math.min(Math.max(since / 2, first), LONGEST_WAIT_MS);
      await this.#keep(row, this.#in(wait), error);
    }
  }

  async #keep(row: OutboxRow, nextAt: string, error: string | null): Promise<void> {
    await settle(this.#options.db, row, ['unknown'], { nextAt, error });
  }

  /** A city that shows requests late is still asked once a day. */
  async #askPerson(row: OutboxRow, sentAt: Date, error: string | null): Promise<void> {
    const isOver = this.#now() - sentAt.getTime() > LATE_LOOK_UP_MS;
    await settle(this.#options.db, row, ['unknown', 'uncertain'], {
      state: 'uncertain',
      nextAt: isOver ? null : this.#in(DAY_MS),
      error,
    });
  }
}

/** Forwards the feedback of every channel that has settings. */
export class Forwarder {
  readonly #cities: readonly CityForwarder[];
  readonly #log: Log;
  readonly #ending = new AbortController();
  #isStopped = false;
  #running: Promise<void> | undefined;

  constructor(options: ForwarderOptions) {
    const all: Options = {
      ...options,
      log: options.log ?? (() => undefined),
      now: options.now ?? (() => new Date()),
      random: options.random ?? Math.random,
      mediaUrlsOf: options.mediaUrlsOf ?? (() => Promise.resolve([])),
    };
    this.#log = all.log;
    this.#cities = [...options.settings.values()].map(
      (city) => new CityForwarder(city, all, this.#ending.signal),
    );
  }

  /** Does what is due now. Cities do not wait for each other. */
  step(): Promise<void> {
    this.#running ??= this.#step().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Begins nothing more, and waits a little for what was begun. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    const timer = setTimeout(() => {
      this.#ending.abort();
    }, PATIENCE_MS);
    await this.#running;
    clearTimeout(timer);
  }

  async #step(): Promise<void> {
    const isStopped = (): boolean => this.#isStopped;
    const all = await Promise.allSettled(this.#cities.map((city) => city.step(isStopped)));
    for (const { reason } of all.filter((one) => one.status === 'rejected'))
      this.#log(faultOf(reason));
  }
}
