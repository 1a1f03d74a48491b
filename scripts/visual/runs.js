/** From two built Storybooks to an album of what differs. */

import { timed } from '../lib/steps.js';
import { Album } from './album.js';
import { openBrowser } from './camera.js';
import { inWords, pictures, stories } from './findings.js';
import { photograph } from './photograph.js';
import { planOf } from './plan.js';
import { openStorybook } from './storybooks.js';

/** One run, with its time and what it found. */
function runOnce(name, album, { browser, plan, storybooks }) {
  return timed(name, async () => {
    const found = [];
    let taken = 0;
    await photograph(browser, plan, storybooks, (findings) => {
      taken += findings.length;
      found.push(...findings.filter((finding) => album.add(finding)));
    });
    return { ok: true, note: `${pictures(taken)} of ${stories(plan.length)}: ${inWords(found)}` };
  });
}

function planFor({ base, head }, only) {
  const plan = planOf(base.stories, head.stories, only);
  if (plan.length > 0) return plan;
  throw new Error(`--only is "${only}"; no story has that in its title or id.`);
}

/** Photographs and compares as often as was asked for. */
export async function compareStorybooks({ only, runs }) {
  const storybooks = { base: await openStorybook('base'), head: await openStorybook('head') };
  const browser = await openBrowser();
  try {
    const plan = planFor(storybooks, only);
    const album = new Album();
    for (let run = 1; run <= runs; run += 1) {
      const name = runs === 1 ? 'pictures' : `pictures, run ${run} of ${runs}`;
      const { ok } = await runOnce(name, album, { browser, plan, storybooks });
      if (!ok) throw new Error('The pictures could not be taken; the reason stands above.');
    }
    return album;
  } finally {
    await browser.close();
    for (const storybook of Object.values(storybooks)) await storybook.close();
  }
}
