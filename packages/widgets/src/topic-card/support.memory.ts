/**
 * The key of a support on the device, only where the page asked for it. One entry a topic, with the key and nothing else;
 * a question mark after it says that no answer came, so that another try is none the less the same support.
 */
const NAME = 'puntari-support:';

export interface Remembered {
  readonly key: string;
  /** Whether the receiver has said that it counts. */
  readonly isSupported: boolean;
}

export function recall(topicId: string): Remembered | undefined {
  try {
    const text = localStorage.getItem(NAME + topicId);
    const [, key, mark] = /^([\da-f-]{36})(\??)$/.exec(text ?? '') ?? [];
    return key === undefined ? undefined : { key, isSupported: mark === '' };
  } catch {
    // No storage here: then the key lives as long as the page.
    return undefined;
  }
}

export function remember(topicId: string, { key, isSupported }: Remembered): void {
  try {
    localStorage.setItem(NAME + topicId, isSupported ? key : `${key}?`);
  } catch {
    // As above.
  }
}

export function forget(topicId: string): void {
  try {
    localStorage.removeItem(NAME + topicId);
  } catch {
    // As above.
  }
}
