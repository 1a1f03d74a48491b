/** Takes pictures of stories in Chromium, each as high as its story. */

import puppeteer from 'puppeteer-core';

import { CHROMIUM_ARGUMENTS, findBrowsers } from '../lib/browsers.js';
import { isOver, problemOfStory, rest, stopClock } from './in-page.js';

/** After the newest date in the stories' records that has to be past, before the first that has to come. */
const NOW = Date.parse('2026-12-01T10:00:00+02:00');

/** How long a story may take to render and play, and to come to rest, in milliseconds. */
const STORY_TIMEOUT = 30_000;
const REST_TIMEOUT = 10_000;

/** Turns of 20 ms in which nothing may change: of a story that has come, and of one that got another size. */
const TURNS_AFTER_LOAD = 6;
const TURNS_AFTER_RESIZE = 3;

/** Lower than any story, so that each gets the height that it needs. */
const LOW = 120;

/**
 * Drawn the same each time: no colors of a screen in the edges of letters, no hints of its grid. And never a part anew
 * into what was drawn before: Chromium then now and then rounds the pixels of a round corner otherwise.
 */
const DRAWING = [
  '--disable-lcd-text',
  '--disable-partial-raster',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

export function openBrowser() {
  const { chromium } = findBrowsers();
  if (chromium === undefined)
    throw new Error('Chromium is missing: node scripts/ensure-browsers.js');
  return puppeteer.launch({ executablePath: chromium, args: [...CHROMIUM_ARGUMENTS, ...DRAWING] });
}

const globalsOf = (look) =>
  Object.entries({
    ...look.globals,
    // Axe would look at every story, and nobody at what it finds.
    'a11y.manual': '!true',
  })
    .map(([name, value]) => `${name}:${value}`)
    .join(';');

/** A page in a window of its own: it keeps its focus while others are photographed. */
export class Camera {
  #context;
  #page;
  #session;

  static async in(browser) {
    const camera = new Camera();
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.emulateTimezone('Europe/Helsinki');
    await page.emulateFocusedPage(true);
    await page.evaluateOnNewDocument(stopClock, NOW);
    camera.#context = context;
    camera.#page = page;
    camera.#session = await page.createCDPSession();
    return camera;
  }

  /**
   * The pictures of a story in one look, by width. Throws with a sentence when the story is not what it should be.
   *
   * @param address - Of the Storybook.
   */
  async take(address, id, { look, widths }) {
    await this.#open(address, id, look);
    const pictures = new Map();
    for (const width of widths) pictures.set(width, await this.#picture(width));
    return pictures;
  }

  /** A page that hangs must not hang us: the browser closes it in its own time. */
  close() {
    return this.#context.close().catch(() => undefined);
  }

  async #open(address, id, look) {
    const page = this.#page;
    // Puppeteer's own method knows no forced colors.
    await this.#session.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-reduced-motion', value: 'reduce' },
        { name: 'forced-colors', value: look.isForced ? 'active' : 'none' },
      ],
    });
    await page.setViewport({ width: 1200, height: 800 });
    const query = `id=${encodeURIComponent(id)}&viewMode=story&globals=${globalsOf(look)}`;
    await page.goto(`${address}iframe.html?${query}`, { waitUntil: 'domcontentloaded' });
    await page.waitForFunction(isOver, { polling: 20, timeout: STORY_TIMEOUT });
    const problem = await page.evaluate(problemOfStory);
    if (problem !== undefined) throw new Error(problem);
    // Words and chunks that a story asks for at its end.
    await page.waitForNetworkIdle({ idleTime: 50, timeout: STORY_TIMEOUT });
    await this.#rest(TURNS_AFTER_LOAD);
  }

  async #rest(turns) {
    const height = await this.#page.evaluate(rest, { turns, patience: REST_TIMEOUT });
    if (height !== undefined) return height;
    throw new Error(`It did not come to rest within ${REST_TIMEOUT / 1000} seconds.`);
  }

  async #resize(width, height) {
    await this.#page.setViewport({ width, height });
    return this.#rest(TURNS_AFTER_RESIZE);
  }

  /**
   * The window is made as high as the story. A picture of more than the window would leave out what is only laid out when
   * it is seen (`content-visibility`), and that then changes the height again.
   */
  async #picture(width) {
    let height = LOW;
    let wanted = await this.#resize(width, height);
    for (let tries = 0; wanted > height && tries < 5; tries += 1) {
      height = wanted;
      wanted = await this.#resize(width, height);
    }
    const picture = await this.#page.screenshot({
      captureBeyondViewport: false,
      optimizeForSpeed: true,
    });
    return Buffer.from(picture);
  }
}
