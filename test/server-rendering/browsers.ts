/** Pages that are looked at beside each other, each in a browser of its own. */
import puppeteer, { type Browser, type Page, ProtocolError } from 'puppeteer-core';

import { CHROMIUM_ARGUMENTS, findBrowsers } from '../../scripts/lib/browsers.js';

/** Longest time that a page may take for one thing that it is asked for, in milliseconds. */
const LONGEST_ANSWER = 60_000;

export const launchBrowser = (): Promise<Browser> =>
  puppeteer.launch({
    executablePath: findBrowsers().chromium,
    args: CHROMIUM_ARGUMENTS,
    protocolTimeout: LONGEST_ANSWER,
  });

/**
 * Of several pages in one browser some are now and then given no frames any more, and what waits for one waits for ever.
 * So each page has a browser, and one that does not answer is given up: its page is tried once more in another.
 */
export class Browsers {
  readonly #idle: Browser[] = [];

  async with<T>(act: (page: Page) => Promise<T>): Promise<T> {
    try {
      return await this.#once(act);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      return this.#once(act);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((browser) => browser.close()));
  }

  async #once<T>(act: (page: Page) => Promise<T>): Promise<T> {
    const browser = this.#idle.pop() ?? (await launchBrowser());
    try {
      const page = await browser.newPage();
      const result = await act(page);
      await page.close();
      this.#idle.push(browser);
      return result;
    } catch (error) {
      browser.process()?.kill('SIGKILL');
      throw error;
    }
  }
}
