/** Contrast by the formula of WCAG 2, and the pairs of tokens that must keep it. Pure: no files, no console. */

const HEX = /^#[0-9a-f]{6}$/i;

/** Text, WCAG 1.4.3. */
const TEXT = 4.5;
/** Edges of controls and the focus indicator, WCAG 1.4.11. */
const NON_TEXT = 3;

const GROUNDS = ['background', 'surface'];
const NOTICES = ['error', 'success', 'warning', 'info'];

const each = (fronts, backs, needed) =>
  fronts.flatMap((front) => backs.map((back) => ({ front, back, needed })));

/** Every pair that stands together in a widget: what is in front, what is behind, and the least contrast. */
export const PAIRS = [
  ...each(['text', 'text-muted', 'link', 'link-hover', ...NOTICES], GROUNDS, TEXT),
  ...NOTICES.flatMap((notice) =>
    // A notice holds plain words and links beside the word in its own color.
    each([notice, 'text', 'link', 'link-hover'], [`${notice}-surface`], TEXT),
  ),
  ...each(['action-text'], ['action', 'action-hover'], TEXT),
  // A secondary button is written in the color of the main one.
  ...each(['action', 'action-hover'], GROUNDS, TEXT),
  ...each(['border-strong', 'focus'], GROUNDS, NON_TEXT),
  ...each(['focus'], ['focus-inner'], NON_TEXT),
];

/** Relative luminance of an opaque color written `#rrggbb`, from 0 (black) to 1 (white). */
export function luminance(hex) {
  if (!HEX.test(hex)) throw new TypeError(`"${hex}" is not a color such as "#1b2430"`);
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colors, from 1 to 21; the same whichever is in front. */
export function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/**
 * What is too faint, one line each; empty when the colors may be used.
 *
 * @param {string} theme
 * @param {string} scheme - `light` or `dark`.
 * @param {(name: string) => string | undefined} colorOf - The `#rrggbb` of `text`, `error-surface`, …
 * @param {(color: string, others: string[], ratio: number) => string | undefined} advise - Finds a color that passes.
 */
export function contrastProblems(theme, scheme, colorOf, advise = () => undefined) {
  return PAIRS.flatMap(({ front, back, needed }) => {
    const [frontColor, backColor] = [colorOf(front), colorOf(back)];
    if (frontColor === undefined || backColor === undefined) {
      const missing = frontColor === undefined ? front : back;
      return [`${theme}, ${scheme}: color.${missing} is missing`];
    }
    const ratio = contrast(frontColor, backColor);
    if (ratio >= needed) return [];
    const better = advise(frontColor, [backColor], needed);
    // Rounded down, or 4.499 would read as 4.50.
    const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
    return [
      `${theme}, ${scheme}: color.${front} (${frontColor}) on color.${back} (${backColor}) ` +
        `has a contrast of ${shown}:1, needs ${needed}:1` +
        (better ? `; the nearest color that passes is ${better}` : ''),
    ];
  });
}
