/** The tokens as they stand on the page now: the theme's value, or the neutral one that every widget carries. */
import { defaults } from '@puntari/tokens';
import { html, type TemplateResult } from 'lit';

export type TokenName = keyof typeof defaults;

export const tokensOf = (group: string): TokenName[] =>
  (Object.keys(defaults) as TokenName[]).filter((name) => name.startsWith(`${group}-`));

/** The role that a token of a part follows. */
const roleOf = (name: TokenName): TokenName | undefined =>
  /^var\(--_(.+)\)$/.exec(defaults[name])?.[1] as TokenName | undefined;

const setValueOf = (name: TokenName): string =>
  typeof document === 'undefined'
    ? ''
    : getComputedStyle(document.documentElement).getPropertyValue(`--puntari-${name}`).trim();

export function valueOf(name: TokenName): string {
  const role = roleOf(name);
  return setValueOf(name) || (role === undefined ? defaults[name] : valueOf(role));
}

/** `var()` with the fallback, as widgets write it. */
export function use(name: TokenName): string {
  const role = roleOf(name);
  return `var(--puntari-${name}, ${role === undefined ? defaults[name] : use(role)})`;
}

export interface Row {
  readonly name: TokenName;
  /** The token at work. */
  readonly sample: TemplateResult;
}

/** Tokens with their names, their values and what they do. */
export function table(caption: string, rows: readonly Row[]): TemplateResult {
  return html`<div
    style="max-inline-size: 60em; color: ${use('color-text')}; background: ${use('color-background')}; font-family: ${use('font-family')}"
  >
    <h2 style="font-size: 1.25em; margin-block: 0 .75em">${caption}</h2>
    <dl style="margin: 0; display: grid; gap: 1em">
      ${rows.map(
        ({ name, sample }) =>
          html`<div style="display: grid; gap: .25em; overflow-wrap: anywhere">
            <dt><code>--puntari-${name}</code></dt>
            <dd style="margin: 0; color: ${use('color-text-muted')}">${valueOf(name)}</dd>
            <dd style="margin: 0">${sample}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}
