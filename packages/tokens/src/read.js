/**
 * Reads token files of the Design Tokens format (2025.10) into flat CSS values. Terrazzo parses, follows aliases and
 * checks values against the format; here is what is ours: which part of the format we use, and what it is in CSS.
 */
import { stripVTControlCharacters } from 'node:util';

import { defineConfig, parse } from '@terrazzo/parser';

const CSS_WIDE = ['inherit', 'initial', 'unset', 'revert', 'revert-layer'];
const EXTENSION = 'org.puntari';

/** The group of raw colors: the reference layer, which the roles point at. */
const REFERENCE = 'palette.';
/** The group of the component layer. Its tokens are named by their component. */
const COMPONENT = 'component.';

/** A mistake in a token file, told with the file and, where it is one token's, the token. */
export class TokenError extends Error {
  constructor({ file, path }, reason) {
    super([file, path, reason].filter(Boolean).join(': '));
    this.name = 'TokenError';
  }
}

const VALID = ['color', 'dimension', 'font-family', 'font-weight', 'number', 'duration'];

const CONFIG = defineConfig(
  {
    lint: {
      rules: Object.fromEntries([
        ['core/consistent-naming', 'off'],
        ...VALID.map((type) => [`core/valid-${type}`, 'error']),
      ]),
    },
  },
  { cwd: new URL('file:///') },
);

const urlOf = (file) => new URL(encodeURI(file), 'file:///');

async function parseLayers(layers) {
  const sources = layers.map(({ file, text }) => ({ filename: urlOf(file), src: text }));
  const { tokens } = await parse(sources, { config: CONFIG });
  return tokens;
}

/** Something that is neither a group nor a token would be passed over without a word. */
function refuseStrays({ file, text }) {
  const walk = (node, path) => {
    if ('$value' in node) return;
    for (const [key, child] of Object.entries(node)) {
      if (key.startsWith('$')) continue;
      const at = [...path, key];
      if (typeof child !== 'object' || child === null) {
        throw new TokenError({ file, path: at.join('.') }, 'is neither a group nor a token');
      }
      walk(child, at);
    }
  };
  walk(JSON.parse(text), []);
}

/** All at once; on a mistake layer after layer, so that it is told with the file that brought it. */
async function parseCarefully(layers) {
  const whole = await parseLayers(layers).catch(() => undefined);
  if (whole) {
    for (const layer of layers) refuseStrays(layer);
    return whole;
  }
  let tokens;
  for (let count = 1; count <= layers.length; count += 1) tokens = await parseUpTo(layers, count);
  return tokens;
}

async function parseUpTo(layers, count) {
  try {
    return await parseLayers(layers.slice(0, count));
  } catch (error) {
    // It tells all at once; a person mends one after another. It colors its words wherever CI or a terminal is.
    const [first] = stripVTControlCharacters(error.message)
      .replace(/^\w+:[\w/-]+: /, '')
      .split(/\n\n(?=\w+:[\w/-]+: )/);
    throw new TokenError(layers[count - 1], first);
  }
}

function colorToCss(token, { colorSpace, components, alpha = 1, hex }) {
  if (colorSpace !== 'srgb' || alpha !== 1) {
    throw new TokenError(token, 'a color is "srgb", without transparency');
  }
  const fromComponents = `#${components
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
  if (hex !== undefined && hex !== fromComponents) {
    throw new TokenError(token, `"hex" is "${hex}", but its components say "${fromComponents}"`);
  }
  return fromComponents;
}

function dimensionToCss(token, { value, unit }) {
  if (!['px', 'rem'].includes(unit)) {
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

const TO_CSS = {
  color: colorToCss,
  dimension: dimensionToCss,
  fontFamily: fontFamilyToCss,
  fontWeight: (_token, value) => String(value),
  duration: (_token, { value, unit }) => `${value}${unit}`,
  number: ({ extension }, value) => `${value}${extension.unit ?? ''}`,
};

/** Our extension, from the token itself or from the nearest of its groups. */
function extensionOf({ id, $extensions }, contents) {
  const path = id.split('.').slice(0, -1);
  const found = contents.flatMap((content) => {
    let node = content;
    return path.map((key) => {
      node = node?.[key];
      return node?.$extensions?.[EXTENSION];
    });
  });
  return Object.assign({}, ...found.filter(Boolean), $extensions?.[EXTENSION]);
}

const nameOf = (id) => id.replace(COMPONENT, '').replaceAll('.', '-');

/**
 * Resolves layers of token files, later ones over earlier ones.
 *
 * @param {readonly { file: string, text: string }[]} layers - Files with their JSON.
 * @returns {Promise<Map<string, { css: string, alias: string | undefined, isColor: boolean, isComponent: boolean,
 *   setByPage: boolean, token: object }>>} `color-text` to what it is; `alias` is the published token that it points
 *   at, `token` what stands in the file, with aliases followed.
 */
export async function readTokens(layers) {
  const tokens = await parseCarefully(layers);
  const contents = layers.map(({ text }) => JSON.parse(text));
  const resolved = new Map();
  for (const [id, token] of Object.entries(tokens)) {
    const { $type: type, $value: value, $description } = token;
    const file = token.source?.filename?.replace(/^file:\/\/\//, '');
    const extension = extensionOf(token, contents);
    const place = { file: file ?? layers.at(-1)?.file, path: id, extension };
    const toCss = TO_CSS[type];
    if (!toCss) throw new TokenError(place, `has the unknown type "${type}"`);
    const css = toCss(place, value);
    if (id.startsWith(REFERENCE)) continue;
    const pointed = /^\{(.+)\}$/.exec(String(token.originalValue?.$value ?? ''))?.[1];
    resolved.set(nameOf(id), {
      css,
      alias: pointed?.startsWith(REFERENCE) === false ? nameOf(pointed) : undefined,
      isColor: type === 'color',
      isComponent: id.startsWith(COMPONENT),
      setByPage: extension.setBy === 'page',
      token: { id, $type: type, $value: value, ...($description ? { $description } : {}) },
    });
  }
  return resolved;
}
