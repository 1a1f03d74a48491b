/** A real browser, and one visitor of a page in it: with nothing kept from earlier visits. */
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';

import { CHROMIUM_ARGUMENTS, findBrowsers } from '../../../scripts/lib/browsers.js';

/** Pages are as large as on a small laptop unless a test says otherwise. */
const VIEWPORT = { width: 1024, height: 768 };

export function openBrowser(args: readonly string[] = []): Promise<Browser> {
  return puppeteer.launch({
    executablePath: findBrowsers().chromium,
    // Going back loads the page anew, as it does on a phone with little memory.
    args: [...CHROMIUM_ARGUMENTS, '--disable-features=BackForwardCache', ...args],
    defaultViewport: VIEWPORT,
  });
}

/** A visitor with a page of their own, who hears all that goes wrong in it. */
export class Visitor {
  readonly page: Page;
  /** Exceptions that nobody caught. */
  readonly thrown: string[] = [];
  /** What the console said as an error or a warning. */
  readonly said: string[] = [];
  /** Method, address and answer of what was sent. */
  readonly posts: { readonly url: string; status: number | undefined }[] = [];
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.on('pageerror', (error) => this.thrown.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) this.said.push(message.text());
    });
    page.on('request', (request) => {
      if (request.method() === 'POST') this.posts.push({ url: request.url(), status: undefined });
    });
    page.on('response', (response) => {
      const post = this.posts.find(
        ({ url, status }) => url === response.url() && status === undefined,
      );
      if (response.request().method() === 'POST' && post) post.status = response.status();
    });
  }

  static async of(browser: Browser): Promise<Visitor> {
    const context = await browser.createBrowserContext();
    return new Visitor(context, await context.newPage());
  }

  async leave(): Promise<void> {
    await this.#context.close();
  }
}
