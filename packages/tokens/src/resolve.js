/** Reads token files of the Design Tokens format (2025.10) into flat, resolved CSS values. Pure: no files, no console. */

const ALIAS = /^\{([^{}]+)\}$/;
const CSS_WIDE = ['inherit', 'initial', 'unset', 'revert', 'revert-layer'];
const EXTENSION = 'org.puntari';

/** A mistake in a token file, told with the file and the token. */
export class TokenError extends Error {
  constructor(token, reason) {
    super(`${token.file}: ${token.path}: ${reason}`);
    this.name = 'TokenError';
  }
}

/** Walks the groups of a file. A token takes its type and our extension from itself or the nearest group. */
function tokensOf(file, node, path = [], inherited = {}) {
  const own = {
    type: node.$type ?? inherited.type,
    extension: { ...inherited.extension, ...node.$extensions?.[EXTENSION] },
  };
  if ('$value' in node) {
    return [{ file, path: path.join('.'), value: node.$value, ...own }];
  }
  return Object.entries(node).flatMap(([key, child]) => {
    if (key.startsWith('$')) return [];
    const at = [...path, key];
    if (typeof child !== 'object' || child === null || /[{}.]/.test(key)) {
      throw new TokenError({ file, path: at.join('.') }, 'is neither a group nor a token');
    }
    return tokensOf(file, child, at, own);
  });
}

/** Follows aliases to a token that has a value of its own. */
function target(tokens, token, seen = []) {
  const alias = typeof token.value === 'string' ? ALIAS.exec(token.value)?.[1] : undefined;
  if (alias === undefined) return token;
  const trail = [...seen, token.path];
  if (trail.includes(alias)) {
    throw new TokenError(token, `points at itself: ${[...trail, alias].join(' -> ')}`);
  }
  const next = tokens.get(alias);
  if (!next) throw new TokenError(token, `points at "${alias}", which does not exist`);
  return target(tokens, next, trail);
}

function colorToCss(token, value) {
  const { colorSpace, components, alpha = 1, hex } = value;
  const isTriple = Array.isArray(components) && components.length === 3;
  if (colorSpace !== 'srgb' || !isTriple || alpha !== 1) {
    throw new TokenError(token, 'a color is "srgb" with three components and no transparency');
  }
  const fromComponents = `#${components
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
  if (hex !== fromComponents) {
    throw new TokenError(token, `"hex" is "${hex}", but its components say "${fromComponents}"`);
  }
  return hex;
}

function dimensionToCss(token, { value, unit }) {
  if (typeof value !== 'number' || !['px', 'rem'].includes(unit)) {
    throw new TokenError(token, 'a dimension is { "value": number, "unit": "px" or "rem" }');
  }
  // The format has no em; a widget must not know rem, which the host page sets.
  return value === 0 ? '0px' : `${value}${unit === 'rem' ? 'em' : unit}`;
}

function fontFamilyToCss(token, value) {
  return [value]
    .flat()
    .map((name) => {
      // A custom property that holds "inherit" inherits itself; it never hands the word on.
      if (CSS_WIDE.includes(name)) throw new TokenError(token, `cannot be "${name}", name fonts`);
      return /^[a-z-]+$/i.test(name) ? name : `"${name}"`;
    })
    .join(', ');
}

function numberToCss(token, value) {
  if (typeof value !== 'number') throw new TokenError(token, 'is not a number');
  return `${value}${token.extension.unit ?? ''}`;
}

const TO_CSS = {
  color: colorToCss,
  dimension: dimensionToCss,
  fontFamily: fontFamilyToCss,
  fontWeight: numberToCss,
  number: numberToCss,
};

/**
 * Resolves layers of token files, later ones over earlier ones. The group `palette` is raw material and left out.
 *
 * @param {readonly { file: string, content: object }[]} layers
 * @returns {Map<string, { css: string, isColor: boolean, setByPage: boolean }>} `color-text` to its value.
 */
export function resolveTokens(layers) {
  const tokens = new Map();
  for (const { file, content } of layers) {
    for (const token of tokensOf(file, content)) tokens.set(token.path, token);
  }
  const resolved = new Map();
  for (const token of tokens.values()) {
    const found = target(tokens, token);
    if (found.type !== (token.type ?? found.type)) {
      throw new TokenError(token, `is a ${token.type}, but "${found.path}" is a ${found.type}`);
    }
    const toCss = TO_CSS[found.type];
    if (!toCss) throw new TokenError(token, `has the unknown type "${found.type}"`);
    const css = toCss(found, found.value);
    if (token.path.startsWith('palette.')) continue;
    const setByPage = token.extension.setBy === 'page';
    resolved.set(token.path.replaceAll('.', '-'), {
      css,
      isColor: found.type === 'color',
      setByPage,
    });
  }
  return resolved;
}
