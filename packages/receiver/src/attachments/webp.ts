import { orientationOf, tiffOf } from './orientation.js';
import { demandFewParts, demandSensibleSize, FileRefusal } from './refusal.js';

/** What the picture and its colors need. An animation is refused: how much it takes to show cannot be told beforehand. */
const KEPT = new Set(['VP8X', 'ICCP', 'ALPH', 'VP8 ', 'VP8L']);
const HAS_XMP = 0b0100;
const HAS_EXIF = 0b1000;
const IS_ANIMATED = 0b0010;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

function chunksOf(bytes: Buffer): Chunk[] {
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) throw new FileRefusal('unreadable');
  const chunks: Chunk[] = [];
  let at = 12;
  // What stands behind the end of the picture is not ours.
  while (at + 8 <= end) {
    const size = bytes.readUInt32LE(at + 4);
    if (at + 8 + size > end) throw new FileRefusal('unreadable');
    const type = bytes.subarray(at, at + 4).toString('latin1');
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + size) });
    demandFewParts(chunks.length);
    at += 8 + size + (size % 2);
  }
  return chunks;
}

const chunkOf = ({ type, data }: Chunk): Buffer => {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
};

/** @throws FileRefusal - Where the header of the picture is none, or its size not sensible. */
function demandPicture({ type, data }: Chunk): void {
  if (type === 'VP8 ') {
    const isKeyFrame = data.length >= 10 && data.readUIntBE(3, 3) === 0x9d_01_2a;
    if (!isKeyFrame) throw new FileRefusal('unreadable');
    demandSensibleSize(data.readUInt16LE(6) & 0x3f_ff, data.readUInt16LE(8) & 0x3f_ff);
    return;
  }
  if (data.length < 5 || data[0] !== 0x2f) throw new FileRefusal('unreadable');
  const sizes = data.readUInt32LE(1);
  demandSensibleSize((sizes & 0x3f_ff) + 1, ((sizes >>> 14) & 0x3f_ff) + 1);
}

/** Its flags tell what follows; without what told of the maker they tell the truth again. */
function extendedHeader(data: Buffer, hasOrientation: boolean): Buffer {
  if (data.length !== 10 || ((data[0] ?? 0) & IS_ANIMATED) !== 0) {
    throw new FileRefusal('unreadable');
  }
  demandSensibleSize(data.readUIntLE(4, 3) + 1, data.readUIntLE(7, 3) + 1);
  const header = Buffer.from(data);
  const flags = (data[0] ?? 0) & ~(HAS_EXIF | HAS_XMP);
  header[0] = hasOrientation ? flags | HAS_EXIF : flags;
  return header;
}

function tiffIn(chunks: readonly Chunk[]): Buffer | undefined {
  const { data } = chunks.find(({ type }) => type === 'EXIF') ?? {};
  if (!data) return undefined;
  const hasMark = data.subarray(0, 6).toString('latin1') === 'Exif\0\0';
  return tiffOf(orientationOf(hasMark ? data.subarray(6) : data));
}

/** @throws FileRefusal - When it is no whole picture, or far too large as one. */
export function cleanWebp(bytes: Buffer): Buffer {
  const chunks = chunksOf(bytes);
  const pictures = chunks.filter(({ type }) => type === 'VP8 ' || type === 'VP8L');
  const [picture] = pictures;
  if (!picture || pictures.length > 1) throw new FileRefusal('unreadable');
  demandPicture(picture);
  const isExtended = chunks[0]?.type === 'VP8X';
  const tiff = isExtended ? tiffIn(chunks) : undefined;
  const kept = chunks
    .filter(({ type }, index) => KEPT.has(type) && (type !== 'VP8X' || index === 0))
    .map(({ type, data }) => ({
      type,
      data: type === 'VP8X' ? extendedHeader(data, tiff !== undefined) : data,
    }));
  const body = [...kept, ...(tiff ? [{ type: 'EXIF', data: tiff }] : [])].map(chunkOf);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + body.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...body]);
}
