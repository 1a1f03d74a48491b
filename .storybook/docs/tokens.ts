/** Tokens on pages of text: which a part uses, with the values that the theme gives them now. */
import type { TokenName } from '@puntari/tokens';
import { themes, tokens } from '@puntari/tokens/themes';
import { createElement as h, type ReactElement } from 'react';

import { Table } from './table.js';
import { type Look, looks } from './theme-values.js';
import { contrast, PAIRS } from '../../packages/tokens/src/contrast.js';

const neutral: Readonly<Record<string, string>> = themes['neutral']?.light.tokens ?? {};

const isColor = (value: string): boolean => /^#[0-9a-f]{3,8}$/i.test(value);

/** A patch of a color beside its value, in which nothing is said by color alone. */
function Value({ value }: { value: string }): ReactElement {
  const patch = isColor(value)
    ? h('span', { className: 'guide-patch', style: { background: value }, 'aria-hidden': true })
    : null;
  return h('span', { className: 'guide-value' }, patch, h('code', null, value));
}

/** The names in the order of the table in the handbook, each with the neutral theme's value. */
export function TokenList({ names }: { names: readonly string[] }): ReactElement {
  const rows = names
    .filter((name): name is TokenName => name in neutral)
    .map((name) => [
      h('code', null, `--puntari-${name}`),
      h(Value, { value: neutral[name] ?? '' }),
      tokens[name]?.description ?? '',
    ]);
  return h(Table, { caption: 'Tokens used', columns: ['Token', 'Neutral, light', 'For'], rows });
}

const nameOf = (look: Look): string => `${look.theme}, ${look.scheme}`;

/** Rounded down, or 4.499 would read as 4.50. */
const rounded = (ratio: number): string => (Math.floor(ratio * 100) / 100).toFixed(2);

interface CellProps {
  readonly front: string;
  readonly back: string;
  readonly needed: number;
}

function Ratio({ front, back, needed }: CellProps): ReactElement {
  const ratio = contrast(front, back);
  const isEnough = ratio >= needed;
  return h(
    'span',
    { className: isEnough ? 'guide-ratio' : 'guide-ratio too-faint', title: `${front} on ${back}` },
    h(
      'span',
      { className: 'guide-pair', style: { color: front, background: back }, 'aria-hidden': true },
      '▲',
    ),
    isEnough ? rounded(ratio) : `${rounded(ratio)} too faint`,
  );
}

/** Where more contrast is asked for, text gets that of WCAG 1.4.6, and edges that of text. */
const MORE: Readonly<Record<number, number>> = { 4.5: 7, 3: 4.5 };

const pairs = (hasMore: boolean): typeof PAIRS =>
  hasMore
    ? PAIRS.map(({ needed, ...pair }) => ({ ...pair, needed: MORE[needed] ?? needed }))
    : PAIRS;

interface Closest {
  readonly text: string;
  readonly ratio: number;
  readonly needed: number;
}

/** The pair that comes closest to what it needs. */
function closest(found: readonly Look[], hasMore: boolean): Closest {
  const all = found.flatMap((look) =>
    pairs(hasMore).map(({ front, back, needed }) => ({
      ratio: contrast(look.colorOf(front), look.colorOf(back)),
      text: `${front} on ${back} (${nameOf(look)})`,
      needed,
    })),
  );
  return all.reduce((one, other) =>
    other.ratio / other.needed < one.ratio / one.needed ? other : one,
  );
}

/** Every pair of colors that stands together, in every theme and scheme, as the build has it now. */
export function Contrast({ hasMore = false }: { hasMore?: boolean }): ReactElement {
  const found = looks(hasMore);
  const { text, ratio, needed } = closest(found, hasMore);
  const columns = ['Pair', 'Needs', ...found.map(nameOf)];
  const rows = pairs(hasMore).map((pair) => [
    `${pair.front} on ${pair.back}`,
    `${String(pair.needed)}:1`,
    ...found.map((look) =>
      h(Ratio, {
        key: nameOf(look),
        front: look.colorOf(pair.front),
        back: look.colorOf(pair.back),
        needed: pair.needed,
      }),
    ),
  ]);
  const caption = hasMore ? 'Contrast where more is asked for' : 'Contrast of the themes';
  return h(
    'div',
    null,
    h(
      'p',
      null,
      `${String(PAIRS.length)} pairs in ${String(found.length)} looks. Closest to its limit: ${text}, ` +
        `${rounded(ratio)}:1 where ${String(needed)}:1 is needed.`,
    ),
    h(Table, { caption, columns, rows, isDense: true }),
  );
}

/** Tokens of some groups with what they are for: `space`, `font-size`, `measure`. */
export function Purposes({ groups }: { groups: readonly string[] }): ReactElement {
  const isIn = (name: string): boolean =>
    groups.some((group) => name === group || name.startsWith(`${group}-`));
  const rows = Object.entries(tokens)
    .filter(([name]) => isIn(name))
    .map(([name, { description }]) => [
      h('code', null, `--puntari-${name}`),
      h(Value, { value: neutral[name] ?? '' }),
      description,
    ]);
  return h(Table, {
    caption: `Tokens: ${groups.join(', ')}`,
    columns: ['Token', 'Neutral, light', 'For'],
    rows,
  });
}
