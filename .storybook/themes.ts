/** Theme files as pages link them, one at a time, in one sheet that is rewritten when the toolbar changes. */
import { documentSheet, pageSheet } from '@puntari/core/sheets';

const files = import.meta.glob<string>('../packages/tokens/dist/*.css', {
  query: '?inline',
  import: 'default',
  eager: true,
});

const byName = new Map(
  Object.entries(files).map(([path, text]) => [path.replace(/^.*\/(.+)\.css$/, '$1'), text]),
);

/** The names of the themes, the neutral one first. */
export const THEMES: readonly string[] = [...byName.keys()]
  .filter((name) => !name.includes('.'))
  .sort((one, other) => Number(other === 'neutral') - Number(one === 'neutral'));

const fileOf = (name: string): string => byName.get(name) ?? '';

/** The light-DOM styles that every theme file ends with, and the primitives, which pages link beside it. */
const documents = [
  pageSheet(),
  documentSheet(),
  ...Object.values(
    import.meta.glob<string>('../packages/widgets/src/**/*.document.css', {
      query: '?inline',
      import: 'default',
      eager: true,
    }),
  ),
].join('\n');

/** The page around the story: what a host page would say of itself. Pages of text stay as Storybook has them. */
const PAGE = `
  html:not(.is-guide), .guide-specimen {
    color-scheme: var(--puntari-color-scheme, light);
    background: var(--puntari-color-background, #fff);
    color: var(--puntari-color-text, #000);
    font-family: var(--puntari-font-family, sans-serif);
  }
  body { background: transparent; }
  html:not(.is-guide) body { font-family: var(--puntari-font-family, sans-serif); }
  [data-story-width] #storybook-root { box-sizing: content-box; outline: 1px dashed var(--puntari-color-border); outline-offset: 8px; }
  [data-story-width='260'] #storybook-root { inline-size: 260px; }
  [data-story-width='320'] #storybook-root { inline-size: 320px; }
  [data-story-width='640'] #storybook-root { inline-size: 640px; }
`;

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

interface Look {
  readonly theme: string;
  readonly scheme: string;
  readonly contrast: string;
}

export function useTheme({ theme, scheme, contrast }: Look): void {
  document.documentElement.dataset['puntariScheme'] = scheme;
  const more = contrast === 'more' ? fileOf(`${theme}.more`) : '';
  sheet.replaceSync([fileOf(theme), more, documents, PAGE].join('\n'));
}

export function useWidth(width: string): void {
  if (width === 'full') delete document.documentElement.dataset['storyWidth'];
  else document.documentElement.dataset['storyWidth'] = width;
}
