/** Real keys, from the browser's side of the keyboard, in all three engines. */

import { executeServerCommand } from '@web/test-runner-commands';

/** Presses a key or a chord: `Enter`, `ArrowDown`, `Shift+Tab`. Space is `Space`. */
export async function press(key: string, times = 1): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    await executeServerCommand('puntari-press', { key });
  }
}

/** Types text into what has focus. */
export async function type(text: string): Promise<void> {
  await executeServerCommand('puntari-type', { text });
}

/** Moves focus to the next control. */
export const tab = (times = 1): Promise<void> => press('Tab', times);

/** Moves focus to the previous control. */
export const tabBack = (times = 1): Promise<void> => press('Shift+Tab', times);
