/** What a file of tests shares: one browser and one receiver. Each test has a visitor of its own. */
import { after, afterEach, before, beforeEach } from 'node:test';

import type { Browser } from 'puppeteer-core';

import { openBrowser, Visitor } from './browser.js';
import { Receiver } from './receiver.js';

export interface Stage {
  readonly browser: Browser;
  readonly receiver: Receiver;
  /** Of the test that runs now. */
  readonly visitor: Visitor;
}

interface Options {
  /** Further arguments of the browser. */
  readonly args?: readonly string[];
  /** Origins whose pages may send to the receiver; asked when it starts. */
  readonly origins?: () => readonly string[];
}

/** Sets everything up around the tests of the file that calls it. */
export function useStage({ args, origins = () => [] }: Options = {}): Stage {
  let browser: Browser | undefined;
  let receiver: Receiver | undefined;
  let visitor: Visitor | undefined;

  before(async () => {
    receiver = new Receiver({ origins: origins() });
    [browser] = await Promise.all([openBrowser(args), receiver.start()]);
  });
  beforeEach(async () => {
    receiver?.forget();
    if (browser) visitor = await Visitor.of(browser);
  });
  afterEach(async () => {
    await visitor?.leave();
  });
  after(async () => {
    await browser?.close();
    await receiver?.remove();
  });

  const there = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('The stage is not set up.');
    return thing;
  };
  return {
    get browser() {
      return there(browser);
    },
    get receiver() {
      return there(receiver);
    },
    get visitor() {
      return there(visitor);
    },
  };
}
