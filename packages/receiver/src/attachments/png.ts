import { crc32, inflateSync } from 'node:zlib';

import { demandFewParts, demandSensibleSize, FileRefusal } from './refusal.js';

export const PNG_MARK = Buffer.from('89504e470d0a1a0a', 'hex');
/** What the picture and its colors need. Texts, times, places and animations are none of it. */
const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP mDCV cLLI'.split(' '),
);
const HEADER_BYTES = 13;
/** Of a color profile. Those of cameras and printers have some 100 kB. */
const MAX_PROFILE = 4_000_000;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  readonly whole: Buffer;
}

/** @throws FileRefusal - When one does not end in the file, or is not what its checksum says. */
function* chunksOf(bytes: Buffer): Generator<Chunk> {
  let at = PNG_MARK.length;
  let count = 0;
  while (at + 12 <= bytes.length) {
    count += 1;
    demandFewParts(count);
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    const named = bytes.subarray(at + 4, end - 4);
    if (crc32(named) !== bytes.readUInt32BE(end - 4)) throw new FileRefusal('unreadable');
    const type = named.subarray(0, 4).toString('latin1');
    yield { type, data: named.subarray(4), whole: bytes.subarray(at, end) };
    // What stands behind the end of the picture is not ours.
    if (type === 'IEND') return;
    at = end;
  }
  throw new FileRefusal('unreadable');
}

/** A small profile that unpacks to gigabytes stops whoever opens the picture. */
function isSmallProfile(data: Buffer): boolean {
  try {
    const packed = data.subarray(data.indexOf(0) + 2);
    const profile = inflateSync(packed, { maxOutputLength: MAX_PROFILE });
    return profile.subarray(36, 40).toString('latin1') === 'acsp';
  } catch {
    return false;
  }
}

/** A picture has one profile. More of them would each have to be unpacked, which takes minutes of thousands. */
function keptOf(chunks: readonly Chunk[]): Chunk[] {
  const profile = chunks.find(({ type }) => type === 'iCCP');
  const isKept = profile !== undefined && isSmallProfile(profile.data);
  return chunks.filter(
    (chunk) => KEPT.has(chunk.type) && (chunk.type !== 'iCCP' || (isKept && chunk === profile)),
  );
}

/** @throws FileRefusal - When it is no whole picture, or far too large as one. */
export function cleanPng(bytes: Buffer): Buffer {
  const chunks = [...chunksOf(bytes)];
  const [header] = chunks;
  const has = (type: string): number => chunks.filter((chunk) => chunk.type === type).length;
  if (header?.type !== 'IHDR' || header.data.length !== HEADER_BYTES || has('IHDR') !== 1) {
    throw new FileRefusal('unreadable');
  }
  demandSensibleSize(header.data.readUInt32BE(0), header.data.readUInt32BE(4));
  const isPicture = has('IDAT') > 0;
  // A capital letter says that the picture cannot be shown without it.
  const isUnknown = chunks.some(({ type }) => /^[A-Z]/.test(type) && !KEPT.has(type));
  if (!isPicture || isUnknown) throw new FileRefusal('unreadable');
  return Buffer.concat([PNG_MARK, ...keptOf(chunks).map(({ whole }) => whole)]);
}
