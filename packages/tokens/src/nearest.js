/** Finds colors that can be read where given ones cannot. Hue and strength stay; only the lightness moves (OKLCH). */
import Color from 'colorjs.io';

import { contrast } from './contrast.js';

/** Half a percent of lightness: less than an eye sees. */
const STEP = 0.005;

const hexOf = (color) =>
  color
    .to('srgb')
    .toGamut({ space: 'srgb' })
    .toString({ format: 'hex', collapse: false })
    .slice(0, 7)
    .toLowerCase();

/** The same color, lighter or darker by a share of the whole scale; `amount` from -1 to 1. */
export function shift(hex, amount) {
  const color = new Color(hex).to('oklch');
  color.l = Math.min(1, Math.max(0, color.l + amount));
  return hexOf(color);
}

/**
 * The color nearest to one that keeps a contrast to all of some others.
 *
 * @param {string} hex - `#rrggbb`.
 * @param {readonly string[]} others - What it stands on, or what stands on it.
 * @param {number} ratio - Least contrast, such as 4.5.
 * @returns {string | undefined} Nothing, where no lightness of it does.
 */
export function nearest(hex, others, ratio) {
  const passes = (candidate) => others.every((other) => contrast(candidate, other) >= ratio);
  if (passes(hex)) return hex;
  for (let amount = STEP; amount <= 1; amount += STEP) {
    const found = [shift(hex, -amount), shift(hex, amount)].find(passes);
    if (found) return found;
  }
  return undefined;
}
