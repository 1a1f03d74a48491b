import { orientationOf, tiffOf } from './orientation.js';
import { demandFewParts, demandSensibleSize, FileRefusal } from './refusal.js';

/** Second bytes of markers, ISO 10918-1 table B.1. */
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
/** Tables, and how often to start anew: without them the picture cannot be decoded. */
const TABLES = new Set([0xc4, 0xcc, 0xdb, 0xdd]);
/** Frames of a single picture. Those of pictures in several layers no browser shows. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc9, 0xca]);
const ADOBE_BYTES = 12;

const startsWith = (bytes: Buffer, text: string): boolean =>
  bytes.subarray(0, text.length).toString('latin1') === text;

const segmentOf = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

/** A color profile in one or several parts. Only one that is a profile is kept. */
const isProfile = (data: Buffer): boolean =>
  startsWith(data, 'ICC_PROFILE\0') &&
  (data[12] !== 1 || data.subarray(50, 54).toString('latin1') === 'acsp');

/** What is kept of the data of an application: what the colors need, and no thumbnails, places, serial numbers, names. */
function keptOfApplication(marker: number, data: Buffer): Buffer | undefined {
  if (marker === APP0 && startsWith(data, 'JFIF\0') && data.length >= 14) {
    // Its last two bytes are the size of a thumbnail.
    return segmentOf(APP0, Buffer.concat([data.subarray(0, 12), Buffer.alloc(2)]));
  }
  if (marker === APP2 && isProfile(data)) return segmentOf(APP2, data);
  if (marker === APP14 && startsWith(data, 'Adobe') && data.length >= ADOBE_BYTES) {
    return segmentOf(APP14, data.subarray(0, ADOBE_BYTES));
  }
  return undefined;
}

/** Takes a JPEG apart, marker by marker, and keeps what the picture needs. */
class JpegReader {
  readonly #bytes: Buffer;
  readonly #kept: Buffer[] = [];
  #at = 2;
  #orientation = 1;
  #frames = 0;
  #scans = 0;
  #segments = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  clean(): Buffer {
    for (let marker = this.#marker(); marker !== EOI; marker = this.#marker()) this.#take(marker);
    if (this.#frames !== 1 || this.#scans === 0) throw new FileRefusal('unreadable');
    const tiff = tiffOf(this.#orientation);
    const exif = tiff && segmentOf(APP1, Buffer.concat([Buffer.from('Exif\0\0'), tiff]));
    // What stands behind the end of the picture is not ours.
    return Buffer.concat([
      Buffer.from([0xff, SOI]),
      ...(exif ? [exif] : []),
      ...this.#kept,
      Buffer.from([0xff, EOI]),
    ]);
  }

  /** @throws FileRefusal - Where the file has ended before the picture has. */
  #byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new FileRefusal('unreadable');
    this.#at += 1;
    return byte;
  }

  #marker(): number {
    if (this.#byte() !== 0xff) throw new FileRefusal('unreadable');
    let marker = this.#byte();
    while (marker === 0xff) marker = this.#byte();
    return marker;
  }

  #segment(): Buffer {
    const start = this.#at;
    const length = this.#byte() * 256 + this.#byte();
    const end = start + length;
    if (length < 2 || end > this.#bytes.length) throw new FileRefusal('unreadable');
    this.#at = end;
    return this.#bytes.subarray(start + 2, end);
  }

  #take(marker: number): void {
    this.#segments += 1;
    demandFewParts(this.#segments);
    const data = this.#segment();
    if (FRAMES.has(marker)) this.#frame(marker, data);
    else if (marker === SOS) this.#scan(data);
    else if (TABLES.has(marker)) this.#kept.push(segmentOf(marker, data));
    else if (marker === 0xfe || (marker >= APP0 && marker <= 0xef)) this.#application(marker, data);
    else throw new FileRefusal('unreadable');
  }

  #frame(marker: number, data: Buffer): void {
    if (data.length < 6) throw new FileRefusal('unreadable');
    demandSensibleSize(data.readUInt16BE(3), data.readUInt16BE(1));
    this.#frames += 1;
    this.#kept.push(segmentOf(marker, data));
  }

  #application(marker: number, data: Buffer): void {
    if (marker === APP1 && startsWith(data, 'Exif\0\0')) {
      this.#orientation = orientationOf(data.subarray(6));
    }
    const kept = keptOfApplication(marker, data);
    if (kept) this.#kept.push(kept);
  }

  /** The picture itself: up to the next marker that is neither a stuffed byte nor a restart. */
  #scan(header: Buffer): void {
    if (this.#frames === 0) throw new FileRefusal('unreadable');
    const start = this.#at;
    let end = this.#bytes.indexOf(0xff, start);
    for (; end !== -1; end = this.#bytes.indexOf(0xff, end + 1)) {
      const next = this.#bytes[end + 1];
      const isOfScan =
        next === 0 || next === 0xff || (next !== undefined && (next & 0xf8) === 0xd0);
      if (!isOfScan) break;
    }
    if (end === -1 || end + 1 >= this.#bytes.length) throw new FileRefusal('unreadable');
    this.#at = end;
    this.#scans += 1;
    this.#kept.push(segmentOf(SOS, header), this.#bytes.subarray(start, end));
  }
}

/** @throws FileRefusal - When it is no whole picture, or far too large as one. */
export const cleanJpeg = (bytes: Buffer): Buffer => new JpegReader(bytes).clean();
