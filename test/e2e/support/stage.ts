/** What a file of tests shares: one browser and one receiver. Each test has a visitor of its own. */
import { after, afterEach, beforeEach } from 'node:test';

import type { Browser } from 'puppeteer-core';

import { openBrowser, Visitor } from './browser.js';
import { Receiver } from './receiver.js';
import { Site } from './site.js';

export interface Stage {
  readonly browser: Browser;
  readonly receiver: Receiver;
  /** Of the test that runs now. */
  readonly visitor: Visitor;
}

interface Options {
  /** Further arguments of the browser. */
  readonly args?: readonly string[];
  /** Origins whose pages may send to the receiver. */
  readonly origins?: readonly string[];
}

/** Opens everything for the tests of the file that calls it, and closes it after them. */
export async function openStage({ args = [], origins = [] }: Options = {}): Promise<Stage> {
  const receiver = await new Receiver({ origins }).start();
  const browser = await openBrowser(args);
  let visitor: Visitor | undefined;

  beforeEach(async () => {
    receiver.forget();
    visitor = await Visitor.of(browser);
  });
  afterEach(async () => {
    await visitor?.leave();
  });
  after(async () => {
    await browser.close();
    await receiver.remove();
  });

  return {
    browser,
    receiver,
    get visitor() {
      if (!visitor) throw new Error('Only a test has a visitor.');
      return visitor;
    },
  };
}

/**
 * Opens a site of somebody else for the tests of the file that calls it.
 *
 * @param folder - Files to serve there.
 */
export async function openSite(folder?: string): Promise<Site> {
  const site = await Site.open();
  if (folder !== undefined) site.serve(folder);
  after(() => site.close());
  return site;
}
