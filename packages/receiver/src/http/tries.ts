import { HttpProblem } from './problem.js';

const WINDOW_MS = 10 * 60 * 1000;
/** Who tries from more networks than this fills no more memory. */
const MAX_NETWORKS = 10_000;
/** Of an IPv6 address the first half is the network; a home has all addresses of one. */
const NETWORK_GROUPS = 4;

/** `2001:db8:1:2::5` is `2001:db8:1:2`; an IPv4 address is a network of its own. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [start = '', end = ''] = address.split('::');
  const [first, last] = [start, end].map((part) => (part === '' ? [] : part.split(':')));
  const zeros = Array.from({ length: 8 - (first?.length ?? 0) - (last?.length ?? 0) }, () => '0');
  const groups = address.includes('::')
    ? [...(first ?? []), ...zeros, ...(last ?? [])]
    : (first ?? []);
  return groups.slice(0, NETWORK_GROUPS).join(':');
}

/** Counts what comes from one network within ten minutes; in memory only. */
export class Tries {
  readonly #max: number;
  readonly #tries = new Map<string, readonly number[]>();

  constructor(max: number) {
    this.#max = max;
  }

  /** @throws HttpProblem - `rate-limited` when too many came from this network. */
  demand(address: string, now: Date): void {
    const recent = this.#recent(networkOf(address), now);
    const [first = 0] = recent;
    if (recent.length < this.#max) return;
    const retryAfter = Math.max(1, Math.ceil((first + WINDOW_MS - now.getTime()) / 1000));
    throw new HttpProblem('rate-limited', { retryAfter });
  }

  count(address: string, now: Date): void {
    const network = networkOf(address);
    const tries = [...this.#recent(network, now), now.getTime()];
    // Put last, so that the first is the one that has been quiet longest.
    this.#tries.delete(network);
    this.#tries.set(network, tries);
    const [quietest] = this.#tries.keys();
    if (this.#tries.size > MAX_NETWORKS && quietest !== undefined) this.#tries.delete(quietest);
  }

  #recent(network: string, now: Date): readonly number[] {
    const since = now.getTime() - WINDOW_MS;
    return (this.#tries.get(network) ?? []).filter((time) => time > since);
  }
}
