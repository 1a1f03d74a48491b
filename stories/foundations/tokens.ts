/** The tokens as they stand on the page now: the theme's value, or the neutral one that every widget carries. */
import { defaults } from '@puntari/tokens';
import { html, type TemplateResult } from 'lit';

export type TokenName = keyof typeof defaults;

export const tokensOf = (group: string): TokenName[] =>
  (Object.keys(defaults) as TokenName[]).filter((name) => name.startsWith(`${group}-`));

export function valueOf(name: TokenName): string {
  if (typeof document === 'undefined') return defaults[name];
  const value = getComputedStyle(document.documentElement).getPropertyValue(`--puntari-${name}`);
  return value.trim() || defaults[name];
}

/** `var()` with the fallback, as widgets write it. */
export const use = (name: TokenName): string => `var(--puntari-${name}, ${defaults[name]})`;

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
