/** What a long load is read by. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { until } from '../e2e/support/until.js';

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** What a process holds, in MB. */
export interface Held {
  /** What something in the program refers to. */
  readonly heap: number;
  /** All outside the heap: the program itself, what SQLite and other libraries have taken. */
  readonly rest: number;
}

const MEGABYTE = 1024 * 1024;

/**
 * Tells what a process holds. What it takes from the system says little of that: V8 collects when it likes, and under a
 * load that goes up and down by tens of MB. So it is asked to collect first.
 */
export class Memory {
  readonly #folder = mkdtempSync(join(tmpdir(), 'puntari-held-'));
  readonly #file = join(this.#folder, 'held.json');

  /** Variables with which the process has to be started. */
  get env(): Readonly<Record<string, string>> {
    const collected = new URL('collected.js', import.meta.url).href;
    return { NODE_OPTIONS: `--import=${collected}`, HELD_FILE: this.#file };
  }

  async heldBy(pid: number | undefined): Promise<Held> {
    rmSync(this.#file, { force: true });
    process.kill(Number(pid), 'SIGUSR2');
    await until('it says what it holds', () => existsSync(this.#file));
    const held = JSON.parse(readFileSync(this.#file, 'utf8')) as Held;
    return { heap: held.heap / MEGABYTE, rest: held.rest / MEGABYTE };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** How much more may be held at the end than when all was warm, in MB. */
const MOST_MORE: Held = { heap: 1.5, rest: 12 };

/** What has grown between two times; nothing when all is well. */
export function grown(early: readonly Held[], late: readonly Held[]): string[] {
  return (['heap', 'rest'] as const).flatMap((part) => {
    const [before, after] = [early, late].map((held) => median(held.map((one) => one[part])));
    const more = Number(after) - Number(before);
    // Not a number where nothing was measured.
    return more < MOST_MORE[part] ? [] : [`${part}: ${more.toFixed(1)} MB more`];
  });
}

export const inWords = (held: readonly Held[]): string =>
  (['heap', 'rest'] as const)
    .map((part) => `${part} ${held.map((one) => one[part].toFixed(1)).join(' ')}`)
    .join('; ');
