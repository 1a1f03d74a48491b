/**
 * A theme from a few colors of a brand. What a brand rarely has (hover, dark, notices) is worked out; what is given is
 * never changed: it passes or is refused.
 */
import { contrast } from './contrast.js';
import { nearest, shift } from './nearest.js';

const NAME = /^[a-z][a-z0-9-]*$/;
const HEX = /^#[0-9a-f]{6}$/i;

/** Colors that may be given, by the name of their token. */
const COLORS = [
  'text',
  'text-muted',
  'background',
  'surface',
  'border',
  'border-strong',
  'link',
  'link-hover',
  'action',
  'action-hover',
  'action-text',
  'focus',
  'focus-inner',
  'accent',
];

/** How much darker something gets under the pointer, and how much lighter in dark. */
const HOVER = 0.1;

/** What is wrong with the file of a brand, a line each. */
function problemsOf({ name, colors, dark = {}, fontFamily, fontFamilyHeading, ...unknown }) {
  const problems = [];
  if (typeof name !== 'string' || !NAME.test(name))
    problems.push(
      `name: expected small letters, digits and dashes, received ${JSON.stringify(name)}`,
    );
  if (typeof colors !== 'object' || colors === null || colors.action === undefined)
    problems.push('colors.action: expected the main color, such as "#0050bb", received nothing');
  for (const [part, given] of Object.entries({ colors: colors ?? {}, dark })) {
    for (const [key, value] of Object.entries(given)) {
      if (!COLORS.includes(key))
        problems.push(`${part}.${key}: expected one of ${COLORS.join(', ')}`);
      else if (!HEX.test(value))
        problems.push(`${part}.${key}: expected "#rrggbb", received ${JSON.stringify(value)}`);
    }
  }
  for (const [key, value] of Object.entries({ fontFamily, fontFamilyHeading })) {
    const isList = Array.isArray(value) && value.every((font) => typeof font === 'string');
    if (value !== undefined && !isList) problems.push(`${key}: expected a list of font names`);
  }
  for (const key of Object.keys(unknown))
    problems.push(`${key}: expected name, colors, dark, fontFamily or fontFamilyHeading`);
  return problems;
}

const textOn = (color) => (contrast('#ffffff', color) >= 4.5 ? '#ffffff' : '#000000');

/** What words of this color may stand on: the theme's own grounds, and those of notices. */
function groundsFor(given, grounds) {
  return Object.values({ ...grounds, ...pick(given, ['background', 'surface']) });
}

const pick = (object, names) =>
  Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));

/** What is worked out is moved until it can be read. */
function lightOf({ action, ...given }, grounds) {
  const readable = (color) => nearest(color, groundsFor(given, grounds), 4.5) ?? color;
  const link = given.link ?? readable(action);
  return {
    action,
    'action-hover': readable(shift(action, -HOVER)),
    'action-text': textOn(action),
    link,
    'link-hover': readable(shift(link, -HOVER)),
    accent: action,
    ...given,
  };
}

/** In dark the brand's color is lifted until it can be read on a dark ground. */
function darkOf({ action, accent = action, link = action }, given, grounds) {
  const readable = (color) => nearest(color, groundsFor(given, grounds), 4.5) ?? color;
  const lifted = given.action ?? readable(action);
  const lightLink = given.link ?? readable(link);
  return {
    action: lifted,
    'action-hover': readable(shift(lifted, HOVER)),
    'action-text': textOn(lifted),
    link: lightLink,
    'link-hover': readable(shift(lightLink, HOVER)),
    accent,
    ...given,
  };
}

const PARTS = [1, 3, 5];

/** A color as the Design Tokens format writes it. */
function colorToken(hex) {
  const components = PARTS.map((start) =>
    Number((Number.parseInt(hex.slice(start, start + 2), 16) / 255).toFixed(4)),
  );
  return { $value: { colorSpace: 'srgb', components, hex: hex.toLowerCase() } };
}

function fileOf($description, colors, fonts = {}) {
  const tokens = Object.entries(colors).map(([name, hex]) => [name, colorToken(hex)]);
  const file = {
    $description,
    color: { $type: 'color', ...Object.fromEntries(tokens) },
    ...(Object.keys(fonts).length > 0 ? { font: fonts } : {}),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const family = (names) => ({ $type: 'fontFamily', $value: names });

/**
 * The two token files of a theme.
 *
 * @param {{ name: string, colors: Record<string, string>, dark?: Record<string, string>, fontFamily?: string[],
 *   fontFamilyHeading?: string[] }} brand - Parsed JSON of any origin.
 * @param {Record<'light' | 'dark', Record<string, string>>} grounds - The base theme's grounds: `background`, `surface`
 *   and those of notices.
 * @returns {{ light: string, dark: string }} JSON in the Design Tokens format.
 * @throws {Error} with a line for each thing that is wrong with it.
 */
export function themeFiles(brand, grounds) {
  const problems = problemsOf(brand);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const { name, colors, dark = {}, fontFamily, fontFamilyHeading } = brand;
  const fonts = {
    ...(fontFamily ? { family: family(fontFamily) } : {}),
    ...(fontFamilyHeading ? { 'family-heading': family(fontFamilyHeading) } : {}),
  };
  return {
    light: fileOf(
      `The theme "${name}", made from the colors of a brand.`,
      lightOf(colors, grounds.light),
      fonts,
    ),
    dark: fileOf(`The theme "${name}" in dark.`, darkOf(colors, dark, grounds.dark)),
  };
}
