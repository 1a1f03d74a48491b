/** The colors of a theme for those who ask their device for more contrast: made from the theme's own, and checked. */
import { PAIRS } from './contrast.js';
import { nearest } from './nearest.js';

/** WCAG 1.4.6 for text; as much for the rest as others ask for text. */
const MORE = new Map([
  [4.5, 7],
  [3, 4.5],
]);

/** Written on a color that is moved in its place: the words of a button stay as they are. */
const MOVES_BACK = new Set(['action-text']);

/**
 * @param {string} where - Theme and scheme, for the message.
 * @param {(name: string) => string} colorOf - The colors of the theme.
 * @returns {Map<string, string>} The colors that differ.
 */
export function moreContrast(where, colorOf) {
  const colors = new Map([
    ['text-muted', colorOf('text')],
    ['border', colorOf('border-strong')],
  ]);
  const now = (name) => colors.get(name) ?? colorOf(name);
  const moving = new Map();
  for (const { front, back, needed } of PAIRS) {
    const [moved, other] = MOVES_BACK.has(front) ? [back, front] : [front, back];
    const pairs = moving.get(moved) ?? [];
    moving.set(moved, [...pairs, { other, ratio: MORE.get(needed) ?? needed }]);
  }
  for (const [name, pairs] of moving) {
    // The ring inside the focus is seen against the one outside only; that pair stays as it is.
    const raised = pairs.filter(({ other }) => other !== 'focus-inner');
    const ratio = Math.max(...raised.map((pair) => pair.ratio));
    const found = nearest(
      now(name),
      raised.map(({ other }) => now(other)),
      ratio,
    );
    if (!found) throw new Error(`${where}, more contrast: no lightness of color.${name} is enough`);
    if (found !== colorOf(name)) colors.set(name, found);
  }
  if (colors.get('border') !== undefined) colors.set('border', now('border-strong'));
  return colors;
}
