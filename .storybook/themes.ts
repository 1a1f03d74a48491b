/** Theme files as pages link them, one at a time, in one sheet that is rewritten when the toolbar changes. */
import espoo from '@puntari/tokens/espoo.css?inline';
import keusote from '@puntari/tokens/keusote.css?inline';
import neutral from '@puntari/tokens/neutral.css?inline';

const THEMES: Readonly<Record<string, string>> = { neutral, espoo, keusote };

/** The light-DOM styles that every theme file ends with. */
const documents = Object.values(
  import.meta.glob<string>('../packages/widgets/src/**/*.document.css', {
    query: '?inline',
    import: 'default',
    eager: true,
  }),
).join('\n');

/** The page around the story: what a host page would say of itself. */
const PAGE = `
  html {
    color-scheme: var(--puntari-color-scheme, light);
    background: var(--puntari-color-background, #fff);
    color: var(--puntari-color-text, #000);
  }
  body { background: transparent; font-family: var(--puntari-font-family, sans-serif); }
  [data-story-width] #storybook-root { box-sizing: content-box; outline: 1px dashed var(--puntari-color-border); outline-offset: 8px; }
  [data-story-width='260'] #storybook-root { inline-size: 260px; }
  [data-story-width='320'] #storybook-root { inline-size: 320px; }
  [data-story-width='640'] #storybook-root { inline-size: 640px; }
`;

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

export function useTheme(name: string, scheme: string): void {
  document.documentElement.dataset['puntariScheme'] = scheme;
  sheet.replaceSync(`${THEMES[name] ?? neutral}\n${documents}\n${PAGE}`);
}

export function useWidth(width: string): void {
  if (width === 'full') delete document.documentElement.dataset['storyWidth'];
  else document.documentElement.dataset['storyWidth'] = width;
}
