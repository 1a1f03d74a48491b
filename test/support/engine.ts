/** The engine that runs the tests, and commands that only Chromium has. */

import { executeServerCommand } from '@web/test-runner-commands';

export type Engine = 'chromium' | 'firefox' | 'webkit';

export const engine = (globalThis as { puntariEngine?: Engine }).puntariEngine ?? 'chromium';

/** Whether this is a full run, which looks at everything in every way. */
export const isFull = (globalThis as { puntariFull?: boolean }).puntariFull === true;

interface MediaFeatures {
  readonly 'forced-colors'?: 'active' | 'none';
  readonly 'prefers-color-scheme'?: 'light' | 'dark';
  readonly 'prefers-reduced-motion'?: 'reduce' | 'no-preference';
  readonly 'prefers-contrast'?: 'more' | 'less' | 'no-preference';
}

/** Sets media features until the next call; `{}` sets all back. Chromium only. */
export async function emulateMediaFeatures(features: MediaFeatures): Promise<void> {
  await executeServerCommand('puntari-media-features', {
    features: Object.entries(features).map(([name, value]: [string, string]) => ({ name, value })),
  });
}
