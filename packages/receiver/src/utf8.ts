const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Bytes as text, without a byte order mark; `undefined` when they are not UTF-8. Node itself would put a question mark in
 * the place of every letter that it cannot read, and a name once lost so cannot be found again.
 */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
