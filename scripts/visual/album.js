/** Keeps what was found over all runs: pictures only of what differs, and once; of the rest, numbers. */

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';

import { byGroup } from './findings.js';
import { INDEX, inFolder, PICTURES } from './paths.js';
import { contactSheet, indexPage, sheetName } from './sheet.js';

/** Takes away what an earlier comparison left. The built Storybooks stay. */
function clear() {
  mkdirSync(inFolder(), { recursive: true });
  const old = readdirSync(inFolder()).filter((name) => name === PICTURES || name.endsWith('.html'));
  for (const name of old) rmSync(inFolder(name), { recursive: true });
  mkdirSync(inFolder(PICTURES));
}

function writePictures(name, files) {
  for (const [what, bytes] of Object.entries(files)) {
    if (bytes !== undefined) writeFileSync(inFolder(PICTURES, `${name}.${what}.png`), bytes);
  }
}

export class Album {
  /** The pictures that both sides have, whatever they came to: the page of each by its name. */
  #compared = new Map();
  /** Those that differed in antialiasing alone. */
  #smoothed = new Set();
  #kept = new Map();

  constructor() {
    clear();
  }

  /** What there is to look at, in the order of the plan; `seen` says in how many runs. */
  get findings() {
    return [...this.#kept.values()].sort((one, other) => one.order - other.order);
  }

  get smoothed() {
    return this.#smoothed.size;
  }

  /** Takes what a picture came to. Returns whether it is something to look at. */
  add({ before, after, difference, ...finding }) {
    const { name, kind, story, isSmoothed } = finding;
    if (['same', 'changed'].includes(kind)) this.#compared.set(name, story.group);
    if (isSmoothed) this.#smoothed.add(name);
    if (kind === 'same') return false;
    const kept = this.#kept.get(name);
    this.#kept.set(name, { ...(kept ?? finding), seen: (kept?.seen ?? 0) + 1 });
    if (kept === undefined) writePictures(name, { before, after, difference });
    return true;
  }

  /** @param about - What was compared with what (`sides`), and how often (`runs`). */
  write(about) {
    const { findings, smoothed } = this;
    for (const [group, found] of byGroup(findings)) {
      writeFileSync(inFolder(sheetName(group)), contactSheet(group, found, about));
    }
    const index = indexPage(findings, [...this.#compared.values()], { ...about, smoothed });
    writeFileSync(inFolder(INDEX), index);
  }
}
