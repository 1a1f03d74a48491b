/** Goes through the plan with a few cameras at once, and compares each picture as soon as both sides are taken. */

import { availableParallelism } from 'node:os';

import { Camera } from './camera.js';
import { compare } from './compare.js';
import { pictureName } from './plan.js';

/** A story waits more than it works, so each core has two. */
const CAMERAS = 2 * availableParallelism();

/** One camera after the other; whatever state a page was left in, the next story then gets a new one. */
class Photographer {
  #browser;
  #camera;

  constructor(browser) {
    this.#browser = browser;
  }

  /** Looks once more when a story broke: on a busy machine its own patience may have ended. */
  async take(...wish) {
    try {
      return { pictures: await this.#try(wish) };
    } catch {
      await this.leave();
    }
    try {
      return { pictures: await this.#try(wish) };
    } catch (error) {
      await this.leave();
      return { problem: error.message };
    }
  }

  async leave() {
    await this.#camera?.close();
    this.#camera = undefined;
  }

  async #try(wish) {
    this.#camera ??= await Camera.in(this.#browser);
    return this.#camera.take(...wish);
  }
}

/** What a picture came to, from the bytes of both sides, of which one may be missing. */
function outcomeOf(before, after) {
  if (before === undefined) return { kind: 'added', after };
  if (after === undefined) return { kind: 'removed', before };
  const { differs, ...rest } = compare(before, after);
  return differs ? { kind: 'changed', before, after, ...rest } : { kind: 'same', ...rest };
}

async function findingsOf(photographer, { story, shot, order }, storybooks) {
  const look = shot.look.name;
  const common = { story, look, order };
  const taken = {};
  for (const side of story.sides) {
    const { address } = storybooks[side];
    const { pictures, problem } = await photographer.take(address, story.id, shot);
    if (problem !== undefined) {
      const name = pictureName(story.id, 'broke', look);
      return [{ ...common, name, kind: 'broke', side, problem }];
    }
    taken[side] = pictures;
  }
  return shot.widths.map((width) => ({
    ...common,
    width,
    name: pictureName(story.id, width, look),
    ...outcomeOf(taken.base?.get(width), taken.head?.get(width)),
  }));
}

/**
 * One run through the plan.
 *
 * @param storybooks - `base` and `head`, opened.
 * @param onFindings - Gets what one look at one story came to, and the pictures with it: all of them together would fill
 *   the memory.
 */
export async function photograph(browser, plan, storybooks, onFindings) {
  const tasks = plan
    .flatMap((story) => story.shots.map((shot) => ({ story, shot })))
    .map((task, order) => ({ ...task, order }));
  const work = async () => {
    const photographer = new Photographer(browser);
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
      onFindings(await findingsOf(photographer, task, storybooks));
    }
    await photographer.leave();
  };
  await Promise.all(Array.from({ length: CAMERAS }, work));
}
