/** The line between a page and the receiver, which can lose an answer or be slow. */
import type { CDPSession, Page } from 'puppeteer-core';

import { until } from './until.js';

const SUBMISSIONS = '*/api/*';

/** Lets what the page sends arrive, and loses the answers on their way back until the returned function is called. */
export async function loseAnswers(page: Page): Promise<() => Promise<void>> {
  const session = await page.createCDPSession();
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    const answer =
      request.method === 'POST'
        ? session.send('Fetch.failRequest', { requestId, errorReason: 'ConnectionReset' })
        : session.send('Fetch.continueRequest', { requestId });
    // A page that is closed meanwhile has no use for an answer.
    answer.catch(() => undefined);
  });
  const patterns = [{ urlPattern: SUBMISSIONS, requestStage: 'Response' as const }];
  await session.send('Fetch.enable', { patterns });
  return () => session.send('Fetch.disable');
}

/** Holds back what the page sends. */
export class HeldLine {
  readonly #session: CDPSession;
  readonly #held: string[] = [];

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<HeldLine> {
    const session = await page.createCDPSession();
    const line = new HeldLine(session);
    session.on('Fetch.requestPaused', ({ requestId, request }) => {
      if (request.method === 'POST') line.#held.push(requestId);
      else session.send('Fetch.continueRequest', { requestId }).catch(() => undefined);
    });
    const patterns = [{ urlPattern: SUBMISSIONS, requestStage: 'Request' as const }];
    await session.send('Fetch.enable', { patterns });
    return line;
  }

  /** How many submissions wait. */
  get waiting(): number {
    return this.#held.length;
  }

  /** Lets them go on, as soon as there is one. */
  async release(): Promise<void> {
    await until('something is sent', () => this.waiting > 0);
    for (const requestId of this.#held)
      await this.#session.send('Fetch.continueRequest', { requestId });
  }
}
