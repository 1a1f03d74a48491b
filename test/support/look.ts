/** How a story is looked at: in a language, a direction, a theme. */

import { emulateMediaFeatures, engine, isFull } from './engine.js';

export interface Look {
  readonly name: string;
  readonly lang?: string;
  readonly dir?: 'rtl';
  readonly theme?: 'neutral' | 'espoo' | 'keusote';
  readonly scheme?: 'dark';
  readonly isForced?: true;
}

const EVERY_DAY: readonly Look[] = [{ name: 'ltr' }, { name: 'rtl', dir: 'rtl' }];

const IN_FULL: readonly Look[] = [
  { name: 'sv', lang: 'sv' },
  { name: 'en', lang: 'en' },
  { name: 'neutral, dark', scheme: 'dark' },
  { name: 'espoo', theme: 'espoo' },
  { name: 'espoo, dark', theme: 'espoo', scheme: 'dark' },
  { name: 'keusote', theme: 'keusote' },
  { name: 'keusote, dark', theme: 'keusote', scheme: 'dark' },
];

/** Only Chromium can be told to force colors. */
const IN_FULL_CHROMIUM: readonly Look[] = [{ name: 'forced colors', isForced: true }];

/** The looks that a sweep goes through in this run. */
export const LOOKS: readonly Look[] = [
  ...EVERY_DAY,
  ...(isFull ? IN_FULL : []),
  ...(isFull && engine === 'chromium' ? IN_FULL_CHROMIUM : []),
];

const sheets = new Map<string, Promise<HTMLLinkElement>>();

function load(path: string): Promise<HTMLLinkElement> {
  const loading =
    sheets.get(path) ??
    new Promise((resolve, reject) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = path;
      link.onload = () => {
        resolve(link);
      };
      link.onerror = () => {
        reject(new Error(`${link.href} did not load.`));
      };
      document.head.append(link);
    });
  sheets.set(path, loading);
  return loading;
}

/** The page as its host would make it: language, theme, light or dark, and its own background. */
export async function wear({
  lang = 'fi',
  theme = 'neutral',
  scheme,
  isForced,
}: Look): Promise<void> {
  const wanted = [await load(`/themes/${theme}.css`), await load('/primitives.css')];
  for (const link of await Promise.all(sheets.values())) {
    const isWanted = wanted.includes(link);
    // A sheet that was switched off is fetched again, and is there only then.
    const isBack =
      isWanted && link.disabled
        ? new Promise((resolve) => {
            link.addEventListener('load', resolve, { once: true });
          })
        : undefined;
    link.disabled = !isWanted;
    await isBack;
  }
  const { documentElement: root } = document;
  root.lang = lang;
  root.dataset['puntariScheme'] = scheme ?? 'light';
  root.style.background = 'var(--puntari-color-background)';
  root.style.color = 'var(--puntari-color-text)';
  if (engine === 'chromium')
    await emulateMediaFeatures(isForced ? { 'forced-colors': 'active' } : {});
}
