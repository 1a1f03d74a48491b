/** The style sheets of a theme. */
import { BASE } from './themes.js';

const PREFIX = '--puntari-';
const LIGHT = ':is([data-puntari-scheme="light"], [data-puntari-scheme="auto"])';
const DARK = '[data-puntari-scheme="dark"]';
const AUTO = '[data-puntari-scheme="auto"]';

/** How thick lines are where more contrast is asked for. */
const THICKER = '2px';

const block = (selectors, lines) =>
  [`${selectors.join(',\n')} {`, ...lines.map((line) => `  ${line}`), '}'].join('\n');

const media = (query, ...blocks) =>
  [`@media ${query} {`, ...blocks.map((text) => text.replaceAll(/^/gm, '  ')), '}'].join('\n');

/** What is dark on a screen, by the page and by the device. Paper is white, also where backgrounds are printed. */
const onScreens = (dark, auto) =>
  media('screen', dark, media('(prefers-color-scheme: dark)', auto));

const declare = (name, value) => `${PREFIX}${name}: ${value};`;

/**
 * A token of a component that points at a role is not set, and takes away what a theme around has set: whatever reads it
 * then reads the role, also where a page changes the role further in.
 */
const valueOf = ({ alias, css, isComponent }) => (alias && isComponent ? 'initial' : css);

const declarations = (tokens, isWanted) =>
  [...tokens]
    .filter(([, token]) => !token.setByPage && isWanted(token))
    .map(([name, token]) => declare(name, valueOf(token)));

const colors = (tokens, scheme) => [
  declare('color-scheme', scheme),
  ...declarations(tokens, (token) => token.isColor),
];

/**
 * Where a theme holds: on the page, unless it names another one, and inside what names this one. The page's own rules for
 * `:root` come before it, since `:where` weighs nothing.
 */
const placesOf = (theme) => {
  const page = ':where(:root:not([data-puntari-theme]))';
  const part = `[data-puntari-theme="${theme}"]`;
  return {
    all: [page, part],
    /** In a scheme: named on the same element, or on one inside. The first weighs more, for parts inside parts. */
    in: (scheme) => [
      `${page}:where(${scheme})`,
      `${page} :where(${scheme})`,
      `${part}${scheme}`,
      `${part} :where(${scheme})`,
    ],
  };
};

const note = (theme) =>
  `/* Puntari, theme "${theme}". Built from packages/tokens/src; do not edit. */`;

/** What more contrast sets; after the theme, or in places that weigh more. */
function moreBlocks({ all, in: inScheme }, { light, dark }) {
  // What differs in one scheme is said in both, so that none is left over from the other.
  const names = [...new Set([...light.more.keys(), ...dark.more.keys()])];
  const lines = ({ tokens, more }) =>
    names.map((name) =>
      declare(`color-${name}`, more.get(name) ?? tokens.get(`color-${name}`).css),
    );
  return [
    block(all, [declare('border-width', THICKER)]),
    block([...all, ...inScheme(LIGHT)], lines(light)),
    onScreens(block(inScheme(DARK), lines(dark)), block(inScheme(AUTO), lines(dark))),
  ];
}

/**
 * The style sheet of a theme. Dark is the choice of the page, never of the device alone, and never on paper; more contrast
 * is a choice of the reader.
 */
export function themeCss(theme, { light, dark }) {
  const places = placesOf(theme);
  return [
    note(theme),
    block(
      places.all,
      declarations(light.tokens, (token) => !token.isColor),
    ),
    // "auto" stands here too, so that inside a dark part it is light on a light device.
    block([...places.all, ...places.in(LIGHT)], colors(light.tokens, 'light')),
    onScreens(
      block(places.in(DARK), colors(dark.tokens, 'dark')),
      block(places.in(AUTO), colors(dark.tokens, 'dark')),
    ),
    media('(prefers-contrast: more)', ...moreBlocks(places, { light, dark })),
    '',
  ].join('\n');
}

/** More contrast for everybody on a page that links it, before or after the theme. */
export function moreCss(theme, schemes) {
  // It must outweigh the theme.
  const page = ':root:not([data-puntari-theme])';
  const part = `[data-puntari-theme="${theme}"]:is([data-puntari-theme])`;
  const more = moreBlocks(
    {
      all: [page, part],
      in: (scheme) => [
        `${page}${scheme}`,
        `${page} ${scheme}`,
        `${part}${scheme}`,
        `${part} ${scheme}`,
      ],
    },
    schemes,
  );
  return [note(theme), ...more, ''].join('\n');
}

/** The module of fallbacks and its types: every token name to its neutral, light value. */
export function defaultsModule({ tokens }) {
  const value = ({ alias, css, isComponent }) => (alias && isComponent ? `var(--_${alias})` : css);
  const entries = [
    ['color-scheme', 'light'],
    ...[...tokens].map(([name, token]) => [name, value(token)]),
  ];
  const header = '// Built from packages/tokens/src; do not edit.\n';
  const values = entries.map(([name, css]) => `  '${name}': ${JSON.stringify(css)},\n`).join('');
  const names = entries.map(([name]) => `\n  | '${name}'`).join('');
  return {
    js: `${header}export const defaults = Object.freeze({\n${values}});\n`,
    types:
      `${header}/** The name of a token, without \`${PREFIX}\`. */\nexport type TokenName =${names};\n\n` +
      `/** The neutral, light value of every token: the fallback where a token is used. */\n` +
      `export declare const defaults: Readonly<Record<TokenName, string>>;\n`,
  };
}

/** The module for programs: each theme, each scheme, each token. */
export function themesModule(themes) {
  const values = Object.fromEntries(
    Object.entries(themes).map(([theme, schemes]) => [
      theme,
      Object.fromEntries(
        Object.entries(schemes).map(([scheme, { tokens, more }]) => [
          scheme,
          {
            tokens: Object.fromEntries([...tokens].map(([name, { css }]) => [name, css])),
            more: Object.fromEntries([...more].map(([name, css]) => [`color-${name}`, css])),
          },
        ]),
      ),
    ]),
  );
  const about = Object.fromEntries(
    [...themes[BASE].light.tokens].map(([name, { token, isComponent }]) => [
      name,
      { layer: isComponent ? 'component' : 'system', description: token.$description ?? '' },
    ]),
  );
  const header = '// Built from packages/tokens/src; do not edit.\n';
  return {
    js:
      `${header}export const themes = ${JSON.stringify(values, null, 2)};\n` +
      `export const tokens = ${JSON.stringify(about, null, 2)};\n`,
    types:
      `${header}import type { TokenName } from './defaults.js';\n\n` +
      `type Values = Readonly<Record<Exclude<TokenName, 'color-scheme'>, string>>;\n` +
      `export interface SchemeValues {\n  readonly tokens: Values;\n` +
      `  /** What differs where more contrast is asked for. */\n  readonly more: Readonly<Partial<Values>>;\n}\n\n` +
      `/** The CSS values of each theme, in light and in dark. */\n` +
      `export declare const themes: Readonly<Record<string, Readonly<Record<'light' | 'dark', SchemeValues>>>>;\n` +
      `/** What each token is for, and on which layer it stands. */\n` +
      `export declare const tokens: Readonly<Record<string, { readonly layer: 'system' | 'component'; readonly description: string }>>;\n`,
  };
}

/** A file that design tools import: the tokens of one theme in one scheme, in the Design Tokens format, without aliases. */
export function designFile(theme, scheme, { tokens }) {
  const root = {
    $description: `Puntari, theme "${theme}", ${scheme}. Built; change it in packages/tokens/src.`,
  };
  for (const { token, setByPage } of tokens.values()) {
    if (setByPage) continue;
    const { id, ...rest } = token;
    const path = id.split('.');
    const name = path.pop();
    let group = root;
    for (const key of path) group = group[key] ??= {};
    group[name] = rest;
  }
  return `${JSON.stringify(root, null, 2)}\n`;
}
