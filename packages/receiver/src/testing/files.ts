/** Files for tests: small real ones, and parts to build hostile ones from. */
import { crc32, deflateSync } from 'node:zlib';

/** 16 by 8 pixels, two colors; drawn by a browser. */
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4' +
    'x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAI' +
    'ABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQG/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABQBAQAAAAAAAAAAAAAAAAAAAAP/xA' +
    'AZEQACAwEAAAAAAAAAAAAAAAAAQgQFgcH/2gAMAwEAAhEDEQA/AImjANkm8EhNh//Z',
  'base64',
);
const VP8 = Buffer.from('kAEAnQEqEAAIAAOAWiWgAnS6AAOYAP6TP/7t/H2p9DRWcffXp7BU+wAA', 'base64');

const u16 = (number: number): Buffer => Buffer.from([number >> 8, number & 255]);
const u32 = (number: number): Buffer => Buffer.concat([u16(number >>> 16), u16(number & 0xffff)]);
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

export const segment = (marker: number, data: Buffer | string): Buffer => {
  const bytes = typeof data === 'string' ? latin1(data) : data;
  return Buffer.concat([Buffer.from([0xff, marker]), u16(bytes.length + 2), bytes]);
};

/** A photo with these segments in it. */
export const jpeg = (...segments: readonly Buffer[]): Buffer =>
  Buffer.concat([JPEG.subarray(0, 2), ...segments, JPEG.subarray(2)]);

/** The same that says it is of another size. */
export function jpegOfSize(width: number, height: number): Buffer {
  const bytes = Buffer.from(JPEG);
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  u16(height).copy(bytes, frame + 5);
  u16(width).copy(bytes, frame + 7);
  return bytes;
}

/** What a phone writes beside a photo: which way up, and where it was taken. */
export function exif(orientation: number): Buffer {
  const entry = (tag: number, type: number, count: number, value: Buffer): Buffer =>
    Buffer.concat([u16(tag), u16(type), u32(count), value]);
  return Buffer.concat([
    latin1('MM\0*'),
    u32(8),
    u16(2),
    entry(0x01_12, 3, 1, Buffer.concat([u16(orientation), u16(0)])),
    entry(0x88_25, 4, 1, u32(38)),
    u32(0),
    u16(1),
    entry(1, 2, 2, latin1('N\0\0\0')),
    u32(0),
    latin1('GPS 60.1841 24.9497'),
  ]);
}

export const exifSegment = (orientation: number): Buffer =>
  segment(0xe1, Buffer.concat([latin1('Exif\0\0'), exif(orientation)]));

export const chunk = (type: string, data: Buffer | string = ''): Buffer => {
  const named = Buffer.concat([latin1(type), typeof data === 'string' ? latin1(data) : data]);
  return Buffer.concat([u32(named.length - 4), named, u32(crc32(named))]);
};

interface PngParts {
  readonly width?: number;
  readonly height?: number;
  readonly chunks?: readonly Buffer[];
}

export function png({ width = 2, height = 2, chunks = [] }: PngParts = {}): Buffer {
  const header = Buffer.concat([u32(width), u32(height), Buffer.from([8, 0, 0, 0, 0])]);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...chunks,
    chunk('IDAT', deflateSync(Buffer.alloc(6))),
    chunk('IEND'),
  ]);
}

const riffChunk = (type: string, data: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.write(type);
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
};

interface WebpParts {
  readonly flags?: number;
  readonly width?: number;
  readonly chunks?: readonly (readonly [string, Buffer])[];
}

export function webp({ flags = 0b1100, width = 16, chunks = [] }: WebpParts = {}): Buffer {
  const header = Buffer.alloc(10);
  header[0] = flags;
  header.writeUIntLE(width - 1, 4, 3);
  header.writeUIntLE(7, 7, 3);
  const all = [['VP8X', header], ['VP8 ', VP8], ...chunks] as const;
  const body = Buffer.concat(all.map(([type, data]) => riffChunk(type, data)));
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}

/** One page, with these lines in its catalog and these objects besides. */
export function pdf(catalog = '', ...objects: readonly (string | Buffer)[]): Buffer {
  const parts = [
    `%PDF-1.7\n1 0 obj\n<</Type /Catalog /Pages 2 0 R ${catalog}>>\nendobj\n`,
    '2 0 obj\n<</Type /Pages /Kids [3 0 R] /Count 1>>\nendobj\n',
    '3 0 obj\n<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>\nendobj\n',
    ...objects,
    'xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R /Size 4>>\nstartxref\n9\n%%EOF\n',
  ];
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? latin1(part) : part)));
}

/** An object of a PDF whose words are packed. */
export const packed = (words: string | Buffer, entries = '/Type /ObjStm /N 1 /First 4'): Buffer => {
  const data = deflateSync(words);
  const head = `4 0 obj\n<<${entries} /Filter /FlateDecode /Length ${String(data.length)}>>\nstream\n`;
  return Buffer.concat([latin1(head), data, latin1('\nendstream\nendobj\n')]);
};
