/**
 * Which way up a picture is shown, the one thing that is kept of what a camera writes beside it (Exif): without it every
 * second photo from a phone would lie on its side.
 */

const ORIENTATION_TAG = 0x01_12;
const SHORT = 3;
const ENTRY_BYTES = 12;
const UPRIGHT = 1;
const LAST_ORIENTATION = 8;
const LITTLE_ENDIAN = 0x49_49;
const BIG_ENDIAN = 0x4d_4d;

/**
 * The orientation that a TIFF block tells, 1 to 8; 1 where it tells none or is broken.
 *
 * @param tiff - From its byte order mark on.
 */
export function orientationOf(tiff: Buffer): number {
  if (tiff.length < 8) return UPRIGHT;
  const order = tiff.readUInt16BE(0);
  if (order !== LITTLE_ENDIAN && order !== BIG_ENDIAN) return UPRIGHT;
  const isLittle = order === LITTLE_ENDIAN;
  const short = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return UPRIGHT;
  const count = short(directory);
  for (let index = 0; index < count; index += 1) {
    const at = directory + 2 + index * ENTRY_BYTES;
    if (at + ENTRY_BYTES > tiff.length) break;
    if (short(at) !== ORIENTATION_TAG || short(at + 2) !== SHORT) continue;
    const value = short(at + 8);
    return value > UPRIGHT && value <= LAST_ORIENTATION ? value : UPRIGHT;
  }
  return UPRIGHT;
}

/** A TIFF block that tells the orientation and nothing else; `undefined` where there is nothing to tell. */
export function tiffOf(orientation: number): Buffer | undefined {
  if (orientation === UPRIGHT) return undefined;
  const tiff = Buffer.alloc(26);
  tiff.write('MM');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION_TAG, 10);
  tiff.writeUInt16BE(SHORT, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
