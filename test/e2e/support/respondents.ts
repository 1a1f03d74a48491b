/** Residents who send without a browser, as the widget does: one key, again and again until there is a receipt. */
import { randomUUID } from 'node:crypto';

import { type Panel, submissionFromFields } from '@puntari/contracts';

import { ESPOO } from './answers.js';

/** What a resident holds in the end: what was sent last, and what came back for it. */
export interface Proof {
  readonly key: string;
  readonly reference: string;
  readonly birthYear: number;
  readonly tries: number;
}

const PAUSE = 10;

/** How likely it is that somebody who got no answer changes something before the next try. */
const CHANGES_AFTER_LOSS = 0.3;

const anyYear = (): number => 1930 + Math.floor(Math.random() * 80);

async function post(url: string, key: string, body: unknown): Promise<Response | undefined> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(body),
    });
  } catch {
    return undefined;
  }
}

/** Sends one registration until its receipt is in hand. Anything but a receipt or silence is a fault. */
export async function register(url: string, panel: Panel): Promise<Proof> {
  const key = randomUUID();
  const submission = submissionFromFields(panel, ESPOO, 'fi');
  let birthYear = anyYear();
  for (let tries = 1; ; tries += 1) {
    const answer = await post(url, key, { ...submission, birthYear });
    const receipt = (await answer?.json().catch(() => undefined)) as
      { readonly reference?: string } | undefined;
    if (answer && receipt) {
      if (answer.status !== 201) throw new Error(`${url} answered ${JSON.stringify(receipt)}`);
      return { key, reference: String(receipt.reference), birthYear, tries };
    }
    if (Math.random() < CHANGES_AFTER_LOSS) birthYear = anyYear();
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** Several residents at once, one after another, until they are told to stop. */
export class Crowd {
  readonly proofs: Proof[] = [];
  readonly #done: Promise<unknown>;
  #isOpen = true;

  constructor(size: number, url: string, panel: Panel) {
    const one = async (): Promise<void> => {
      while (this.#isOpen) this.proofs.push(await register(url, panel));
    };
    this.#done = Promise.all(Array.from({ length: size }, one));
    // Whoever asks for the end is told; until then a fault must not end the process.
    this.#done.catch(() => undefined);
  }

  /** Nobody begins anew. */
  close(): void {
    this.#isOpen = false;
  }

  /** Lets those who are sending come to their receipt. */
  async leave(): Promise<readonly Proof[]> {
    this.close();
    await this.#done;
    return this.proofs;
  }
}
